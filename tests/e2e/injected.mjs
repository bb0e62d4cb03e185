// What a hostile link, note or file may hold.

/** Strings that would run a script, were they ever taken for anything but text. */
export const INJECTED = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "{{constructor.constructor('alert(1)')()}}",
  "</title><script>alert(1)</script>",
];
