// Park pages on paper.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, settled } from "./lib/browser.mjs";
import { pages } from "./lib/site.mjs";
import { started } from "./lib/start.mjs";

/** Sheets of the page without its composition, and of the whole. */
const SHEETS = 2;
const WHOLE = 3;
/** Room that stays free on the last sheet: on another machine letters run a little wider and a line breaks once more. */
const SPARE = "5mm";

const { browser, site } = await started();

for (const entry of pages.filter((page) => /(^|\/)parks\//.test(page.path))) {
  test(`/${entry.path} prints on ${WHOLE} sheets of A4 at most`, async () => {
    const { page, context } = await open(browser, site, { colorScheme: "dark" });
    await page.goto(site.entry(entry));
    await settled(page);
    const print = async () => {
      const pdf = await page.pdf({ preferCSSPageSize: true });
      return [pdf, pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length];
    };
    const [, whole] = await print();
    assert.ok(whole <= WHOLE, `found ${whole} sheets in all`);
    await page.evaluate((spare) => {
      document.querySelector(".composition")?.style.setProperty("display", "none");
      document.querySelector("footer").style.setProperty("padding-block-end", spare);
    }, SPARE);
    const [pdf, sheets] = await print();
    assert.ok(sheets <= SHEETS, `found ${sheets} sheets`);
    const [, width, height] = pdf.toString("latin1").match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)/).map(Number);
    assert.deepEqual([Math.round(width), Math.round(height)], [595, 842], "A4, in points");
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("main h1").isVisible());
    assert.equal(await page.locator("header nav").first().isVisible(), false, "navigation is not printed");
    await context.close();
  });
}
