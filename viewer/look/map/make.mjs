// Makes map.json from a folder of open data: node make.mjs DATA_FOLDER
// Metres east and north of the model's origin (equirectangular, as Simulation.Engine.Geography.LocalProjection), rounded to 5 m.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const data = process.argv[2];
if (!data) throw new Error('Say where the open data lies: node make.mjs DATA_FOLDER');
const ORIGIN = [-2.75, 53.35];
const METRES = [66593.04, 111292.85];
const STEP = 5;
const LAND_TOLERANCE = 30;
const ROAD_TOLERANCE = 40;
const SMALLEST_ISLAND = 150 * 150;
const SMALLEST_TOWN = 3000;

const project = ([lon, lat]) => [(lon - ORIGIN[0]) * METRES[0], (lat - ORIGIN[1]) * METRES[1]];
const grid = (v) => Math.round(v / STEP) * STEP;

/** Douglas and Peucker. */
function simplify(points, tolerance) {
  const keep = new Uint8Array(points.length);
  keep[0] = keep[points.length - 1] = 1;
  const open = [[0, points.length - 1]];
  while (open.length) {
    const [a, b] = open.pop();
    const [ax, ay] = points[a];
    const [bx, by] = points[b];
    const length = Math.hypot(bx - ax, by - ay);
    let far = 0;
    let at = -1;
    for (let i = a + 1; i < b; i++) {
      const [x, y] = points[i];
      const d = length > 0 ? Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length : Math.hypot(x - ax, y - ay);
      if (d > far) [far, at] = [d, i];
    }
    if (far > tolerance) {
      keep[at] = 1;
      open.push([a, at], [at, b]);
    }
  }
  return points.filter((_, i) => keep[i]);
}

/** First corner, then steps to the next. */
function pack(points) {
  const out = [];
  let last = [0, 0];
  for (const [x, y] of points.map((p) => p.map(grid))) {
    if (out.length && x === last[0] && y === last[1]) continue;
    out.push(x - last[0], y - last[1]);
    last = [x, y];
  }
  return out;
}

const area = (ring) => Math.abs(ring.reduce((sum, [x, y], i) => {
  const [nx, ny] = ring[(i + 1) % ring.length];
  return sum + x * ny - nx * y;
}, 0)) / 2;

const json = (name) => JSON.parse(readFileSync(join(data, name), 'utf8'));
const csv = (name) => {
  const [head, ...lines] = readFileSync(join(data, name), 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries((line.match(/("[^"]*"|[^,]*)(,|$)/g) ?? []).slice(0, names.length)
    .map((cell, i) => [names[i], cell.replace(/,$/, '').replace(/^"|"$/g, '')])));
};

const land = json('map_land.geojson').features.flatMap((f) => f.geometry.coordinates.flat())
  .map((ring) => simplify(ring.map(project), LAND_TOLERANCE))
  .filter((ring) => ring.length > 3 && area(ring) > SMALLEST_ISLAND).map((ring) => pack(ring));

/** Pieces that meet end to end become one line, so that it is drawn with one stroke. */
function join2(lines) {
  const key = (p) => p.join(' ');
  const pieces = lines.map((l) => [...l]);
  for (let again = true; again;) {
    again = false;
    for (let i = 0; i < pieces.length; i++) {
      for (let j = 0; j < pieces.length; j++) {
        if (i === j || !pieces[i] || !pieces[j]) continue;
        if (key(pieces[i].at(-1)) === key(pieces[j][0])) {
          pieces[i].push(...pieces[j].slice(1));
          pieces.splice(j, 1);
          again = true;
          if (j < i) i--;
        }
      }
    }
  }
  return pieces;
}

const motorways = json('map_motorways.geojson').features.map((f) => ({
  ref: f.properties.ref,
  lines: join2(f.geometry.coordinates).map((line) => simplify(line.map(project), ROAD_TOLERANCE)).map(pack).filter((l) => l.length > 3),
}));

const towns = csv('gazetteer_places.csv').filter((t) => Number(t.population) >= SMALLEST_TOWN).map((t) => {
  const [x, y] = project([Number(t.lon), Number(t.lat)]).map(grid);
  return { name: t.name, x, y, residents: Number(t.population), place: t.LADCD === 'outside' ? null : t.LADCD };
});

const neighbourhoods = Object.fromEntries(csv('msoa21_names.csv').map((m) => [m.MSOA21NM, m.name]));
const rows = [
  '{',
  `"origin": ${JSON.stringify(ORIGIN)}, "metresPerDegree": ${JSON.stringify(METRES)},`,
  `"box": ${JSON.stringify([...project([-3.55, 52.9]), ...project([-1.9, 53.78])].map(grid))},`,
  `"land": [\n${land.map((r) => JSON.stringify(r)).join(',\n')}\n],`,
  `"motorways": [\n${motorways.map((m) => JSON.stringify(m)).join(',\n')}\n],`,
  `"towns": [\n${towns.map((t) => JSON.stringify(t)).join(',\n')}\n],`,
  `"neighbourhoods": ${JSON.stringify(neighbourhoods)}`,
  '}',
];
writeFileSync(new URL('map.json', import.meta.url), rows.join('\n') + '\n');
