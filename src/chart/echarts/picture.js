// What ECharts paints with: zrender, as SVG only (the canvas renderer and HTML tooltips break the page's CSP).

export { init } from "zrender/lib/zrender.js";
export { default as Text } from "zrender/lib/graphic/Text.js";
export { default as Painter } from "zrender/lib/svg/Painter.js";
