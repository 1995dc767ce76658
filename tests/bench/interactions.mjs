// What `cargo xtask bench` times. Each entry is data:
//
//     {
//       name: "typing a target in 試算",
//       query: "?screen=scenario",                  // the page to open
//       ready: "#target",                           // what must be there before the first run
//       act(run) { … },                             // in the page: sends the input event of the run-th run
//       settled(run) { … },                         // in the page: whether the document shows its result
//     }
//
// `act` and `settled` are sent to the page as text: they may use nothing from this file. Let `act` do something
// else in each run (run counts from 0), or there is nothing to update. `api.input(selector, value)` and
// `api.click(selector)` are there for them.

export default [
  {
    name: "試算: a keystroke in the target, to rates and sentence",
    query: "?screen=scenario&id=sns-followers",
    ready: "#sns-followers-target",
    act(run) {
      api.input("#sns-followers-target", String(13_000 + 100 * run));
    },
    settled(run) {
      const rate = Math.round((20_120 / (13_000 + 100 * run)) * 1000) / 10;
      return document.querySelector(".outcome .figure").textContent === `${rate.toFixed(1)}%`;
    },
  },
  {
    name: "事業をさがす: a category on and off, to the list",
    query: "?screen=programs",
    ready: ".facet li:nth-child(5) input",
    act() {
      api.click(".facet li:nth-child(5) input");
    },
    settled(run) {
      return document.querySelector("#result-count strong").textContent === (run % 2 ? "43" : "3");
    },
  },
  {
    name: "事業をさがす: a search word, to the list",
    query: "?screen=programs",
    ready: "#search",
    act(run) {
      api.input("#search", run % 2 ? "" : "エゾシカ");
    },
    settled(run) {
      const count = document.querySelector("#result-count strong").textContent;
      return run % 2 ? count === "43" : count !== "43";
    },
  },
];
