// The real yaml-language-server with the committed schema: completion, hover and diagnostics as an author sees them.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = join(fileURLToPath(import.meta.url), "..");
const schema = pathToFileURL(join(here, "../../../scenarios/schema/scenario.schema.json")).href;
const uri = pathToFileURL(join(here, "plan.yaml")).href;
let server;
let buffer = Buffer.alloc(0);
let nextId = 1;
let version = 0;
const waiting = new Map();
let onDiagnostics = () => {};

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
  server.stdin.write(body);
}

function request(method, params) {
  const id = nextId++;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    send({ id, method, params });
  });
}

function receive(message) {
  if (message.method === "workspace/configuration") {
    const settings = { schemas: { [schema]: "*.yaml" }, validate: true, completion: true, hover: true, schemaStore: { enable: false } };
    send({ id: message.id, result: message.params.items.map((i) => (i.section === "yaml" ? settings : {})) });
  } else if (message.method === "textDocument/publishDiagnostics" && message.params.uri === uri) {
    onDiagnostics(message.params.diagnostics);
  } else if (message.id !== undefined && message.method === undefined) {
    waiting.get(message.id)?.(message.result);
    waiting.delete(message.id);
  } else if (message.id !== undefined) {
    send({ id: message.id, result: null });
  }
}

before(async () => {
  server = spawn(process.execPath, [join(here, "node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"]);
  server.stdout.on("data", (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = buffer.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, head).toString())[1]);
      if (buffer.length < head + 4 + length) return;
      const body = buffer.subarray(head + 4, head + 4 + length).toString();
      buffer = buffer.subarray(head + 4 + length);
      receive(JSON.parse(body));
    }
  });
  await request("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(here).href,
    capabilities: { workspace: { configuration: true }, textDocument: { completion: {}, hover: {}, publishDiagnostics: {} } },
  });
  send({ method: "initialized", params: {} });
  send({ method: "workspace/didChangeConfiguration", params: { settings: {} } });
});

after(() => server.kill());

async function open(text) {
  const diagnostics = new Promise((resolve) => (onDiagnostics = resolve));
  version++;
  send(version === 1
    ? { method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version, text } } }
    : { method: "textDocument/didChange", params: { textDocument: { uri, version }, contentChanges: [{ text }] } });
  return diagnostics;
}

test("a good scenario has no diagnostics", async () => {
  const good = "scenario: T\nextends: baseline\nhorizon: { start: 2026-09-01, years: 1 }\ninterventions:\n  - school_street:\n      reach: 60% of primary schools\n      phase_in: { start: 2027-01-04, over: 12 months }\n";
  assert.deepEqual(await open(good), []);
});

test("a misspelt setting is underlined where it stands", async () => {
  const found = await open("scenario: T\ninterventions:\n  - school_street:\n      reech: 60%\n");
  assert.ok(found.some((d) => d.range.start.line === 3 && /reech/.test(d.message)), JSON.stringify(found));
});

test("settings of an intervention are completed", async () => {
  await open("scenario: T\ninterventions:\n  - flexible_working:\n      shi\n");
  const list = await request("textDocument/completion", { textDocument: { uri }, position: { line: 3, character: 9 } });
  const labels = (list.items ?? list).map((i) => i.label);
  for (const key of ["shift", "home_days", "reach", "where", "uptake"]) assert.ok(labels.includes(key), `${key} among ${labels}`);
});

test("kinds of intervention are completed", async () => {
  await open("scenario: T\ninterventions:\n  - \n");
  const list = await request("textDocument/completion", { textDocument: { uri }, position: { line: 2, character: 4 } });
  const labels = (list.items ?? list).map((i) => i.label);
  for (const kind of ["school_street", "brief_advice", "low_traffic_neighbourhood"]) assert.ok(labels.includes(kind), `${kind} among ${labels}`);
});

test("hovering over a setting says what it means and how it is written", async () => {
  await open("scenario: T\ninterventions:\n  - flexible_working:\n      shift: 45 min\n");
  const hover = await request("textDocument/hover", { textDocument: { uri }, position: { line: 3, character: 8 } });
  const text = JSON.stringify(hover?.contents ?? "");
  assert.match(text, /start of work may be put off/);
  assert.match(text, /45 min/);
});
