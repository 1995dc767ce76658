// Apache ECharts in a worker: it makes pictures and never touches the page, so that however long it takes, the page
// goes on answering. A feature used by a chart option must be registered here; an unregistered one is silently not
// drawn.

import { init, setPlatformAPI, use } from "echarts/core";
import { LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([LineChart, GridComponent, SVGRenderer]);

// What ECharts measures texts with; without it, it goes by what letters are usually as wide as.
setPlatformAPI({ createCanvas: () => globalThis.OffscreenCanvas && new OffscreenCanvas(1, 1) });

/** An element of the picture as plain data: what a worker may send. Parts that are not drawn are left out. */
const plain = ({ tag, attrs, children, text }) => ({
  tag,
  attributes: Object.entries(attrs ?? {}).filter(([name, value]) => value != null && value !== false && !/^(xmlns|ecmeta_)/.test(name)),
  text,
  children: (children ?? []).filter(Boolean).map(plain),
});

/**
 * The picture of `option` at this size, and where it has what: the horizontal place of each category, the upper and the
 * lower end of the value axis, in pixels. `figures` are the texts of the value axis from its lower end, one for each step;
 * `fontFamily` is what texts are measured in.
 */
const draw = ({ option, figures, fontFamily, width, height }) => {
  const { min, max, interval, axisLabel } = option.yAxis;
  axisLabel.formatter = (value) => figures[Math.round((value - min) / interval)] ?? "";
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ ...option, animation: false, textStyle: { fontFamily } });
    return {
      svg: plain(chart.getZr().painter.renderToVNode({ useViewBox: true })),
      categories: Float64Array.from(option.xAxis.data, (_, at) => chart.convertToPixel({ xAxisIndex: 0 }, at)),
      top: chart.convertToPixel({ yAxisIndex: 0 }, max),
      bottom: chart.convertToPixel({ yAxisIndex: 0 }, min),
    };
  } finally {
    chart.dispose();
  }
};

onmessage = ({ data: { ticket, drawing } }) => {
  try {
    postMessage({ ticket, picture: draw(drawing) });
  } catch (error) {
    postMessage({ ticket, error: String(error) });
  }
};
