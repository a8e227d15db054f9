// Times in Chromium. `run.mjs steps DATA PACKAGE REPEATS FILE…` takes the engine's steps in WebAssembly over the
// files of a data folder; `run.mjs page SITE DATA` opens the rankings of a built site whose data folder is another,
// and types into its filter. Each prints one line of JSON, in milliseconds.

import fs from "node:fs";
import http from "node:http";
import path from "node:path";

import { chromium } from "playwright-core";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Serves folders by the beginning of an address, the longest first. */
async function serve(folders) {
  const server = http.createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const [prefix, folder] = folders.find(([prefix]) => address.startsWith(prefix));
    const place = path.join(folder, address.slice(prefix.length));
    const isFile = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile();
    const file = [place, path.join(place, "index.html")].find(isFile);
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" });
    fs.createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function inChromium(folders, go) {
  const site = await serve(folders);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    return await go(await browser.newPage({ viewport: { width: 1280, height: 900 } }), site.origin);
  } finally {
    await browser.close();
    site.close();
  }
}

const here = import.meta.dirname;

const tasks = {
  async steps([data, pkg, repeats, ...files]) {
    fs.copyFileSync(path.join(here, "steps.html"), path.join(pkg, "index.html"));
    const folders = [
      ["/data/", data],
      ["/", pkg],
    ];
    return inChromium(folders, async (page, origin) => {
      await page.goto(`${origin}/`);
      await page.waitForFunction(() => globalThis.ready);
      const ms = await page.evaluate(([files, repeats]) => globalThis.time(files, repeats), [files, Number(repeats)]);
      return { ms };
    });
  },

  async page([site, data]) {
    const folders = [
      ["/data/", data],
      ["/", site],
    ];
    return inChromium(folders, async (page, origin) => {
      const rows = "html[data-portal=live] main table tbody tr";
      // From navigation until the frame after the program's own first row is painted. The rows that were drawn when the
      // site was built are of another edition.
      await page.addInitScript((rows) => {
        globalThis.frameAfter = (isThere) =>
          new Promise((done) => {
            const look = () =>
              isThere() ? requestAnimationFrame(() => setTimeout(() => done(performance.now()))) : requestAnimationFrame(look);
            look();
          });
        globalThis.ranked = globalThis.frameAfter(() => document.querySelector(rows));
      }, rows);
      await page.goto(`${origin}/rankings/`);
      const table = await page.evaluate(() => globalThis.ranked);
      const filter = page.locator("main input[type=search]").first();
      await filter.focus();
      // From each key until the frame that its rows stand in is painted. The listener is there before any key: an
      // input overtakes whatever else the page is asked to do.
      await page.evaluate(() => {
        globalThis.keys = [];
        addEventListener("keydown", ({ timeStamp }) =>
          requestAnimationFrame(() => setTimeout(() => globalThis.keys.push(performance.now() - timeStamp))),
        );
      });
      for (const [at, key] of ["1", "2", "3", "Backspace", "Backspace"].entries()) {
        await page.keyboard.press(key);
        await page.waitForFunction((keys) => globalThis.keys.length === keys, at + 1);
        // A reader types no faster, and the address follows in between.
        await page.waitForTimeout(500);
      }
      const keys = await page.evaluate(() => globalThis.keys);
      return { table, keys };
    });
  },
};

const [task, ...rest] = process.argv.slice(2);
console.log(JSON.stringify(await tasks[task](rest)));
