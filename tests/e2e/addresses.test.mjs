// Unknown addresses, the site's own root without its slash, and what the address bar holds.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open, settled, violations, withoutPortal } from "./lib/browser.mjs";
import { pages, serve } from "./lib/site.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// The document itself has status 404: that, and Chromium's remark on it, are as they should be.
const allow = (problem) => /^status 404: .*\/no\//.test(problem) || /status of 404 .*\/no\//.test(problem);

for (const base of ["/", "/some/path/"]) {
  for (const address of ["no/such/page", "no/such/page/", "en/no/such/page", "parks/no/such-park/"]) {
    test(`${base}${address} gets status 404 and the designed page`, async () => {
      const site = await serve({ base });
      const { page, context, problems } = await open(browser, site, { allow });
      const response = await page.goto(site.origin + base + address);
      assert.equal(response.status(), 404);
      await settled(page);
      assert.equal(await page.locator("h1").count(), 1);
      assert.equal(await page.evaluate(() => document.documentElement.lang), address.startsWith("en/") ? "en" : "zh-CN");
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(problems, []);
      // It leads back into the site.
      const home = base + (address.startsWith("en/") ? "en/" : "");
      assert.ok((await page.locator(`a[href="${home}"], a[href="${home.replace(/(.)\/$/, "$1")}"]`).count()) > 0);
      await context.close();
      site.close();
    });
  }
}

test("the 404 page reads without scripts, in both languages", async () => {
  const site = await serve();
  const { page, context } = await open(browser, site, { allow, javaScriptEnabled: false });
  await page.goto(`${site.origin}/no/such/page`);
  const text = await page.locator("main").innerText();
  assert.match(text, /没有这一页/);
  assert.match(text, /There is no such page/);
  await context.close();

  const still = await open(browser, site, { allow });
  await withoutPortal(still.page);
  await still.page.goto(`${site.origin}/no/such/page`);
  assert.deepEqual(await violations(still.page), []);
  await still.context.close();
  site.close();
});

for (const address of ["en//", "en//ladder/", "/parks//demo-chengye/"]) {
  test(`a slash too many in ${address} is mended`, async () => {
    const site = await serve({ base: "/some/path/" });
    const { page, context, problems } = await open(browser, site);
    await page.goto(`${site.origin}/some/path/${address}`);
    await settled(page);
    assert.equal(new URL(page.url()).pathname, `/some/path/${address}`.replace(/\/+/g, "/"));
    assert.equal(await page.locator("main .not-found").count(), 0);
    assert.deepEqual(problems, []);
    await context.close();
    site.close();
  });
}

for (const slash of ["redirect", "serve"]) {
  test(`links work from an address without its slash on a host that would ${slash}`, async () => {
    const site = await serve({ base: "/some/path/", slash });
    const { page, context, problems } = await open(browser, site);
    const park = pages.find((page) => page.path.startsWith("parks/"));
    await page.goto(site.url(park.path, false));
    await settled(page);
    await page.locator("header a, nav a").first().click();
    await settled(page);
    assert.ok(page.url().startsWith(`${site.origin}/some/path/`), page.url());
    await page.reload();
    await settled(page);
    assert.deepEqual(problems, []);
    await context.close();
    site.close();
  });
}
