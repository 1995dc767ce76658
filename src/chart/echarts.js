// The part of Apache ECharts this app draws with: lines, axes and tooltips, as SVG only
// (the canvas renderer and HTML tooltips break the page's CSP). Loaded on demand by src/boot.js.
// A feature used by a chart option must be registered here; an unregistered one is silently not drawn.

import { init as initChart, registerLocale, use } from "echarts/core";
import { LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import japanese from "echarts/lib/i18n/langJA.js";

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);
registerLocale("JA", japanese);

/** A chart in `element`, drawn as SVG and speaking Japanese. */
export const init = (element, theme) =>
  initChart(element, theme, { renderer: "svg", locale: "JA" });
