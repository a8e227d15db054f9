// Foreign hands on the page: what a browser's translation, a reader mode or an extension does to the markup. Whatever
// it is, every figure that stands there follows what the reader types, sorts and chooses.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { open, settled } from "./lib/browser.mjs";
import { assess } from "./lib/parks.mjs";
import { started } from "./lib/start.mjs";
import { saved, type } from "./lib/typing.mjs";
import { until } from "./lib/waiting.mjs";

const { browser, site } = await started();

/** What is there for every hand: it is written for the page, before anything of the page runs. */
function tools() {
  const texts = (root, skip = "") => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      if (node.data.trim() && !node.parentElement.closest(`font, script, style, textarea${skip}`)) found.push(node);
    }
    return found;
  };
  globalThis.hands = {
    /** Puts two elements around every text, which stays what it is. */
    wrap(root, skip) {
      for (const node of texts(root, skip)) {
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        outer.append(inner);
        node.replaceWith(outer);
        inner.append(node);
      }
    },
    /** Puts copies in the place of texts, marked by two elements, as a translation does. */
    translate(root, skip) {
      for (const node of texts(root, skip)) {
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        inner.textContent = `‹${node.data}›`;
        outer.append(inner);
        node.replaceWith(outer);
      }
    },
    /** Does something now, and again whenever the page has changed. */
    always(act) {
      const watch = new MutationObserver(() => again());
      const again = () => {
        act();
        watch.takeRecords();
      };
      watch.observe(document.body, { childList: true, subtree: true, characterData: true });
      again();
    },
  };
}

/** What is done to the page once it stands. `same`: what others did changes no word of it. */
const HANDS = {
  "every text is wrapped": { same: true, lay: () => hands.wrap(document.body) },
  "every text is wrapped, again and again": { same: true, lay: () => hands.always(() => hands.wrap(document.body)) },
  "a translation that keeps to what is asked for": {
    lay: () => hands.always(() => hands.translate(document.body, ', [translate="no"]')),
  },
  "a translation that does not": { lay: () => hands.translate(document.body) },
  "parts of the page are replaced by copies": {
    same: true,
    lay: () => {
      for (const part of document.querySelectorAll("main section, main table, main form, main .page > *")) {
        part.replaceWith(part.cloneNode(true));
      }
    },
  },
  "the page is replaced by a copy": {
    same: true,
    lay: () => document.querySelector("main").replaceWith(document.querySelector("main").cloneNode(true)),
  },
  "the markup is written anew": {
    same: true,
    lay: () => {
      const main = document.querySelector("main");
      main.innerHTML = `${main.innerHTML} `;
    },
  },
  "rows are removed": {
    same: true,
    lay: () => {
      for (const row of document.querySelectorAll("tbody tr:nth-child(2n), li:nth-child(3n), dd, output")) row.remove();
    },
  },
  "the document's body is replaced by a copy": { same: true, lay: () => document.body.replaceWith(document.body.cloneNode(true)) },
};

const query = (page, wanted) => page.waitForFunction((wanted) => location.search.includes(wanted), wanted);

/** Kinds of page, and what a reader does there. */
const KINDS = {
  "a ranking is sorted": {
    path: "rankings",
    act: async (page) => {
      await page.locator("#ranking th.cell-core button").click();
      await query(page, "sort=core");
      await page.locator("#ranking th.cell-core button").click();
      await query(page, "sort=-core");
    },
  },
  "a ranking is filtered": {
    path: "en/rankings",
    act: async (page) => {
      await page.locator("#filter").fill("Song");
      await query(page, "q=Song");
      await page.locator("#filter-grid").selectOption("west");
      await query(page, "grid=west");
    },
  },
  "another round is chosen on Home": {
    path: "",
    act: async (page) => {
      await page.locator("#as-of").selectOption("2027-h1");
      await query(page, "as-of=2027-h1");
    },
  },
  "another round is chosen on a park's page": {
    path: "en/parks/demo-chengye",
    act: async (page) => {
      await page.locator("#as-of").selectOption("2028-h2");
      await query(page, "as-of=2028-h2");
    },
  },
  "another page is opened": {
    path: "ladder",
    act: async (page) => {
      await page.locator("nav.nav a", { hasText: "名单" }).first().click();
      await page.waitForURL("**/lists/");
    },
  },
  "another language is chosen": {
    path: "progress",
    act: async (page) => {
      await page.locator("a.language").click();
      await page.waitForURL("**/en/progress/");
    },
  },
  "the map becomes a table": {
    path: "map",
    act: async (page) => {
      await page.locator('nav.tabs a[href*="view=table"], a[href*="view=table"]').first().click();
      await query(page, "view=table");
    },
  },
};

/** A page that stands, with everything at hand that is done to it. */
async function standing(path) {
  // Markup that foreign hands write has the style attributes of the program's own, which the policy refuses in markup.
  const opened = await open(browser, site, { allow: (problem) => /Applying inline style violates/.test(problem) });
  await opened.page.addInitScript(tools);
  await opened.page.goto(site.url(path));
  await settled(opened.page);
  return opened;
}

/** The words of the page, and the figures among them; a citation names a second of the day. */
const told = (page) =>
  page.evaluate(() => {
    const said = (element) => element.textContent.replace(/\s+/g, " ").trim();
    const main = document.querySelector("main").cloneNode(true);
    for (const each of main.querySelectorAll(".cite-text, .state-loading")) each.remove();
    const figures = [...main.querySelectorAll('[translate="no"]')];
    return {
      heading: said(main.querySelector("h1")).replace(/[‹›]/g, ""),
      words: said(main),
      figures: figures.filter((each) => !each.parentElement.closest('[translate="no"]')).map((each) => said(each).replace(/[‹›]/g, "")),
    };
  });

