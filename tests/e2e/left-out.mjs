// Says at the end of a run of the browser tests which were left out or ran twice, and why: a reporter for `node --test`.

import { engine } from "./tools.mjs";

export default async function* leftOut(events) {
  const skipped = [];
  const again = [];
  let ran = 0;
  for await (const { type, data } of events) {
    if (type === "test:diagnostic" && data.message.startsWith("ran again")) again.push(`  ${data.message}`);
    if (!["test:pass", "test:fail"].includes(type) || data.name.endsWith(".mjs")) continue;
    // Of a suite that ran its tests are told.
    if (data.details?.type === "suite" && typeof data.skip !== "string") continue;
    // Not what somebody who ran a few tests did not ask for.
    if (data.skip === "test name does not match pattern") continue;
    if (typeof data.skip === "string") skipped.push(`  ${data.name}: ${data.skip}`);
    else ran += 1;
  }
  yield `\n${engine}: ${ran} tests ran, ${skipped.length} left out\n${[...skipped, ...again].map((line) => `${line}\n`).join("")}`;
}
