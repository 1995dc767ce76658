// Many edits in 試算, and what they leave in memory.

/**
 * Edits in the page, `count` times as fast as it follows: figure after figure, now and then a step back, another
 * indicator, a frame drawn. Ends where it began, with the official figures of the indicator that is chosen first.
 */
export const edit = (page, count) =>
  page.evaluate(async (edits) => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const button = (name) => all("button").find((found) => found.textContent.includes(name));
    const { port1, port2 } = new MessageChannel();
    // What follows from an event is on the page once the tasks that it queued are done.
    const settled = () =>
      new Promise((resolve) => {
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => resolve(settled())));
    const choose = async (place) => {
      all(".lab-choice")[place].click();
      await drawn();
    };
    for (let run = 0; run < edits; run += 1) {
      if (run % 100 === 99) await choose(Math.floor(run / 100) % all(".lab-choice").length);
      const fields = all(".lab-editor .number-field input[type=text]").filter(({ id }) => !id.endsWith("-year"));
      if (run % 10 === 9) {
        dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true }));
      } else {
        const field = fields[run % fields.length];
        field.value = String(1000 + run);
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
      await settled();
      if (run % 25 === 24) await drawn();
    }
    button("すべて公式に戻す").click();
    await choose(0);
    port1.close();
    if (all(".lab-choice mark").length) throw new Error("the draft is not as it was");
  }, count);

/** Has the WebAssembly's memory at hand for `measure`. Call it before a page is opened. */
export const watchMemory = (context) =>
  context.addInitScript(() => {
    globalThis.wasmMemories = new Set();
    const watch = (start) => async (...given) => {
      const result = await start(...given);
      for (const { exports } of [result.instance ?? result]) {
        if (exports?.memory) globalThis.wasmMemories.add(exports.memory);
      }
      return result;
    };
    WebAssembly.instantiate = watch(WebAssembly.instantiate.bind(WebAssembly));
    WebAssembly.instantiateStreaming = watch(WebAssembly.instantiateStreaming.bind(WebAssembly));
  });

/** How large the WebAssembly's memory is. It never shrinks. */
export const wasmBytes = (page) =>
  page.evaluate(() => [...globalThis.wasmMemories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0));

/** What the page holds once all garbage is collected, as Chromium alone tells: bytes, nodes of the document, listeners. */
export const measure = async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  await session.send("Performance.enable");
  // What finalizers let go is collected with the next turn.
  for (let turn = 0; turn < 3; turn += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name) => metrics.find((found) => found.name === name).value;
  const wasm = await wasmBytes(page);
  await session.detach();
  return {
    wasm,
    heap: metric("JSHeapUsedSize"),
    nodes: metric("Nodes"),
    listeners: metric("JSEventListeners"),
  };
};
