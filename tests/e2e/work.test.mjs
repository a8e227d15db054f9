// Bulletins, practices and other reports: a page each, on the parks that they concern, not before their day.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, settled, violations } from "./lib/browser.mjs";
import { started } from "./lib/start.mjs";

const { browser, site } = await started();

async function at(path) {
  const opened = await open(browser, site);
  await opened.page.goto(site.url(path));
  await settled(opened.page);
  return opened;
}

test("the list has each kind with its reports, as known on the day", async () => {
  const { page, context } = await at("work/?as-of=2027-h2");
  const links = (id) => page.locator(`section[aria-labelledby=${id}] a[href*="/work/"]`);
  const [newest, oldest] = await links("bulletins").allInnerTexts();
  assert.match(newest, /2027年第2期/);
  assert.match(oldest, /2026年第1期/);
  assert.equal(await links("practices").count(), 1, "that of 2029 is not known yet");
  await context.close();
  const later = await at("work");
  assert.equal(await later.page.locator("section[aria-labelledby=practices] li").count(), 2);
  await later.context.close();
});

test("the published edition says honestly that none was found", async () => {
  const { page, context } = await at("work/?edition=published");
  assert.match(await page.locator(".empty").innerText(), /截至2026年11月28日，未见公布：调度通报、典型经验、年度总结、督办/);
  await page.locator('section[aria-labelledby=meetings] a[href*="/work/"]').click();
  await settled(page);
  assert.match(await page.locator(".report-text").innerText(), /北京亦庄/);
  assert.match(await page.locator("#concerned ~ ul").first().innerText(), /蒙苏/);
  await context.close();
});

test("a practice shows its text, its picture with words for it, and whom it concerns", async () => {
  const { page, context, problems } = await at("en/work/practice-2027-05");
  const picture = page.locator(".report-text img");
  assert.match(await picture.getAttribute("alt"), /four boxes from left to right/);
  await picture.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector(".report-text img").naturalWidth > 0);
  assert.equal(await picture.evaluate((image) => image.naturalWidth), Number(await picture.getAttribute("width")));
  assert.match(await picture.getAttribute("src"), /data\/demonstration\/work-picture-[0-9a-f]{16}\.png$/);
  assert.match(await page.locator("#concerned ~ ul").first().innerText(), /Changgui/);
  assert.equal(await page.locator(".chinese-only").count(), 0);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(problems, []);
  await context.close();
});

test("what was not translated is in Chinese, and the English page says so", async () => {
  const { page, context } = await at("en/work/practice-2029-03");
  assert.match(await page.locator(".chinese-only").innerText(), /in Chinese only/);
  assert.equal(await page.locator('h1 [lang="zh-CN"]').count(), 1);
  assert.equal(await page.locator('.report-text p:not([lang="zh-CN"])').count(), 0);
  assert.deepEqual(await violations(page), []);
  await context.close();
});

test("an attachment is taken along under its own name and is the file that was published", async () => {
  const { page, context } = await at("work/bulletin-2026-10");
  const link = page.locator("section[aria-labelledby=attachments] a");
  assert.equal(await link.getAttribute("download"), "绿电直供专线清单（演示）.csv");
  const text = await (await fetch(new URL(await link.getAttribute("href"), page.url()))).text();
  assert.match(text, /^园区,项目/);
  await context.close();
});

test("a park's page leads to the reports that concern it, from their day on", async () => {
  const links = async (moment) => {
    const { page, context } = await at(`parks/demo-shuanghe/?as-of=${moment}`);
    const hrefs = await page.locator("section[aria-labelledby=work] a").evaluateAll((all) => all.map((a) => a.pathname));
    await context.close();
    return hrefs;
  };
  assert.deepEqual(await links("2027-h1"), []);
  const first = ["/work/bulletin-2027-10/", "/work/supervision-2027-09/"];
  assert.deepEqual(await links("2027-h2"), first);
  assert.deepEqual(await links("2029-h1"), ["/work/practice-2029-03/", ...first]);
});

test("each page names the feeds of its edition and language, and they are there", async () => {
  for (const [path, name] of [["", "demonstration.zh"], ["en/work", "demonstration.en"], ["parks/ordos-mengsu", "published.zh"]]) {
    const html = await (await fetch(site.url(path))).text();
    const hrefs = [...html.matchAll(/<link rel="alternate" type="[^"]*" title="[^"]*" href="([^"]*)"/g)].map(([, href]) => href);
    assert.deepEqual(hrefs.map((href) => href.split("/").at(-1)), [`${name}.xml`, `${name}.json`]);
    for (const href of hrefs) assert.equal((await fetch(new URL(href, site.url(path)))).status, 200, href);
  }
});

test("progress leads to the acts that have a page", async () => {
  const { page, context } = await at("progress/?as-of=2027-h2");
  const acts = page.locator("section[aria-labelledby=mechanism]");
  assert.equal(await acts.locator('li a[href*="/work/"]').count(), 5);
  assert.equal(await acts.locator(".more a").count(), 1);
  await context.close();
});

