// The committed schema under a real validator: every library scenario is valid, and what is plainly wrong is not.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import { parse } from "yaml";

const root = join(fileURLToPath(import.meta.url), "../../../..");
const library = join(root, "scenarios/library");
const schema = JSON.parse(readFileSync(join(root, "scenarios/schema/scenario.schema.json"), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false }).compile(schema);

for (const file of readdirSync(library).filter((f) => f.endsWith(".yaml"))) {
  test(`the schema accepts ${file}`, () => {
    const value = parse(readFileSync(join(library, file), "utf8"));
    assert.ok(validate(value), JSON.stringify(validate.errors, null, 2));
  });
}

const wrong = {
  "an unknown key": "scenario: T\ncolour: red\n",
  "no name": "version: 1\n",
  "an unknown intervention": "scenario: T\ninterventions:\n  - monorail: {}\n",
  "an unknown setting": "scenario: T\ninterventions:\n  - school_street: { reech: 60% }\n",
  "two interventions in one item": "scenario: T\ninterventions:\n  - school_street: {}\n    speed_limit: {}\n",
  "interventions as keys": "scenario: T\ninterventions:\n  school_street: {}\n",
  "a date of the wrong form": "scenario: T\nhorizon: { start: 04/01/2027 }\n",
  "a word where a share belongs": "scenario: T\ninterventions:\n  - school_street: { adherence: lots }\n",
  "a settlement that is none": "scenario: T\ninterventions:\n  - school_street: { where: { settlement: suburban } }\n",
};
for (const [what, text] of Object.entries(wrong)) {
  test(`the schema refuses ${what}`, () => assert.ok(!validate(parse(text))));
}
