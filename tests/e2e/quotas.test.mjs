// Energy quotas: found by product, told apart by when they apply, and none shown before it was published.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, settled } from "./lib/browser.mjs";
import { started } from "./lib/start.mjs";

const { browser, site } = await started();

async function at(query, lang = "") {
  const opened = await open(browser, site);
  const [address] = site.url(`${lang}method/quotas`).split("?");
  await opened.page.goto(`${address}${query}`);
  await settled(opened.page);
  return opened;
}

const rows = (page) => page.locator(".quota-table tbody:not(.filtered) tr:not(.filtered, .quota-standard)");

test("a product is found by its name, and its standard stands over it", async () => {
  const { page, context } = await at("?edition=published");
  const all = await rows(page).count();
  await page.locator("#filter").fill("转炉");
  await page.waitForFunction(() => document.querySelectorAll(".quota-table tbody.filtered").length > 5);
  assert.equal(await rows(page).count(), 1);
  assert.ok(all > 40);
  const [first, second, third] = await rows(page).locator(".quota-level").allInnerTexts();
  assert.deepEqual([first, second, third], ["−30", "−28", "−12"]);
  const standards = page.locator(".quota-table tbody:not(.filtered) .quota-standard");
  assert.match(await standards.innerText(), /GB 21256-2025/);
  await page.waitForURL(/q=/);
  await context.close();
});

test("an edition that is not in force yet says from when it will apply", async () => {
  const { page, context } = await at("?edition=published", "en/");
  const said = await page.locator("#gb-29447-2026 .quota-state").innerText();
  assert.match(said, /^not yet in force, will apply from 1 January 2027/);
  assert.match(await page.locator("#gb-21346-2022 .quota-state").innerText(), /^applies from 1 January 2024/);
  await context.close();
});

test("at an earlier moment no edition is shown that was published later", async () => {
  const { page, context } = await at("?as-of=2026-h1");
  assert.equal(await page.locator("#gb-29447-2026").count(), 0);
  assert.match(await page.locator("#gb-21256-2025 .quota-state").innerText(), /尚未适用，将自2026年7月1日起适用/);
  await context.close();
});
