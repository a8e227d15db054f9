// The search finds every page of the portal by its name, and opens it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, settled } from "./lib/browser.mjs";
import { pages } from "./lib/site.mjs";
import { started } from "./lib/start.mjs";

const { browser, site } = await started();

/** The portal's own pages of a language: those that no single park, league or list has for itself. */
const own = (lang) =>
  pages.filter((page) => page.lang === lang && !/(^|\/)(parks|leagues|lists|work)\//.test(page.path));

for (const [lang, home, word] of [["zh", "", "页面"], ["en", "en", "Page"]]) {
  test(`every page of the portal is found by its name and opened (${lang})`, async () => {
    const { page, context, problems } = await open(browser, site);
    await page.goto(site.url(home));
    await settled(page);
    const named = own(lang).filter((entry) => entry.path !== home);
    assert.ok(named.length >= 12, `${named.length} pages`);
    for (const entry of named) {
      const name = entry.title.split(" · ")[0];
      await page.keyboard.press("/");
      await page.locator(".search-field").fill(name);
      const first = page.locator(".hit").first();
      await page.waitForFunction((name) => document.querySelector(".hit-name")?.textContent === name, name);
      assert.equal((await first.locator(".hit-kind").textContent()).trim(), word, name);
      assert.ok(entry.description.endsWith((await first.locator(".hit-line").textContent()).trim()), name);
      await page.keyboard.press("Enter");
      await page.waitForFunction((path) => location.pathname.endsWith(`/${path}/`), entry.path);
      await settled(page);
      assert.equal(await page.locator(".search").evaluate((dialog) => dialog.open), false);
    }
    assert.deepEqual(problems, []);
    await context.close();
  });
}
