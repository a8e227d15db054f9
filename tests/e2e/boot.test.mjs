// What stands before the portal starts, and instead of it when it cannot.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { open, overflow, settled, violations, withoutPortal } from "./lib/browser.mjs";
import { pages } from "./lib/site.mjs";
import { started } from "./lib/start.mjs";

const { browser, site } = await started();

const notice = (page, state) => page.locator(`.boot-notice[data-state="${state}"]`);

describe("without scripts", () => {
  test("every kind of page is there whole, with its figures and a sentence on what does not work", async () => {
    // What the program would ask for first is not fetched where no script may run.
    const allow = (problem) => /^failed: .*\/app\/portal-[0-9a-f]+\.js csp$/.test(problem);
    const { page, context, problems } = await open(browser, site, { javaScriptEnabled: false, allow });
    for (const path of ["", "en/rankings", "parks/ordos-mengsu", "en/ladder", "map", "method", "en/assess"]) {
      const entry = pages.find((one) => one.path === path);
      await page.goto(site.url(path));
      assert.equal(await page.title(), entry.title);
      assert.ok(await page.locator("noscript .boot-notice").isVisible());
      assert.equal(await page.locator('main [data-state="loading"], main .state-failed').count(), 0, path);
      assert.ok((await page.locator("main").innerText()).length > 300, path);
    }
    await page.goto(site.url("en/rankings"));
    assert.ok((await page.locator("#ranking tbody tr").count()) > 10);
    assert.match(await page.locator("#ranking tbody tr .cell-core").first().innerText(), /0\.\d/);
    // Links are plain links.
    await page.locator("#ranking tbody tr a").first().click();
    assert.match(page.url(), /\/en\/parks\/[a-z0-9-]+\/$/);
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

for (const [state, away, said] of [
  ["boot-off", () => delete globalThis.WebAssembly, /WebAssembly is switched off/],
  ["boot-old", () => (WebAssembly.validate = () => false), /Chrome 97/],
]) {
  test(`a browser that cannot run the program (${state}) keeps the page and is told why`, async () => {
    const { page, context, problems } = await open(browser, site);
    await page.addInitScript(away);
    await page.goto(site.url("en/rankings") + "?as-of=2027-h1");
    await notice(page, state).waitFor();
    const text = await notice(page, state).innerText();
    assert.match(text, said);
    assert.match(text, /asks for is not shown/);
    assert.ok(await page.locator("main h1").isVisible());
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

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
  test(`when the WebAssembly ${what}, the page stays, and a retry starts the portal`, async () => {
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

test("when the boot module never comes, the page says so", async () => {
  const { page, context } = await open(browser, site);
  await page.route("**/app/main-*.js", (route) => route.abort());
  await page.goto(site.url("en/rankings") + "?as-of=2027-h1");
  await page.waitForFunction(() => getComputedStyle(document.body, "::before").content.includes("did not load"));
  assert.ok(await page.locator("main h1").isVisible(), "what was drawn is shown");
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
  await notice(page, "boot-broken").waitFor();
  assert.ok((await page.locator("#ranking tbody tr").count()) > 10, "what was drawn stays");
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
