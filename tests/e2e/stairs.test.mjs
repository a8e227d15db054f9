// The ladder, built parks and rectification: what the address chooses, what stands there, and that nothing later
// than the reader's moment leaks in.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, overflow, settled, violations } from "./lib/browser.mjs";
import { started } from "./lib/start.mjs";

const { browser, site } = await started();

async function at(path, options) {
  const opened = await open(browser, site, options);
  await opened.page.goto(site.url(path));
  await settled(opened.page);
  return opened;
}

/** Days in tables and lists that lie after a day. */
const later = (page, day) =>
  page.evaluate(
    (last) => [...document.querySelectorAll("main time")].map((e) => e.textContent.trim()).filter((d) => d > last),
    day,
  );

test("the earlier round stands in the address, and the moment stays there with it", async () => {
  const { page, context, problems } = await at("ladder/?as-of=2028-h1");
  const before = await page.locator("#moves ~ .lead").textContent();
  await page.selectOption("#since", "2025-h2");
  await page.waitForFunction((text) => document.querySelector("#moves ~ .lead").textContent !== text, before);
  const search = new URL(page.url()).searchParams;
  assert.deepEqual([search.get("as-of"), search.get("since")], ["2028-h1", "2025-h2"]);
  await page.reload();
  await settled(page);
  assert.equal(await page.locator("#since").inputValue(), "2025-h2");
  assert.ok((await page.locator(".moves tbody tr").count()) > 10);
  assert.deepEqual(await later(page, "2028-06-30"), []);
  assert.deepEqual(problems, []);
  await context.close();
});

test("bands and table tell of the same moves", async () => {
  const { page, context } = await at("ladder/?as-of=2027-h2&since=2027-h1");
  const moved = await page.locator("#moves ~ .lead").textContent();
  const parks = await page.$$eval(".moves tbody th a", (links) => new Set(links.map((a) => a.href)).size);
  assert.match(moved, new RegExp(`${parks}个园区变动`));
  const sides = await page.$$eval(".streams-side", (all) =>
    all.map((side) => [...side.querySelectorAll("b")].reduce((sum, b) => sum + Number(b.textContent), 0)),
  );
  assert.equal(sides[0], sides[1], "as many parks on the left as on the right");
  await context.close();
});

test("a round that cannot be compared with is said to be so", async () => {
  for (const since of ["2030-h2", "never"]) {
    const { page, context, problems } = await at(`en/ladder/?as-of=2027-h1&since=${since}`);
    assert.match(await page.locator("section[aria-labelledby=moves]").textContent(), /does not exist here/);
    assert.equal(await page.locator("#since").inputValue(), "2026-h2");
    assert.deepEqual(problems, []);
    await context.close();
  }
});

test("the first round and an edition without rounds have nothing to compare", async () => {
  // On 30 June 2025 the notice that the rules rest on was not yet published.
  for (const [path, rules] of [["en/ladder/?as-of=2025-h1", 0], ["en/ladder/?edition=published", 21]]) {
    const { page, context, problems } = await at(path);
    assert.equal(await page.locator("#since").count(), 0, path);
    assert.ok(await page.locator("section[aria-labelledby=moves] .empty").isVisible(), path);
    const rows = await page.locator(".ladder-rules tbody tr").count();
    assert.equal(rows, rules, path);
    assert.equal(await page.locator("section[aria-labelledby=rules] .empty").count(), rules ? 0 : 1, path);
    assert.deepEqual(problems, []);
    await context.close();
  }
});

test("every mark of the picture stands in its table", async () => {
  const { page, context } = await at("en/ladder");
  const marks = await page.locator(".figure .step-mark").count();
  await page.locator(".twin summary").click();
  await page.locator(".ladder-twin").waitFor();
  assert.equal(await page.locator(".ladder-twin tbody tr").count(), marks);
  assert.equal(marks, 36);
  await context.close();
});

test("every step names its conditions, who decides and its clause; links between the tables lead somewhere", async () => {
  const { page, context } = await at("en/ladder");
  const rows = await page.$$eval(".ladder-rules tbody tr", (all) =>
    all.map((row) => [...row.cells].map((cell) => cell.textContent.trim())),
  );
  assert.ok(rows.length === 21 && rows.every((row) => row.length === 4 && row.every(Boolean)));
  for (const clause of ["plan/2/1/3", "plan/2/3/3", "ndrc-910/3.2", "ndrc-910/3.3", "ndrc-910/3.4", "ndrc-1082/3", "ndrc-press-20251231/not-listed"]) {
    assert.ok(
      (await page.locator(".ladder-coverage tbody th").allTextContents()).some((text) => text.includes(clause)),
      clause,
    );
  }
  const broken = await page.$$eval('main a[href^="#"]', (links) =>
    links.map((a) => a.getAttribute("href")).filter((href) => !document.getElementById(href.slice(1))),
  );
  assert.deepEqual(broken, []);
  await context.close();
});

test("a step that the press reported says so, and which steps may be taken instead of one another", async () => {
  const { page, context } = await at("en/ladder");
  const row = (id) => page.locator(`#step-${id}`);
  for (const [id, mark] of [["assess-unlisted-built", "B"], ["assess-before-period-ends", "B"], ["recommend-built", "A"]]) {
    assert.equal(await row(id).locator("td:last-child .mark").getAttribute("data-mark"), mark, id);
  }
  for (const [one, other] of [["recommend-built", "assess-unlisted-built"], ["self-assessment", "assess-before-period-ends"]]) {
    assert.equal(await row(one).locator(`.instead a[href="#step-${other}"]`).count(), 1, one);
    assert.equal(await row(other).locator(`.instead a[href="#step-${one}"]`).count(), 1, other);
  }
  await context.close();
});

