// Foreign hands on the program's page: a browser's translation wraps every text, a reader mode or an extension puts
// copies in the place of elements or takes some away. The program holds on to the nodes that it drew; what it writes
// into one that was taken out of the page nobody sees. So what others did is written down, and undone before the
// program draws: what it changes then stands in the page. A translation translates the new words anew.

import { at, setField, wayTo } from "./takeover.js";

const ALL = { childList: true, characterData: true, characterDataOldValue: true, subtree: true };

/** How often, between two acts of the reader, something that was taken away is put back at once. */
const TRIES = 3;

/** What a reader does, and what of it a field or button answers to. */
const ACTS = ["mousedown", "keydown"];
const CHANGES = ["input", "change", "click"];
const ANSWERS = "a[href], button, summary, label, [role=button]";

/** What the program hands to others to draw in: a chart. */
const GUESTS = "[data-chart]";

/** Figures, verdicts and computed values that are no bare number. */
const COMPUTED = "[data-figure], [data-outcome]";

/** Whether a text says a number and nothing else. The drawn pages are marked by the same rule (src/paper.rs). */
const isNumber = (text) => /[0-9]/.test(text) && !/\p{Alphabetic}/u.test(text);

/** Watches the body. What it hands over by itself is of foreign hands: the program takes its own records away. */
let watch = null;
/** What foreign hands did since the program drew, oldest first. */
let journal = [];
/** Nodes that foreign hands brought, those of them that came in the place of the program's, and those taken or moved. */
const strangers = new WeakSet();
const copies = new WeakSet();
const ours = new WeakSet();
let tries = 0;
/** How often something was undone; stands on `<html data-mended>`. */
let mended = 0;
/** Says, once, that the page is changed again and again. */
let tell = null;

const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
const elementOf = (node) => (isElement(node) ? node : node.parentElement);

/** The nearest of a node and what it stands in that is in a set. */
function nearest(node, set) {
  let each = node;
  while (each && !set.has(each)) each = each.parentNode;
  return each;
}

/** Whether a node was brought by foreign hands, or stands in one that was. */
function isStrange(node) {
  for (let each = node; each && !ours.has(each); each = each.parentNode) if (strangers.has(each)) return true;
  return false;
}

/** Whether a place is none of the program's page: an extension's own panel beside it. */
function isBeside(node) {
  for (let each = node; each; each = each.parentNode) {
    if (each.parentNode === document.body) return strangers.has(each) && !ours.has(each);
  }
  return node === document.body || node === document.documentElement;
}

/** Writes down what foreign hands did; says whether the program's page cannot be left like that. */
function note(records) {
  const lost = [];
  let written = false;
  for (const record of records) {
    const { type, target, addedNodes, removedNodes } = record;
    if (elementOf(target)?.closest(GUESTS)) continue;
    const strange = isStrange(target);
    const own = [...removedNodes].filter((node) => !strange && !strangers.has(node));
    for (const node of own) ours.add(node);
    for (const node of addedNodes) {
      if (ours.has(node)) continue;
      strangers.add(node);
      if (own.some(isElement)) copies.add(node);
    }
    journal.push({ record, beside: own.length === 0 && isBeside(target) });
    const figure = !strange && elementOf(target)?.closest('[translate="no"]');
    if (figure && (type === "characterData" || own.length > 0)) written = true;
    lost.push(...own.filter(isElement));
  }
  return written || lost.some((node) => !node.isConnected);
}

function revert({ type, target, oldValue, addedNodes, removedNodes, previousSibling, nextSibling }) {
  if (type === "characterData") {
    target.data = oldValue;
    return;
  }
  for (const node of addedNodes) if (node.parentNode === target) node.remove();
  const before = nextSibling?.parentNode === target ? nextSibling : null;
  const after = previousSibling?.parentNode === target ? previousSibling : null;
  const place = before ?? (after ? after.nextSibling : null);
  for (const node of removedNodes) target.insertBefore(node, place);
}

/**
 * Undoes what foreign hands did, the last first: each step finds the page as it was when it was done. What an
 * extension put beside the program's page stays, unless a part of the page was taken out for it.
 */
