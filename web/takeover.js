// The program takes the place of the drawn page: it draws itself beside it, and once nothing is on its way any more
// the two change places in one step. What the reader did meanwhile (scrolled, opened, typed, chose) stays.

/** Elements that hold what a reader types or chooses. */
const FIELDS = "input, textarea, select";

/** What a page waits for: something of it is on its way, or not yet drawn. */
export const WAITS = '[data-state="loading"], [aria-busy="true"]';

/** The attributes that say so. */
export const WAITING = ["data-state", "aria-busy"];

/** How long what was open last is waited for, ms. */
const PATIENCE = 400;

const html = document.documentElement;

/** The way to an element: the nearest id above it, and the places of the children below that. */
export function wayTo(element, body) {
  const steps = [];
  let at = element;
  while (at !== body && !at.id) {
    steps.unshift(Array.prototype.indexOf.call(at.parentElement.children, at));
    at = at.parentElement;
  }
  return { id: at === body ? "" : at.id, steps, tag: element.tagName };
}

/** The element at the end of a way, if it is of the same kind. */
export function at(way, body) {
  let found = way.id ? body.querySelector(`#${CSS.escape(way.id)}`) : body;
  for (const step of way.steps) found = found?.children[step];
  return found?.tagName === way.tag ? found : null;
}

function ofField(field) {
  if (field.tagName === "SELECT") {
    const first = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
    return field.selectedOptions[0] === first ? null : field.value;
  }
  if (field.type === "checkbox" || field.type === "radio") {
    return field.checked === field.defaultChecked ? null : field.checked;
  }
  return field.value === field.defaultValue ? null : field.value;
}

export function setField(field, value) {
  if (typeof value === "boolean") field.checked = value;
  else field.value = value;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

/** How far into an element's text a place lies. */
function offset(element, node, within) {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, within);
  return range.toString().length;
}

/** The place in an element's text that lies so far in. */
function placeIn(element, far) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = far;
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (left <= node.data.length) return [node, left];
    left -= node.data.length;
  }
  return [element, element.childNodes.length];
}

function selection(body) {
  const chosen = getSelection();
  if (!chosen || chosen.isCollapsed || !body.contains(chosen.anchorNode)) return null;
  const range = chosen.getRangeAt(0);
  let whole = range.commonAncestorContainer;
  if (whole.nodeType !== Node.ELEMENT_NODE) whole = whole.parentElement;
  const ends = [[range.startContainer, range.startOffset], [range.endContainer, range.endOffset]];
  return { way: wayTo(whole, body), ends: ends.map(([node, within]) => offset(whole, node, within)) };
}

/** What the reader did with a page that the program has not yet drawn. */
function remember(body) {
  const focused = document.activeElement;
  const fields = [...body.querySelectorAll(FIELDS)].map((field) => [wayTo(field, body), ofField(field)]);
  return {
    scroll: [scrollX, scrollY],
    focus: focused && focused !== body && body.contains(focused) ? wayTo(focused, body) : null,
    caret: focused?.selectionStart == null ? null : [focused.selectionStart, focused.selectionEnd],
    folds: [...body.querySelectorAll("details")].map((fold) => [wayTo(fold, body), fold.open]),
    // A page that is not shown has nothing that a reader typed: what its fields hold the browser remembers of another
    // state of the page.
    fields: "asks" in html.dataset ? [] : fields.filter(([, value]) => value !== null),
    selection: selection(body),
  };
}

function restore(kept, body) {
  for (const [way, open] of kept.folds) {
    const fold = at(way, body);
    if (fold && fold.open !== open) fold.open = open;
  }
  for (const [way, value] of kept.fields) {
    const field = at(way, body);
    if (field && !field.disabled) setField(field, value);
  }
  const focused = kept.focus && at(kept.focus, body);
  if (focused) {
    focused.focus({ preventScroll: true });
    if (kept.caret && focused.setSelectionRange) focused.setSelectionRange(...kept.caret);
  }
  const whole = kept.selection && at(kept.selection.way, body);
  if (whole) {
    const [from, to] = kept.selection.ends.map((far) => placeIn(whole, far));
    getSelection().setBaseAndExtent(...from, ...to);
  }
  scrollTo(...kept.scroll);
}

const shown = (element) => element.textContent.replace(/\s+/g, " ").trim();

/** The figures of a body by what they are: each says it, and of which park it is. */
function figures(body) {
  const found = new Map();
  for (const element of body.querySelectorAll("[data-figure]")) {
    const park = element.closest("[data-park]")?.dataset.park ?? "";
    let key = `${park} ${element.dataset.figure}`;
    // A figure may stand in a page more than once.
    while (found.has(key)) key += "'";
    found.set(key, element);
  }
  return found;
}

/** Says whether the figures that were worked out here are those that the site was built with; marks those that are not. */
function compare(drawn, next) {
  const notice = next.querySelector("[data-recomputed]");
  const built = figures(drawn);
  const here = [...figures(next)].filter(([key]) => built.has(key));
  if (!notice || here.length === 0) return;
  const { saidAgrees: agrees, saidDiffers: differs, saidWas: was } = notice.dataset;
  const others = here.filter(([key, element]) => shown(element) !== shown(built.get(key)));
  for (const [key, element] of others) element.dataset.differs = was.replace("{was}", shown(built.get(key)) || "—");
  notice.textContent = others.length === 0 ? agrees.replace("{n}", here.length) : differs.replace("{n}", others.length);
  notice.dataset.recomputed = others.length === 0 ? "agrees" : "differs";
  if (others.length > 0) console.error(`figures that differ: ${others.map(([key]) => key.trim()).join(", ")}`);
}

/** Whether a page shows only that something of it could not be had. */
const failed = (body) => body.querySelector("main .state-failed");

/**
 * Puts `next` in the place of the page once nothing in it is on its way any more. Where a part cannot be had the
 * drawn page stays, which has it, and says so; an address that asks for another state is answered as the program does.
 */
export function takeOver(next) {
  const drawn = document.body;
  const begun = location.pathname;
  let waited = false;
  const take = () => {
    const moved = location.pathname !== begun;
    if (!next.querySelector("h1") || next.querySelector(`:is(${WAITS}):not([data-opening])`)) return;
    // What a reader had open last mostly comes at once; where it does not, the page says that it is on its way.
    if (next.querySelector("[data-opening]") && !waited) {
      setTimeout(() => {
        waited = true;
        if (!next.isConnected) take();
      }, PATIENCE);
      return;
    }
    if (failed(next) && !moved && !("asks" in html.dataset)) {
      dispatchEvent(new CustomEvent("portal-broken"));
      return;
    }
    watch.disconnect();
    const kept = moved ? null : remember(drawn);
    if (!moved && !("asks" in html.dataset)) compare(drawn, next);
    drawn.replaceWith(next);
    delete html.dataset.asks;
    if (kept) restore(kept, next);
    else {
      scrollTo(0, 0);
      next.querySelector("#title")?.focus({ preventScroll: true });
    }
    html.dataset.portal = "live";
    dispatchEvent(new CustomEvent("portal-live", { detail: { drawn, at: begun } }));
  };
  const watch = new MutationObserver(take);
  watch.observe(next, { childList: true, subtree: true, attributes: true, attributeFilter: WAITING });
  take();
}
