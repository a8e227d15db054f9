import { walk } from "./lib/walk.mjs";

walk("all pages, light, wide, at the root of a host", {
  base: "/",
  slash: "redirect",
  withSlash: true,
  colorScheme: "light",
  axeWidth: 1280,
});
