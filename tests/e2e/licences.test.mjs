// The terms of what the site is made of lie at its root. That each crate has its own is for xtask's tests; here, what
// comes from npm.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { dist } from "./lib/site.mjs";

test("the terms of all that is sent are at the root", () => {
  const list = fs.readFileSync(path.join(dist, "licenses.txt"), "utf8");
  for (const said of [/^leptos 0/m, /^echarts 6/m, /^zrender 6/m, /^tslib 2/m, /Apache ECharts\nCopyright/, /Mike Bostock/]) {
    assert.match(list, said);
  }
  for (const absent of [/^axe-core/m, /^esbuild/m, /^playwright/m]) assert.doesNotMatch(list, absent);
});
