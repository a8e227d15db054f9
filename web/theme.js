// Before the first paint: the reader's own choice of light or dark, an address as the pages expect it, and whether it
// asks for what the drawn page does not show.
(function () {
  var html = document.documentElement;
  try {
    // The choice is stored by the portal (src/theme.rs); without one, the style follows the system.
    var theme = localStorage.getItem("zcp.theme");
    if (theme === "light" || theme === "dark") html.setAttribute("data-theme", theme);
  } catch (_) {
    // Storage can be forbidden; the system's choice then stands.
  }
  // The program's first file may not come: only this script can notice.
  addEventListener("error", function (event) {
    if (!event.target || event.target.tagName !== "SCRIPT") return;
    html.removeAttribute("data-asks");
    html.setAttribute("data-boot", "failed");
  }, true);
  var path = location.pathname, search = location.search;
  // 404.html is shown at any address, and has a base.
  if (document.querySelector("base")) return;
  // The page's links count their way up from its folder: a slash too many would be a folder too many.
  path = path.replace(/\/{2,}/g, "/");
  if (!/(\/|\.html)$/.test(path)) path += "/";
  // A page that only another edition than the default one has is that edition's.
  var edition = html.getAttribute("data-edition");
  var own = edition ? "?edition=" + edition : "";
  if (!/[?&]edition=/.test(search) && own) search = search ? own + "&" + search.slice(1) : own;
  if (path !== location.pathname || search !== location.search) {
    history.replaceState(history.state, "", path + search + location.hash);
  }
  // Another moment, filter or order than the drawn one: its figures are not the right ones.
  if (search !== own) html.setAttribute("data-asks", "");
})();
