// What the browser keeps is named on About, and can be deleted there, whole.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, settled, violations } from "./lib/browser.mjs";
import { started } from "./lib/start.mjs";

const { browser, site } = await started();

/** Every text that the browser keeps for the site. */
const kept = (page) =>
  page.evaluate(async () => {
    const request = indexedDB.open("zcp");
    const database = await new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const stores = [...database.objectStoreNames];
    const all = stores.map((name) => database.transaction(name).objectStore(name).getAll());
    await Promise.all(all.map((each) => new Promise((done) => (each.onsuccess = done))));
    database.close();
    return { rows: all.flatMap((each) => each.result), keys: Object.keys(localStorage).sort() };
  });

async function deleteAll(page) {
  await page.locator(".forget > button").click();
  await page.locator(".forget .confirm button").first().click();
  const said = page.locator(".forget [role=status] > p");
  await said.filter({ hasNotText: /正在删除|Deleting/ }).waitFor();
  return said.innerText();
}

test("all that the browser keeps is deleted, said, and not there after a reload", async () => {
  const { page, context } = await open(browser, site);
  await page.goto(site.url("assess/?step=park"));
  await settled(page);
  await page.locator("#f-name").fill("甲园区");
  await page.locator("#f-name").blur();
  await page.locator('[data-keeping="kept"]').waitFor();
  await page.evaluate(() => localStorage.setItem("zcp.theme", "dark"));
  await page.goto(site.url("about"));
  await settled(page);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  assert.equal((await kept(page)).rows.length, 1);

  await page.locator(".forget > button").click();
  await page.locator(".forget .confirm button").last().click();
  assert.equal(await page.locator(".forget .confirm").count(), 0);
  assert.equal((await kept(page)).rows.length, 1, "asking deletes nothing");

  const said = await deleteAll(page);
  assert.equal(said, "已删除：1份自评、配色、最近打开的自评的编号、见过的最新数据的生成日期。");
  assert.deepEqual(await kept(page), { rows: [], keys: [] });
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), undefined, "what is seen follows");
  assert.equal(await page.locator(".theme select").inputValue(), "system");
  assert.deepEqual(await violations(page), []);

  await page.goto(site.url("assess/?step=park"));
  await settled(page);
  assert.equal(await page.locator("#f-name").inputValue(), "");
  await page.goto(site.url("en/about"));
  await settled(page);
  // What a page sees is remembered from when it is opened again.
  assert.equal(await deleteAll(page), "Deleted: the day of the newest data seen.");
  await context.close();
});

test("where storage is refused nothing is said to be deleted", async () => {
  const { page, context } = await open(browser, site);
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("refused", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get: refuse });
    IDBFactory.prototype.open = refuse;
  });
  await page.goto(site.url("about"));
  await settled(page);
  const said = await deleteAll(page);
  assert.match(said, /^浏览器不让门户使用存储/);
  await context.close();
});
