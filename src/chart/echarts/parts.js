// The parts of Apache ECharts this app draws with: lines, axes and tooltips.
// A feature used by a chart option must be registered here; an unregistered one is silently not drawn.

import { init as initChart, registerLocale, use } from "echarts/core";
import { LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import japanese from "echarts/lib/i18n/langJA.js";

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);
registerLocale("JA", japanese);

/**
 * A chart in `element`, drawn as SVG and speaking Japanese. What it draws is not painted in the same breath but with
 * the frame after it, as zrender does by itself.
 */
export const init = (element, theme) => {
  const chart = initChart(element, theme, { renderer: "svg", locale: "JA" });
  chart.getZr().flush = () => {};
  fit(chart);
  return chart;
};

/** Fits a chart to the size its element has now; where it is shown in another, as on paper, it scales. */
export const fit = (chart) => {
  chart.resize();
  const [width, height] = [chart.getWidth(), chart.getHeight()];
  chart.getDom().querySelector("svg")?.setAttribute("viewBox", `0 0 ${width} ${height}`);
};

/** From now on a chart paints at once what it draws. */
export const paintAtOnce = (chart) => {
  delete chart.getZr().flush;
};
