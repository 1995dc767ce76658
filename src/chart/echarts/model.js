// What ECharts makes of an option, whatever it draws.

export { init, registerLocale, use } from "echarts/core";