function undo() {
  if (journal.length === 0) return;
  const whole = journal.some(({ record, beside }) => !beside && record.target === document.body);
  const steps = journal.filter(({ beside }) => whole || !beside).map(({ record }) => record);
  journal = [];
  if (steps.length === 0) return;
  mended += 1;
  document.documentElement.dataset.mended = mended;
  const focused = document.activeElement;
  const way = focused && focused !== document.body ? wayTo(focused, document.body) : null;
  const caret = focused?.selectionStart == null ? null : [focused.selectionStart, focused.selectionEnd];
  for (const step of steps.reverse()) revert(step);
  watch.takeRecords();
  // Where others insist, a focus that comes and goes would make the program draw without end.
  if (!way || document.activeElement === focused || tries >= TRIES) return;
  const again = focused.isConnected ? focused : at(way, document.body);
  again?.focus({ preventScroll: true });
  if (caret && again?.setSelectionRange) again.setSelectionRange(...caret);
}

/** What was taken away, and figures that were written over, come back at once; not for ever, where others insist. */
function seen(records) {
  if (!note(records)) return;
  if (tries < TRIES) {
    tries += 1;
    undo();
  } else {
    tell?.();
    tell = null;
  }
}

/** What is done to a copy that stands in the place of a field or button is done to the program's own. */
function handOn(event) {
  if (event.type === "click" && event.isTrusted && answered?.contains(event.target)) {
    answered = null;
    refuse(event);
    return;
  }
  note(watch.takeRecords());
  const copy = event.target;
  if (!nearest(copy, copies)) return;
  const way = wayTo(copy, document.body);
  const value = copy.type === "checkbox" || copy.type === "radio" ? copy.checked : copy.value;
  undo();
  const own = at(way, document.body);
  // Chromium tells of a change that is not finished while the copy is being taken out.
  if (!own || nearest(own, copies)) return;
  if (event.type !== "click") {
    setField(own, value);
    return;
  }
  refuse(event);
  own.click();
}

/** What the reader has pressed: the node, and the part of the program's page that answers to it. */
let pressed = null;
/** The part that has answered without a click of the browser's. */
let answered = null;

function acted(event) {
  if (!event.isTrusted) return;
  tries = 0;
  answered = null;
  pressed = event.type === "mousedown" ? { node: event.target, part: event.target.closest?.(ANSWERS) } : null;
}

/** Some browsers send no click where the node that was pressed is gone by the time that it is let go. */
function letGo(event) {
  const { node, part } = pressed ?? {};
  pressed = null;
  if (!node || node.isConnected || !part?.isConnected || !part.contains(event.target)) return;
  part.click();
  answered = part;
}

function refuse(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Keeps figures out of a translation. */
function mark(element) {
  const figure = element.matches(COMPUTED) || (element.childElementCount === 0 && isNumber(element.textContent));
  if (figure) element.setAttribute("translate", "no");
  else if (element.hasAttribute("translate")) element.removeAttribute("translate");
}

function markAll(root) {
  mark(root);
  for (const element of root.querySelectorAll("*")) mark(element);
}

function begin() {
  watch = new MutationObserver(seen);
  watch.observe(document.body, ALL);
  // The body itself can be replaced.
  watch.observe(document.documentElement, { childList: true });
  for (const kind of ACTS) addEventListener(kind, acted, { capture: true, passive: true });
  for (const kind of CHANGES) addEventListener(kind, handOn, { capture: true });
  addEventListener("mouseup", letGo, { capture: true });
}

function end() {
  watch?.disconnect();
  watch = null;
  for (const kind of ACTS) removeEventListener(kind, acted, { capture: true });
  for (const kind of CHANGES) removeEventListener(kind, handOn, { capture: true });
  removeEventListener("mouseup", letGo, { capture: true });
}

/**
 * Marks the figures of a body and watches over it once it is the document's. `trouble` is told, once, that foreign
 * hands change the page as often as it is mended.
 */
export function guard(body, trouble) {
  tell = trouble;
  const live = () => {
    markAll(body);
    begin();
  };
  addEventListener("portal-live", live, { once: true });
  // After an error of its own the program draws no more.
  addEventListener("portal-stopped", end, { once: true });
}

/** The program is about to draw. */
export function before() {
  if (!watch) return;
  note(watch.takeRecords());
  undo();
}

/** The program has drawn. */
export function after() {
  if (!watch) return;
  const records = watch.takeRecords();
  for (const { type, target, addedNodes } of records) {
    if (type === "characterData") {
      if (target.parentElement) mark(target.parentElement);
      continue;
    }
    if (target.nodeType === Node.ELEMENT_NODE) mark(target);
    for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) markAll(node);
  }
}
