// Apache ECharts as this app draws with it, loaded on demand by src/boot.js: one file, whose parts are read in
// one after the other (esbuild runs what an import() brings when it is asked for), since all of them in one go
// keep a slow phone from answering for longer than it should.

/** ECharts. `turn` resolves when the browser has done what waits. */
export const load = async (turn) => {
  await import("./picture.js");
  await turn();
  await import("./model.js");
  await turn();
  const { init, fit, paintAtOnce } = await import("./parts.js");
  await turn();
  return { init, fit, paintAtOnce };
};
