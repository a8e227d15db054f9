// Starts the portal: finds the site's root, fetches the WebAssembly with its integrity and runs it; the program then
// takes the drawn page's place (web/takeover.js). Whatever fails, the drawn page stays or comes back, with a sentence
// that says what does not work.

/** File names and integrity, filled in by `cargo xtask build`. */
const build = /* BUILD */ null;

const WORDS = {
  zh: {
    old: "您的浏览器版本较旧，筛选、测算和切换时点用不了。请使用 Chrome 97、Firefox 102、Safari 16 或更新的浏览器。",
    off: "浏览器关闭了 WebAssembly，筛选、测算和切换时点用不了。",
    failed: "本页的程序没有完整加载，筛选、测算和切换时点暂时用不了。可能是网络中断，或站点正在更新。",
    broken: "有一部分数据或程序没有取到，本页是生成网站时的样子。",
    stopped: "程序出错，已经停止。本页是生成网站时的样子。",
    asks: "地址要求的时点、筛选或排序没有显示出来，这里是默认的样子。",
    retry: "重新加载",
  },
  en: {
    old: "This browser is too old for filters, calculations and other moments. Please use Chrome 97, Firefox 102, Safari 16 or newer.",
    off: "WebAssembly is switched off in this browser: filters, calculations and other moments do not work.",
    failed: "The program of this page did not load completely: filters, calculations and other moments do not work for now. The network may be down, or the site is being updated.",
    broken: "Part of the data or of the program could not be had. This is the page as it was when the site was built.",
    stopped: "The program has stopped by an error of its own. This is the page as it was when the site was built.",
    asks: "The moment, filter or order that the address asks for is not shown; this is the default.",
    retry: "Reload",
  },
};

const html = document.documentElement;

/** What is in the way of WebAssembly, if anything: an old browser, or one in which it is switched off. */
function inTheWay() {
  if (typeof WebAssembly !== "object") return "off";
  const header = [0, 97, 115, 109, 1, 0, 0, 0];
  try {
    // Compiled: browsers that do not know 'wasm-unsafe-eval' refuse every compilation.
    if (!(new WebAssembly.Module(Uint8Array.of(...header)) instanceof WebAssembly.Module)) return "old";
    // A module with one table of `externref`.
    return WebAssembly.validate(Uint8Array.of(...header, 4, 4, 1, 0x6f, 0, 1)) ? null : "old";
  } catch (_) {
    return "old";
  }
}

/** Says above the page what does not work. */
function tell(state, retry) {
  const words = html.lang === "en" ? WORDS.en : WORDS.zh;
  const asks = "asks" in html.dataset;
  // What was drawn is shown, and said to be not what was asked for.
  delete html.dataset.asks;
  document.querySelector(".boot-notice[data-state]")?.remove();
  const notice = document.createElement("p");
  notice.className = "boot-notice";
  notice.dataset.state = `boot-${state}`;
  notice.setAttribute("role", "status");
  notice.append(asks ? `${words[state]} ${words.asks}` : words[state]);
  if (retry) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.retry;
    button.addEventListener("click", () => location.reload());
    notice.append(" ", button);
  }
  document.body.prepend(notice);
}

/** The drawn page, once the program stands in its place, and the address that it belongs to. */
let drawn = null;
addEventListener("portal-live", (event) => { drawn = event.detail; });
const title = document.title;
addEventListener("portal-broken", () => {
  // The program has named the document by what it could not show.
  document.title = title;
  tell("broken", true);
});

/** After an error of its own the program answers nothing any more: the page is one without it again. */
function stopped() {
  removeEventListener("error", onError);
  removeEventListener("unhandledrejection", onError);
  dispatchEvent(new CustomEvent("portal-stopped"));
  const here = drawn && drawn.at === location.pathname ? drawn.drawn : document.body.cloneNode(true);
  if (here !== document.body) document.body.replaceWith(here);
  // Links are plain links again.
  addEventListener("click", (event) => event.stopImmediatePropagation(), { capture: true });
  tell("stopped", true);
}

function onError(event) {
  const error = event.error ?? event.reason;
  if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) stopped();
}

async function start() {
  const wasm = fetch(new URL(build.wasm, import.meta.url), { integrity: build.integrity });
  const [glue, response] = await Promise.all([import(new URL(build.glue, import.meta.url).href), wasm]);
  addEventListener("error", onError);
  addEventListener("unhandledrejection", onError);
  await glue.default({ module_or_path: response });
}

html.dataset.root = new URL("../", import.meta.url).pathname;
// What the portal asks for when a chart comes into view.
html.dataset.charts = new URL(build.charts, import.meta.url).pathname;
html.dataset.chartsIntegrity = build.chartsIntegrity;
// Styles that only some pages need.
html.dataset.assessStyle = new URL(build.assessStyle, import.meta.url).pathname;
html.dataset.pagesStyle = new URL(build.pagesStyle, import.meta.url).pathname;
// 404.html alone carries one, because it cannot know how deep it is.
document.querySelector("base")?.remove();
const obstacle = inTheWay();
if (obstacle) {
  tell(obstacle, false);
} else {
  start().catch((error) => {
    console.error(error);
    tell("failed", true);
  });
}