/** What the page says after the reader has acted, where nobody has interfered. */
const plain = new Map();
for (const [kind, { path, act }] of Object.entries(KINDS)) {
  const { page, context } = await standing(path);
  const before = await told(page);
  await act(page);
  await settled(page);
  const after = await until(`${kind}, without hands`, () => told(page), (now) => now.words !== before.words);
  plain.set(kind, after);
  await context.close();
}

for (const [hand, { lay, same }] of Object.entries(HANDS)) {
  describe(hand, () => {
    for (const [kind, { path, act }] of Object.entries(KINDS)) {
      test(kind, async () => {
        const { page, context, problems } = await standing(path);
        await page.evaluate(lay);
        await act(page);
        await settled(page);
        const wanted = plain.get(kind);
        const now = await until("the page as it is without hands", () => told(page), ({ figures }) => figures.join() === wanted.figures.join()).catch(() => told(page));
        assert.deepEqual(now.figures, wanted.figures);
        if (same) assert.equal(now.words, wanted.words);
        assert.deepEqual(problems, []);
        await context.close();
      });
    }
  });
}

/** Whether a figure on the page is an exact one, rounded. */
const isRounded = (shown, exact) => Math.abs(Number(shown) - Number(exact)) <= 0.0005;

const YEAR = {
  format: "zcp.assessment/1",
  year: 2026,
  fuels: [{ fuel: "natural_gas", use: "combustion", amount: "2000" }],
  electricity: { received: [{ source: "direct_non_fossil", mwh: "600000" }, { source: "other", mwh: "100000" }] },
};

describe("a self-assessment", () => {
  for (const [hand, { lay }] of Object.entries(HANDS)) {
    test(`${hand}, and the result is that of what is typed, on the screen and on paper`, async () => {
      const { page, context, problems } = await standing("assess");
      await page.evaluate(lay);
      await type(page, YEAR);
      const truth = assess(YEAR);
      const core = truth.outcomes[0];
      const verdict = page.locator(".result-head");
      await until("the verdict", () => verdict.getAttribute("data-verdict"), (now) => now === truth.verdict.replaceAll("_", "-"));
      const shown = async () => (await page.locator(".result-figure strong").innerText()).replace(/[‹›]/g, "");
      assert.ok(isRounded(await shown(), core.value), `${await shown()} for ${core.value}`);
      // Typed over: what stood there does not stay.
      const field = page.locator("#f-own");
      await page.locator('.steps a[href*="step=power"]').click();
      await page.evaluate(lay);
      await field.fill("900000");
      const more = assess({ ...YEAR, electricity: { ...YEAR.electricity, self_used_non_fossil_mwh: "900000" } });
      await until("the new figure", shown, (now) => isRounded(now, more.outcomes[0].value));
      assert.ok(!isRounded(more.outcomes[0].value, core.value));
      assert.equal(await field.inputValue(), "900000");
      const file = JSON.parse(await saved(page, "#save-result"));
      assert.equal(file.outcomes[0].value, more.outcomes[0].value);
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      assert.ok(isRounded(await shown(), more.outcomes[0].value));
      assert.deepEqual(problems, []);
      await context.close();
    });
  }

  test("copies that come back again and again hand on what is done to them, and the page says so once", async () => {
    const { page, context } = await standing("en/assess");
    await page.evaluate(() => {
      let last;
      hands.always(() => {
        const form = document.querySelector(".assess-form");
        if (!form || form === last) return;
        last = form.cloneNode(true);
        form.replaceWith(last);
      });
    });
    await page.locator("[data-disturbed]").waitFor();
    await type(page, YEAR);
    const wanted = assess(YEAR).outcomes[0].value;
    await until("the figure", () => page.locator(".result-figure strong").innerText(), (now) => isRounded(now, wanted));
    assert.equal(await page.locator("[data-disturbed]").count(), 1);
    await context.close();
  });
});

test("what an extension puts beside the page stays, and so does the page", async () => {
  const { page, context, problems } = await standing("rankings");
  await page.evaluate(() => {
    const panel = document.createElement("div");
    panel.id = "panel";
    panel.innerHTML = "<p>panel</p>";
    document.body.append(panel);
  });
  await page.locator("#ranking th.cell-core button").click();
  await query(page, "sort=core");
  await page.evaluate(() => document.querySelector("#panel p").append(" changed"));
  await page.locator("#filter").fill("松序");
  await query(page, "q=");
  assert.equal(await page.locator("#panel").innerText(), "panel changed");
  assert.deepEqual(problems, []);
  await context.close();
});

test("without foreign hands nothing is ever undone", async () => {
  const { page, context, problems } = await standing("");
  for (const link of ["map", "ladder", "rankings", "lists", "progress", "assess", "method", "glossary", "about"]) {
    await page.locator(`nav.nav a[href$="/${link}/"]:visible, footer a[href$="/${link}/"]:visible`).first().click();
    await page.waitForURL(`**/${link}/`);
    await settled(page);
    assert.equal(await page.locator("html[data-mended]").count(), 0, link);
  }
  assert.deepEqual(problems, []);
  await context.close();
});
