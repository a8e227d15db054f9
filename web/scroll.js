// Where the reader was in a page: kept in the page's entry of the history, and found again by back, forward and
// reload once everything is there that the page waits for. The browser's own memory ends where data come late.

import { WAITING, WAITS } from "./takeover.js";

/** How long the reader has to rest before a place is kept, ms: browsers allow only so many changes of an entry. */
const PAUSE = 200;

/** How long the page has to be calm at the place that was gone back to, ms: what comes above it moves it once more. */
const CALM = 1500;

/** What a reader does who does not want to be moved any more. */
const ACTS = ["wheel", "touchmove", "pointerdown", "keydown"];

const html = document.documentElement;

/** The place that is being gone back to, and the page that it is in. */
let wanted = null;
let page = "";
let resting = 0;
let calming = 0;

const isWhole = () =>
  html.dataset.portal === "live" && document.querySelector("main h1") && !document.querySelector(`main :is(${WAITS})`);

function keep() {
  clearTimeout(resting);
  if (wanted) return;
  const place = [Math.round(scrollX), Math.round(scrollY)];
  const kept = history.state?.scroll;
  if (kept?.[0] !== place[0] || kept?.[1] !== place[1]) history.replaceState({ ...history.state, scroll: place }, "");
}

const watch = new MutationObserver(() => requestAnimationFrame(reach));

function giveUp() {
  wanted = null;
  clearTimeout(calming);
  watch.disconnect();
}

/** Goes to the place that is wanted; what is still to come may make room for it. */
function reach() {
  // Another page may have been opened before this one was calm.
  if (location.pathname !== page) giveUp();
  clearTimeout(calming);
  if (!wanted || !isWhole()) return;
  scrollTo(...wanted);
  if (Math.abs(scrollY - wanted[1]) <= 1) calming = setTimeout(giveUp, CALM);
}

function seek(place) {
  giveUp();
  if (!place) return;
  wanted = place;
  page = location.pathname;
  watch.observe(html, { childList: true, subtree: true, attributes: true, attributeFilter: WAITING });
  // The first frame draws the page that the address means.
  requestAnimationFrame(() => requestAnimationFrame(reach));
}

/** Keeps the reader's place from now on, and goes back to the one that is kept of this page. */
export function keepPlace() {
  // The drawn page is not shown where the address asks for another state, so that the browser finds no place in it.
  const hidden = "asks" in html.dataset;
  let begun = false;
  for (const act of ACTS) {
    addEventListener(act, () => {
      begun = true;
      giveUp();
    }, { capture: true, passive: true });
  }
  addEventListener("portal-live", () => {
    if (!begun && (hidden || scrollY === 0)) seek(history.state?.scroll);
  }, { once: true });
  addEventListener("popstate", (event) => seek(event.state?.scroll));
  addEventListener("scroll", () => {
    // The browser itself moves the page where something grows above.
    if (wanted) requestAnimationFrame(reach);
    clearTimeout(resting);
    resting = setTimeout(keep, PAUSE);
  }, { passive: true });
  // Before a link is followed, and before the page goes.
  addEventListener("click", () => {
    giveUp();
    keep();
  }, { capture: true });
  addEventListener("pagehide", keep);
}
