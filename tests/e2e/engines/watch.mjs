// What runs within a page to watch over it. Each function is sent to the page as text, and stands for itself.

/** For a browser whose driver hears the console: it hears of a violation of the policy there, too. */
export function reportViolations() {
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    console.error(`policy violated: ${violatedDirective} ${blockedURI}`),
  );
}

/** For a browser whose driver hears of an error in the console only that it is one: there are its words. */
export function tellErrors() {
  for (const kind of ["error", "warn"]) {
    const original = console[kind];
    console[kind] = (...values) =>
      original.apply(
        console,
        values.map((value) => (value instanceof Error ? String(value) : value)),
      );
  }
}

/** For a browser whose driver hears nothing: keeps it all, until it is asked for. A second call changes nothing. */
export function keepFindings() {
  if (window.parallaxFindings) return;
  const findings = (window.parallaxFindings = []);
  const told = (value) => (value instanceof Error ? value.message : String(value));
  for (const kind of ["error", "warn"]) {
    const original = console[kind];
    console[kind] = (...values) => {
      findings.push(`console ${kind}: ${values.map(told).join(" ")}`);
      original.apply(console, values);
    };
  }
  addEventListener("error", ({ message }) => findings.push(`uncaught: ${message}`));
  addEventListener("unhandledrejection", ({ reason }) => findings.push(`uncaught: ${told(reason)}`));
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    findings.push(`policy violated: ${violatedDirective} ${blockedURI}`),
  );
}

/** Gives what was kept, once. */
export function takeFindings() {
  return window.parallaxFindings?.splice(0) ?? [];
}
