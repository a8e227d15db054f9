import { walk } from "./lib/walk.mjs";

walk("all pages, dark, narrow, below a path, without a slash, on a host that does not redirect", {
  base: "/some/path/",
  slash: "serve",
  withSlash: false,
  colorScheme: "dark",
  axeWidth: 390,
});
