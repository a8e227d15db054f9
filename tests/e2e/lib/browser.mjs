// Chromium, and a page that is watched for everything that must not happen.

import fs from "node:fs";
import { createRequire } from "node:module";

import { chromium } from "playwright-core";

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });

/**
 * A page in a context of its own, with the list of its problems: console errors (violations of the
 * policy are among them), exceptions, requests to other origins, requests that failed.
 */
export async function open(browser, site, { allow = () => false, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", ...options });
  const page = await context.newPage();
  const problems = [];
  const report = (problem) => {
    if (!allow(problem)) problems.push(problem);
  };
  page.on("console", (message) => {
    if (message.type() === "error") report(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => report(`exception: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${site.origin}/`) && !/^(data|blob):/.test(url)) report(`foreign: ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) report(`status ${response.status()}: ${response.url()}`);
  });
  page.on("requestfailed", (request) => {
    // A page that is left in the middle of a request has not failed.
    const reason = request.failure()?.errorText;
    if (reason !== "net::ERR_ABORTED") report(`failed: ${request.url()} ${reason}`);
  });
  return { page, context, problems };
}

/**
 * Keeps the portal from starting, so that the drawn page stays. Unlike a browser whose scripts are
 * off, axe still runs in it.
 */
export const withoutPortal = (page) =>
  page.route("**/app/portal-*.js", () => {});

/** Waits until the portal has started and everything that it loads has come or failed. */
export async function settled(page) {
  await page.waitForFunction(
    () =>
      document.documentElement.dataset.portal === "live" &&
      document.querySelector("main h1")?.textContent.trim() &&
      !document.querySelector('[data-state="loading"], [aria-busy="true"]'),
    undefined,
    { timeout: 20_000 },
  );
}

/** Violations that axe finds: WCAG A and AA of all versions, and its best practices. */
export async function violations(page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const options = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], preload: false };
    return (await globalThis.axe.run(document, options)).violations;
  });
  return found.flatMap((rule) =>
    rule.nodes.slice(0, 5).map((node) => `axe ${rule.id}: ${node.target.join(" ")} ${node.failureSummary}`),
  );
}

/** By how many pixels the page is wider than its window, and what makes it so. */
export async function overflow(page, width) {
  await page.setViewportSize({ width, height: 900 });
  return page.evaluate((wanted) => {
    const by = document.documentElement.scrollWidth - wanted;
    if (by <= 0) return [];
    const scrolls = (element) => {
      for (let e = element.parentElement; e && e !== document.body; e = e.parentElement) {
        if (getComputedStyle(e).overflowX !== "visible") return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll("*")].filter(
      (e) => e.getBoundingClientRect().right > wanted + 1 && !e.closest("svg svg *") && !scrolls(e),
    );
    const names = wide.slice(0, 5).map((e) => `${e.localName}.${[...e.classList].join(".")}`);
    return [`${by} px wider than ${wanted}: ${names.join(", ")}`];
  }, width);
}
