// What stands before the portal starts, and instead of it when it cannot.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { open, overflow, settled, violations, withoutPortal } from "./lib/browser.mjs";
import { pages } from "./lib/site.mjs";
import { started } from "./lib/start.mjs";

const { browser, site } = await started();

const notice = (page, state) => page.locator(`#static-notice[data-state="${state}"]`);

describe("without scripts", () => {
  test("every page is a page of text with working links", async () => {
    const { page, context, problems } = await open(browser, site, { javaScriptEnabled: false });
    for (const entry of pages) {
      await page.goto(site.url(entry.path));
      const heading = (await page.locator("main h1").innerText()).trim();
      assert.ok(heading && entry.title.startsWith(heading), `/${entry.path} has the heading ${heading}`);
      const text = await page.locator("main").textContent();
      for (const line of entry.lines) assert.ok(text.includes(line), `/${entry.path} does not say: ${line}`);
      const links = await page.locator("a[href]").evaluateAll((all) => all.map((a) => a.href));
      assert.ok(links.length > 2, `a way on from /${entry.path}`);
      for (const link of links) {
        const address = new URL(link).pathname.slice(1).replace(/\/$/, "");
        assert.ok(pages.some((one) => one.path === address), `a link from /${entry.path} to /${address}`);
      }
    }
    assert.deepEqual(problems, []);
    await context.close();
  });

  for (const [path, colorScheme] of [["", "light"], ["en", "dark"]]) {
    test(`/${path} is accessible and fits a phone (${colorScheme})`, async () => {
      const { page, context } = await open(browser, site, { colorScheme });
      await withoutPortal(page);
      await page.goto(site.url(path));
      assert.deepEqual(await overflow(page, 360), []);
      assert.deepEqual(await violations(page), []);
      await context.close();
    });
  }
});

test("a browser without WebAssembly keeps the text and is told why", async () => {
  const { page, context, problems } = await open(browser, site);
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto(site.url("en"));
  await notice(page, "boot-old").waitFor();
  assert.match(await notice(page, "boot-old").innerText(), /Chrome 97/);
  assert.ok(await page.locator("main h1").isVisible());
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(problems, []);
  await context.close();
});

const DAMAGE = {
  "is missing": (route) => route.fulfill({ status: 404, body: "" }),
  "never comes": (route) => route.abort(),
  "is not the one that was built": async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length - 1] ^= 1;
    await route.fulfill({ response, body });
  },
};
for (const [what, damage] of Object.entries(DAMAGE)) {
  test(`when the WebAssembly ${what}, the text stays, and a retry starts the portal`, async () => {
    const { page, context } = await open(browser, site);
    await page.route("**/*.wasm", damage);
    await page.goto(site.url(""));
    await notice(page, "boot-failed").waitFor();
    assert.ok(await page.locator("main h1").isVisible());
    assert.deepEqual(await violations(page), []);
    await page.unrouteAll({ behavior: "wait" }); // a file still on its way is let through to its end
    await notice(page, "boot-failed").getByRole("button").click();
    await settled(page);
    await context.close();
  });
}

test("when the boot module never comes, the text says so after a while", async () => {
  const { page, context } = await open(browser, site);
  await page.route("**/app/main-*.js", (route) => route.abort());
  await page.goto(site.url("en"));
  assert.equal(await page.locator("#static-notice").isVisible(), false, "not at once");
  await page.waitForFunction(() => getComputedStyle(document.querySelector("#static-notice")).visibility === "visible");
  await context.close();
});

test("where the browser hashes nothing, as over plain http, files are checked all the same", async () => {
  const { page, context, problems } = await open(browser, site);
  await page.addInitScript(() => Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined }));
  await page.goto(site.url("rankings"));
  await settled(page);
  assert.ok((await page.locator("#ranking tbody tr").count()) > 10);
  assert.deepEqual(problems, []);
  await page.route("**/data/**/round-*.json", DAMAGE["is not the one that was built"]);
  await page.reload();
  await page.locator('main [data-state="hash-mismatch"]').waitFor();
  await context.close();
});

test("a reader's own theme stands before the first paint", async () => {
  const { page, context } = await open(browser, site, { colorScheme: "light" });
  await page.addInitScript(() => localStorage.setItem("zcp.theme", "dark"));
  await withoutPortal(page);
  await page.goto(site.url(""));
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [red] = background.match(/\d+/g).map(Number);
  assert.ok(red < 80, `a dark page, found ${background}`);
  await context.close();
});
