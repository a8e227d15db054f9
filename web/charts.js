/*! Apache ECharts, zrender: Apache-2.0 and BSD-3-Clause; their texts are in licenses.txt of this site. */
// The charts: ECharts, cut down to what the portal draws, and the one place that talks to it. A script of
// its own, because a page asks for it when a chart comes into view; as a classic script it can carry an
// `integrity`, which `import()` cannot, and can be asked for again after it has failed.
//
// What charming's own binding lacks is here: an option that replaces the one before, the locale, disposal,
// and charts that follow their room, the theme and the paper.

import { BarChart, LineChart, SankeyChart } from "echarts/charts";
import { GridComponent, PolarComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

echarts.use([
  BarChart,
  LineChart,
  SankeyChart,
  GridComponent,
  PolarComponent,
  TooltipComponent,
  CanvasRenderer,
]);

const page = document.documentElement;

/** Room, in CSS pixels, below which the narrow option is drawn. */
const NARROW = 560;
/** Width of a chart on paper: A4 between its margins, in CSS pixels. */
const PAPER = 680;

/** The option with every `var(--token)` in it read from the style sheet: a canvas knows no tokens. */
function resolved(option) {
  const style = getComputedStyle(page);
  const of = (value) => {
    if (typeof value === "string") {
      const token = /^var\((--[\w-]+)\)$/.exec(value);
      return token ? style.getPropertyValue(token[1]).trim() : value;
    }
    if (Array.isArray(value)) return value.map(of);
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, of(member)]));
    }
    return value;
  };
  return of(option);
}

/** The same, in the colours of light paper whatever theme the screen has. */
function resolvedForPaper(option) {
  const theme = page.dataset.theme;
  page.dataset.theme = "light";
  const light = resolved(option);
  if (theme === undefined) delete page.dataset.theme;
  else page.dataset.theme = theme;
  return light;
}

class Drawing {
  constructor(host, options, locale) {
    this.host = host;
    this.options = options;
    // Twice the pixels at least: what is sharp on a screen is coarse on paper.
    const devicePixelRatio = Math.max(2, window.devicePixelRatio || 1);
    this.chart = echarts.init(host, null, { renderer: "canvas", locale, devicePixelRatio });
    this.ends = [];
    this.show();

    const resize = new ResizeObserver(() => this.fit());
    resize.observe(host);
    const theme = new MutationObserver(() => this.show());
    theme.observe(page, { attributes: true, attributeFilter: ["data-theme"] });
    this.ends.push(() => resize.disconnect(), () => theme.disconnect());
    this.on(matchMedia("(prefers-color-scheme: dark)"), "change", () => this.show());
    this.on(window, "beforeprint", () => this.paper());
    this.on(window, "afterprint", () => this.screen());
  }

  on(target, event, act) {
    target.addEventListener(event, act);
    this.ends.push(() => target.removeEventListener(event, act));
  }

  isNarrow() {
    return this.host.clientWidth < NARROW;
  }

  /** Draws anew, with nothing left of what was drawn before. */
  show() {
    if (this.printing) return;
    this.narrow = this.isNarrow();
    this.set(resolved(this.narrow ? this.options.narrow : this.options.wide));
  }

  set(option) {
    this.chart.setOption(option, { notMerge: true });
  }

  fit() {
    if (this.printing || this.host.clientWidth === 0) return;
    this.chart.resize();
    if (this.narrow !== this.isNarrow()) this.show();
  }

  /** Draws for paper, at once: the browser takes the picture when this returns. */
  paper() {
    if (this.printing) return;
    this.printing = true;
    this.chart.resize({ width: PAPER });
    this.set(resolvedForPaper(this.options.wide));
    this.chart.getZr().flush();
  }

  screen() {
    this.printing = false;
    this.chart.resize({ width: "auto" });
    this.show();
  }

  dispose() {
    for (const end of this.ends) end();
    this.chart.dispose();
  }
}

globalThis.parkCharts = {
  /** Draws an option, given as JSON for a wide and for a narrow room, into an element. */
  draw: (host, wide, narrow, locale) =>
    new Drawing(host, { wide: JSON.parse(wide), narrow: JSON.parse(narrow) }, locale),
};
