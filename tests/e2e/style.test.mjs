// Home does without the style that comes with the other pages: none of its rules is for anything that stands on Home.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { open, settled } from "./lib/browser.mjs";
import { dist } from "./lib/site.mjs";
import { started } from "./lib/start.mjs";

const { browser, site } = await started();

const app = path.join(dist, "app");
const sheet = (name) => fs.readFileSync(path.join(app, fs.readdirSync(app).find((file) => file.startsWith(`${name}-`) && file.endsWith(".css"))), "utf8");

/** Rules of the pages' style, and not of Home's own, that are for something in the document. */
const wanted = (page) =>
  page.evaluate(
    ([pages, own]) => {
      const rules = (text) => {
        const style = new CSSStyleSheet();
        style.replaceSync(text);
        const found = [];
        const walk = (list, media) => {
          for (const rule of list) {
            if (rule.selectorText) found.push([media, rule]);
            else if (rule.cssRules) walk(rule.cssRules, rule.conditionText);
          }
        };
        walk(style.cssRules, "");
        return found;
      };
      const has = new Set(rules(own).map(([media, rule]) => media + rule.cssText));
      // States that nobody has brought about, and what stands before or after something, are looked for without.
      const plain = (selector) => selector.replace(/::[a-z-]+|:(hover|focus|focus-visible|focus-within|active|target)\b/g, "");
      return rules(pages)
        .filter(([media, rule]) => !has.has(media + rule.cssText) && !rule.selectorText.startsWith(":root"))
        .filter(([, rule]) => document.querySelector(plain(rule.selectorText)))
        .map(([media, rule]) => `${media} ${rule.selectorText}`.trim());
    },
    [sheet("pages"), sheet("site")],
  );

for (const address of ["", "en/?edition=published", "?as-of=2027-h1", "?as-of=2025-h1"]) {
  test(`/${address} has all of its style`, async () => {
    for (const width of [1280, 390]) {
      const { page, context } = await open(browser, site, { viewport: { width, height: 900 } });
      await page.goto(site.url(address));
      await settled(page);
      await page.locator("main details").evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute("open", "")));
      assert.deepEqual(await wanted(page), [], `at ${width}`);
      await page.locator(".search-button").click();
      await page.keyboard.type(address.startsWith("en") ? "park" : "园区");
      await page.locator(".hit, [role=option]").first().waitFor();
      assert.deepEqual(await wanted(page), [], `the search at ${width}`);
      await context.close();
    }
  });
}
