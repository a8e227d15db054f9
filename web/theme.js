// A reader's own choice of light or dark, applied before the first paint. The choice is stored by
// the portal (src/storage.rs, src/theme.rs); without one, the style follows the system.
try {
  var theme = localStorage.getItem("zcp.theme");
  if (theme === "light" || theme === "dark") document.documentElement.setAttribute("data-theme", theme);
} catch (_) {
  // Storage can be forbidden; the system's choice then stands.
}
