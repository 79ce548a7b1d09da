// Makes the guide's table of what each plan of the library does alone in a year, from runs of the program itself:
//
//   node scenarios/docs/levers.mjs [FOLDER]
//
// Each plan is run for its first year at full scale and seed 1, one after another; run files go into FOLDER (default: levers, in
// this folder), and those that are there already are not run again. SIMULATE says how the program is called, when it is
// not to be built and run from this checkout; RESIDENTS gives another number than 2,700,000.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const library = join(here, "../library");
const guide = join(here, "language.md");
const runs = process.argv[2] ?? "levers";
const residents = process.env.RESIDENTS ?? "2700000";
const simulate = process.env.SIMULATE?.split(" ")
  ?? ["dotnet", "run", "-c", "Release", "--project", join(here, "../Simulation.Cli"), "--"];

// Plans of a single lever first, in the order of the guide's kinds; then what is made of several. Studies and three-year plans stand apart.
const apart = ["baseline", "how-many-school-streets", "150-000-more-active"];

const columns = [
  ["walk to school", "school_walk"],
  ["cycle to school", "school_cycle"],
  ["car to school", "school_car"],
  ["children active", "children_active"],
  ["walk to work", "commute_walk"],
  ["cycle to work", "commute_cycle"],
  ["adults inactive", "adults_inactive"],
  ["adults active", "adults_active"],
];

// The last column: adults inactive in the most deprived fifth of neighbourhoods.
const poorest = "inactive, poorest fifth";

function run(...args) {
  const [program, ...first] = simulate;
  const done = spawnSync(program, [...first, ...args], { stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`simulate ${args.join(" ")} ended with ${done.status ?? done.error}`);
  return done.stdout.toString();
}

function runFile(plan) {
  const file = join(runs, `${plan}.run`);
  if (!existsSync(file)) run("run", plan, "--residents", residents, "--days", "365", "--seed", "1", "--out", file, "--json");
  return file;
}

/** Design of each kind's evidence and its discount, as the guide's reference has it. */
function evidence(text) {
  const found = new Map();
  for (const [, kind, page] of text.matchAll(/\n#### ([a-z_]+)\n([^]*?)(?=\n####? )/g)) {
    const design = /Evidence \(([^)]+)\)/.exec(page)?.[1];
    const weight = /Log-odds are weighted ([0-9.]+)/.exec(page)?.[1] ?? "1";
    const reserved = page.includes("*Reserved");
    if (design) found.set(kind, reserved ? "reserved" : page.includes("**Exploratory:**") ? "assumption (exploratory)" : design + (weight === "1" ? "" : ` × ${weight}`));
  }
  return found;
}

const kindsOf = (plan) => [...readFileSync(join(library, `${plan}.yaml`), "utf8").matchAll(/^ {2}- ([a-z_]+)/gm)].map((m) => m[1]);

function points(value) {
  const rounded = Math.round(value * 1e4) / 100;
  return rounded === 0 ? "0" : (rounded > 0 ? "+" : "−") + Math.abs(rounded).toFixed(2);
}

mkdirSync(runs, { recursive: true });
const designs = evidence(readFileSync(guide, "utf8"));
const order = [...designs.keys()];
const plans = readdirSync(library)
  .filter((f) => f.endsWith(".yaml"))
  .map((f) => f.slice(0, -5))
  .filter((plan) => !apart.includes(plan))
  .map((plan) => ({ plan, kinds: kindsOf(plan) }))
  .sort((a, b) => {
    const rank = (p) => (p.kinds.length === 1 || p.kinds.includes("policy_goal") ? order.indexOf(p.kinds[0]) : order.length);
    return rank(a) - rank(b) || a.plan.localeCompare(b.plan);
  });

const baseline = runFile("baseline");
const lines = [
  `| plan | ${columns.map(([title]) => title).join(" | ")} | ${poorest} | evidence |`,
  `|---${"|---".repeat(columns.length + 1)}|`,
];
for (const { plan, kinds } of plans) {
  const { scenarios } = JSON.parse(run("compare", baseline, runFile(plan), "--json"));
  const difference = new Map(scenarios[0].indicators.map((i) => [i.name, i.difference]));
  const fifth = scenarios[0].equity.find((e) => e.name === "adults_inactive").mostDeprivedChange;
  const label = kinds.length === 1 ? designs.get(kinds[0]) : kinds.includes("policy_goal") ? designs.get("policy_goal") : "as its parts";
  lines.push(`| \`${plan}.yaml\` | ${columns.map(([, name]) => points(difference.get(name))).join(" | ")} | ${points(fifth)} | ${label} |`);
}

// Read again: minutes have passed.
const text = readFileSync(guide, "utf8");
const open = "<!-- levers -->\n";
const from = text.indexOf(open) + open.length;
const to = text.indexOf("<!-- end of levers -->");
writeFileSync(guide, `${text.slice(0, from)}${lines.join("\n")}\n${text.slice(to)}`);
console.log(lines.join("\n"));
