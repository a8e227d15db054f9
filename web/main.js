// Starts the portal: finds the site's root, fetches the WebAssembly with its integrity, runs it, and
// takes the static page away. Whatever fails, the static page stays, with a sentence and a retry.

/** File names and integrity, filled in by `cargo xtask build`. */
const build = /* BUILD */ null;

const WORDS = {
  zh: {
    old: "您的浏览器版本较旧，无法运行本页的交互内容。请使用 Chrome 97、Firefox 102、Safari 16 或更新的浏览器。以下是本页摘要。",
    failed: "本页的程序没有完整加载，可能是网络中断或站点正在更新。以下是本页摘要。",
    retry: "重新加载",
  },
  en: {
    old: "This browser is too old to run the interactive page. Please use Chrome 97, Firefox 102, Safari 16 or newer. A summary of the page follows.",
    failed: "The program of this page did not load completely: the network may be down, or the site is being updated. A summary of the page follows.",
    retry: "Reload",
  },
};

const page = document.documentElement;

/** Whether WebAssembly is there, allowed by the page's policy, and knows reference types. */
function supported() {
  // A module with one table of `externref`; then an empty module, compiled: browsers that do not
  // know 'wasm-unsafe-eval' refuse every compilation.
  const header = [0, 97, 115, 109, 1, 0, 0, 0];
  try {
    return WebAssembly.validate(Uint8Array.of(...header, 4, 4, 1, 0x6f, 0, 1))
      && new WebAssembly.Module(Uint8Array.of(...header)) instanceof WebAssembly.Module;
  } catch (_) {
    return false;
  }
}

const staticPage = document.querySelector("#static");

/** Says on the static page what is wrong; puts it back when the portal had begun to take its place. */
function tell(state, retry) {
  if (!staticPage.isConnected) document.body.replaceChildren(staticPage);
  const notice = staticPage.querySelector("#static-notice");
  const words = page.lang === "en" ? WORDS.en : WORDS.zh;
  notice.textContent = words[state];
  notice.dataset.state = `boot-${state}`;
  if (retry) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.retry;
    button.addEventListener("click", () => location.reload());
    notice.append(" ", button);
  }
}

async function start() {
  const wasm = fetch(new URL(build.wasm, import.meta.url), { integrity: build.integrity });
  const [glue, response] = await Promise.all([import(new URL(build.glue, import.meta.url).href), wasm]);
  await glue.default({ module_or_path: response });
  staticPage.remove();
}

page.dataset.root = new URL("../", import.meta.url).pathname;
// What the portal asks for when a chart comes into view.
page.dataset.charts = new URL(build.charts, import.meta.url).pathname;
page.dataset.chartsIntegrity = build.chartsIntegrity;
// The style that the self-assessment alone needs.
page.dataset.assessStyle = new URL(build.assessStyle, import.meta.url).pathname;
page.dataset.pagesStyle = new URL(build.pagesStyle, import.meta.url).pathname;
// 404.html alone carries one, because it cannot know how deep it is.
document.querySelector("base")?.remove();
if (supported()) {
  start().catch((error) => {
    console.error(error);
    tell("failed", true);
  });
} else {
  tell("old", false);
}
