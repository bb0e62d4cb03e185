// Stands before the boot files of every edition: what is shown when the program cannot go on. After a panic or a trap
// nothing of it runs any more, so the words and the way on need none of it.
globalThis.parallax = {
  /** Puts a panel in the app's place: what is wrong, and a link that loads the view anew past the browser's store. */
  fault(title, reason, again) {
    const panel = document.createElement("div");
    panel.className = "fault";
    panel.setAttribute("role", "alert");
    for (const [name, text] of Object.entries({ h1: title, p: reason, a: again })) {
      const element = document.createElement(name);
      element.textContent = text;
      // The boot file knows the word.
      if (name === "a") element.href = `?retry${location.hash}`;
      panel.append(element);
    }
    const main = document.createElement("main");
    main.append(panel);
    document.getElementById("app").replaceChildren(main);
    panel.querySelector("a").focus();
  },
};
for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, ({ error, reason = error }) => {
    // A panic has put its own panel there, with its own reason.
    // Where there is no room for more calls, engines say so in ways of their own.
    const ends = reason instanceof WebAssembly.RuntimeError || /call stack|too much recursion/i.test(reason?.message);
    if (!ends || document.querySelector(".fault")) return;
    parallax.fault("The app has stopped", `Something went wrong in it: ${reason.message}. Nothing was sent anywhere.`, "Try again");
  });
}
