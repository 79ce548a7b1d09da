// Screens which numbers of the model decide what a plan does, by elementary effects (Morris 1991) on the difference between the
// plan and its baseline, not on either: both arms take the same numbers and the same luck.
//
//   node scenarios/docs/morris.mjs [PLAN] [INDICATOR]
//
// Each trajectory begins at a point of a grid of four levels over the ranges of the registry and moves one number after another by
// two thirds of its range. SIMULATE says how the program is called; RESIDENTS (135,000, one in twenty), DAYS (182), TRAJECTORIES (4).
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

const here = fileURLToPath(new URL(".", import.meta.url));
const plan = process.argv[2] ?? "school-run-together";
const indicator = process.argv[3] ?? "school_walk";
const residents = process.env.RESIDENTS ?? "135000";
const days = process.env.DAYS ?? "182";
const trajectories = Number(process.env.TRAJECTORIES ?? 4);
const simulate = process.env.SIMULATE?.split(" ")
  ?? ["dotnet", "run", "-c", "Release", "--project", join(here, "../Simulation.Cli"), "--"];

// Ranges as in the registry.
const numbers = (process.env.NUMBERS ?? [
  "school.walk_cost_primary:-0.32:-0.12", "school.car_cost:-0.12:-0.04", "school.speed_on_walk:0:2.5", "school.junction_on_walk:0:3.9",
  "school.traffic_on_walk:0:0.9", "school.stress_on_cycle:0.7:4.3", "streets.mixed_share:0.3:0.7", "streets.crossing_share:0.03:0.15",
  "school.permission_by_stress:0.4:1.2", "school.other_escort:0.05:0.5", "school.taste_sd:0.5:1.5", "social.class:0:1.2",
].join(",")).split(",").map((text) => {
  const [name, low, high] = text.split(":");
  return { name, low: Number(low), high: Number(high) };
});

// A generator of its own, so that the screen is the same wherever it is made.
let state = 20261129;
function random(below) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

function difference(point) {
  const sets = numbers.flatMap((n, i) => ["--set", `parameters.${n.name}=${(n.low + point[i] * (n.high - n.low)).toPrecision(6)}`]);
  const [program, ...first] = simulate;
  const done = spawnSync(program, [...first, "compare", "baseline", plan, "--residents", residents, "--days", days, ...sets, "--json"], { stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(done.stderr.toString());
  return 100 * JSON.parse(done.stdout.toString()).scenarios[0].indicators.find((i) => i.name === indicator).difference;
}

const step = 2 / 3;
const effects = numbers.map(() => []);
for (let t = 0; t < trajectories; t++) {
  const point = numbers.map(() => random(2) / 3);
  const upward = numbers.map(() => random(2) === 1);
  for (let i = 0; i < point.length; i++) if (!upward[i]) point[i] += step;
  const order = numbers.map((_, i) => [random(1e6), i]).sort((a, b) => a[0] - b[0]).map(([, i]) => i);
  let before = difference(point);
  for (const i of order) {
    point[i] += upward[i] ? step : -step;
    const after = difference(point);
    effects[i].push((after - before) / (upward[i] ? step : -step));
    before = after;
  }
  console.error(`trajectory ${t + 1} of ${trajectories}`);
}

const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
const rows = numbers.map((n, i) => {
  const m = mean(effects[i]);
  return { ...n, size: mean(effects[i].map(Math.abs)), mean: m, spread: Math.sqrt(effects[i].reduce((sum, e) => sum + (e - m) ** 2, 0) / Math.max(1, effects[i].length - 1)) };
}).sort((a, b) => b.size - a.size);
console.log(`| number | range | mean size (points over the range) | mean | spread |\n|---|---|--:|--:|--:|`);
for (const r of rows) console.log(`| \`${r.name}\` | ${r.low} – ${r.high} | ${r.size.toFixed(2)} | ${r.mean.toFixed(2)} | ${r.spread.toFixed(2)} |`);
