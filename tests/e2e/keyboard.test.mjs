// The keyboard alone: skip link, order, focus after a change of page, titles.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, settled } from "./lib/browser.mjs";
import { pages } from "./lib/site.mjs";
import { started } from "./lib/start.mjs";

const { browser, site } = await started();

const focused = (page, ask) => page.evaluate(ask);

for (const path of ["", "en"]) {
  test(`/${path}: the first Tab reaches a skip link, which leads to the content`, async () => {
    const { page, context } = await open(browser, site);
    await page.goto(site.url(path));
    await settled(page);
    await page.keyboard.press("Tab");
    const link = page.locator(":focus");
    const target = await link.getAttribute("href");
    assert.match(target ?? "", /#/, "the first stop is a link within the page");
    assert.ok(await link.isVisible(), "and is seen while it has the focus");
    await page.keyboard.press("Enter");
    assert.ok(
      await focused(page, () => Boolean(document.activeElement.closest("main"))),
      "the focus is in the main content",
    );
    await context.close();
  });

  test(`/${path}: a change of page moves the focus to its heading and sets its title`, async () => {
    const { page, context, problems } = await open(browser, site);
    await page.goto(site.url(path));
    await settled(page);
    const seen = new Set([await page.title()]);
    const main = pages.filter((one) => one.lang === (path || "zh") && one.path.split("/").length === (path ? 2 : 1));
    for (const entry of main.filter((one) => one.path !== path)) {
      // What a wide window leaves out of the row stands in the footer.
      const to = `a:is([href="/${entry.path}"], [href="/${entry.path}/"])`;
      const link = page.locator(`header nav ${to}, footer ${to}`).filter({ visible: true }).first();
      if ((await link.count()) === 0) continue;
      await link.focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction((title) => document.title === title, entry.title);
      await settled(page);
      assert.equal(await focused(page, () => document.activeElement.localName), "h1", `focus on /${entry.path}`);
      seen.add(await page.title());
    }
    assert.ok(seen.size > 3, `pages of their own title, found ${[...seen]}`);
    await page.goBack();
    await settled(page);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test("everything that Tab reaches on Home shows that it has the focus", async () => {
  const { page, context } = await open(browser, site);
  await page.goto(site.url(""));
  await settled(page);
  const invisible = [];
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press("Tab");
    const found = await focused(page, () => {
      const element = document.activeElement;
      if (element === document.body) return null;
      const look = (e) => {
        const s = getComputedStyle(e);
        const outline = s.outlineStyle === "none" || s.outlineWidth === "0px" ? "" : s.outline;
        return [outline, s.boxShadow, s.border, s.backgroundColor, s.textDecoration, s.stroke, s.strokeWidth].join("|");
      };
      const parts = [element, ...element.querySelectorAll("*")];
      const before = parts.map(look).join();
      element.blur();
      const after = parts.map(look).join();
      element.focus({ focusVisible: true, preventScroll: true });
      return { name: `${element.localName}.${element.className.baseVal ?? element.className}`, shows: before !== after };
    });
    if (!found) break;
    if (!found.shows) invisible.push(found.name);
  }
  assert.deepEqual(invisible, []);
  await context.close();
});
