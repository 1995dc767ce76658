// Takes the coast of Hokkaido out of Natural Earth's 1:10m land and writes it as TopoJSON: made
// once, by hand, when the outline changes; the build only reads the result.
//
// Usage: node outline.mjs <land-10m.json of the npm package world-atlas 2.0.2> <output>
// e.g.   node outline.mjs land-10m.json public/data/hokkaido.topojson

import { readFile, writeFile } from "node:fs/promises";

const [source, output] = process.argv.slice(2);
const ATTRIBUTION =
  "Coastline: Natural Earth 1:10m land (public domain), from the npm package world-atlas 2.0.2; cut out by xtask/npm/outline.mjs";
// West, south, east, north. Only rings that lie wholly inside are taken: Honshu, Sakhalin and the
// Kurils beyond 択捉 reach out of it; the islands of official Japanese maps of Hokkaido do not.
const FRAME = [139, 41.3, 149, 45.6];
// Steps in a degree (about 10 m), finer than the source.
const PER_DEGREE = 10_000;

const topology = JSON.parse(await readFile(source, "utf8"));
const { scale, translate } = topology.transform;

/** The points of an arc, in degrees; backwards for a negative index (−1 is arc 0 reversed). */
function arc(index) {
  let [x, y] = [0, 0];
  const points = topology.arcs[index < 0 ? ~index : index].map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
  return index < 0 ? points.reverse() : points;
}

/** The arcs of a ring, joined: each begins where the one before ends. */
const ring = (indices) => indices.flatMap((index, at) => arc(index).slice(at === 0 ? 0 : 1));

const inside = ([x, y]) => x >= FRAME[0] && x <= FRAME[2] && y >= FRAME[1] && y <= FRAME[3];
// A ring of three points encloses nothing: the last repeats the first.
const rings = topology.objects.land.geometries
  .flatMap((geometry) => (geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs))
  .flat()
  .map(ring)
  .filter((points) => points.length > 3 && points.every(inside))
  .sort((one, other) => other.length - one.length);

const steps = (degrees) => Math.round(degrees * PER_DEGREE);
const west = Math.min(...rings.flat().map(([x]) => steps(x)));
const south = Math.min(...rings.flat().map(([, y]) => steps(y)));
const arcs = rings.map((points) => {
  let [x, y] = [west, south];
  return points.map(([longitude, latitude]) => {
    const step = [steps(longitude) - x, steps(latitude) - y];
    x += step[0];
    y += step[1];
    return step;
  });
});

// A line for each part, so that a change can be read.
const member = (name, value) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
const text = `{
${member("type", "Topology")},
${member("attribution", ATTRIBUTION)},
${member("transform", {
  scale: [1 / PER_DEGREE, 1 / PER_DEGREE],
  translate: [west / PER_DEGREE, south / PER_DEGREE],
})},
${member("objects", { coast: { type: "MultiPolygon", arcs: arcs.map((_, at) => [[at]]) } })},
  "arcs": [
${arcs.map((points) => `    ${JSON.stringify(points)}`).join(",\n")}
  ]
}
`;
await writeFile(output, text);
console.log(`${rings.length} rings, ${rings.flat().length} points, ${text.length} characters`);