test("an accepted park stands with the day, the list and the figures known on that day", async () => {
  const { page, context, problems } = await at("en/built/?as-of=2028-h1");
  assert.deepEqual(await later(page, "2028-06-30"), []);
  const rows = await page.$$eval(".built tbody tr", (all) => all.map((row) => row.textContent));
  assert.equal(rows.length, 4);
  for (const row of rows) {
    assert.match(row, /2027-12-20/);
    assert.match(row, /Round of 2027-06-30/, "the round before the acceptance, not a later one");
    assert.match(row, /Accepted by the region on 20 December 2027/);
  }
  assert.match(await page.locator(".built tbody tr a[href*=lists]").first().getAttribute("href"), /as-of=2028-h1/);
  assert.deepEqual(problems, []);
  await context.close();
});

test("where nothing is accepted or ordered, the page says so and by which clause there would be", async () => {
  for (const path of ["en/built/?edition=published", "en/rectification/?edition=published", "en/built/?as-of=2025-h1"]) {
    const { page, context, problems } = await at(path);
    assert.match(await page.locator("main .lead").first().textContent(), /no published .* was found/, path);
    assert.equal(await page.locator("main table").count(), 0, path);
    assert.ok((await page.locator('main a.basis[href*="plan/2/3/3"]').count()) > 0, path);
    assert.deepEqual(problems, []);
    await context.close();
  }
});

test("an order counts down, runs over and ends as of the reader's day", async () => {
  const row = async (path, park) => {
    const { page, context } = await at(path);
    const text = await page.locator(`.orders tr:has(a[href*="${park}"])`).first().textContent();
    await context.close();
    return text;
  };
  assert.match(await row("en/rectification/?as-of=2027-h2", "demo-shuanghe"), /182 days left/);
  assert.match(await row("en/rectification/?as-of=2028-h2", "demo-shuanghe"), /35 days after the last day/);
  assert.match(await row("en/rectification", "demo-xuansha"), /730 days overdue/);
  assert.match(await row("en/rectification", "demo-luli"), /No last day is published/);
});

test("a park's file that fails takes only its own row down, and comes back", async () => {
  const { page, context } = await open(browser, site, { allow: () => true });
  let refused = 0;
  await page.route(/data\/.*demo-xuansha-[0-9a-f]+\.json/, (route) => {
    refused += 1;
    return refused === 1 ? route.abort() : route.continue();
  });
  await page.goto(`${site.url("en/rectification")}?asking`);
  await settled(page);
  const failed = page.locator('.orders [role="alert"]');
  assert.equal(await failed.count(), 1);
  assert.match(await page.locator(".orders tr", { has: page.locator('[role="alert"]') }).textContent(), /730 days overdue/);
  await failed.getByRole("button").click();
  await page.locator('.orders tr:has(a[href*="xuansha"])', { hasText: "Coal boilers" }).waitFor();
  assert.equal(await failed.count(), 0);
  await context.close();
});

for (const path of ["ladder/?as-of=2028-h1", "en/built", "en/rectification", "en/ladder/?edition=published"]) {
  test(`/${path}: open details pass axe and fit a phone`, async () => {
    const { page, context, problems } = await at(path, { viewport: { width: 1280, height: 900 } });
    await page.$$eval("main details", (all) => all.forEach((details) => (details.open = true)));
    await settled(page);
    const found = (await violations(page)).filter((one) => !one.startsWith("axe region"));
    assert.deepEqual(found, []);
    for (const width of [360, 390]) {
      const wide = await overflow(page, width);
      assert.ok(!wide.some((one) => /sheet|streams|step|details|answers/.test(one)), wide.join());
    }
    assert.deepEqual(problems, []);
    await context.close();
  });
}

for (const [lang, width] of [["", 1280], ["", 768], ["en", 1280], ["en", 1000], ["en", 768]]) {
  test(`the steps stand on one ground and their names beside each other (${lang || "zh"}, ${width} px)`, async () => {
    const { page, context } = await at(`${lang}/ladder`.replace(/^\//, ""), { viewport: { width, height: 900 } });
    const steps = await page.locator(".ladder .step").evaluateAll((all) =>
      all.map((step) => {
        const range = document.createRange();
        range.selectNodeContents(step.querySelector(".step-name"));
        const [rise, name] = [step.querySelector(".step-rise").getBoundingClientRect(), range.getBoundingClientRect()];
        return { ground: rise.bottom, tread: rise.top, name: [name.left, name.right] };
      }),
    );
    assert.equal(steps.length, 8);
    for (const [i, step] of steps.entries()) {
      assert.ok(Math.abs(step.ground - steps[0].ground) < 1, `step ${i + 1} stands on the ground`);
      if (i === 0) continue;
      assert.ok(step.tread < steps[i - 1].tread, `step ${i + 1} is higher than the one before`);
      assert.ok(step.name[0] >= steps[i - 1].name[1], `the name of step ${i + 1} begins where the one before has ended`);
    }
    const menu = await page.locator("header .nav a:visible").evaluateAll((all) => all.map((link) => link.offsetTop));
    assert.equal(new Set(menu).size, 1, "the menu is one line");
    await context.close();
  });
}

for (const path of ["ladder", "rectification"]) {
  for (const width of [1280, 390]) {
    test(`words run along their lines in the lists of /${path} (${width} px)`, async () => {
      const { page, context } = await at(path, { viewport: { width, height: 900 } });
      const items = page.locator(".sheet .conditions > li");
      await items.first().waitFor();
      const narrow = await items.evaluateAll((all) =>
        all.filter((item) => {
          const lines = item.getBoundingClientRect().height / parseFloat(getComputedStyle(item).lineHeight);
          return lines > 4;
        }).map((item) => item.textContent),
      );
      assert.deepEqual(narrow, []);
      await context.close();
    });
  }
}
