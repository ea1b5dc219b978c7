// Validate JSON files: node with_ajv.mjs NODE_MODULES SCHEMA DIRECTORY
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, schema, directory] = process.argv.slice(2);
const Ajv = createRequire(modules + "/")("ajv/dist/2020").default;
const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(schema, "utf8")));
let wrong = 0;
for (const name of readdirSync(directory)) {
  if (!validate(JSON.parse(readFileSync(`${directory}/${name}`, "utf8")))) {
    wrong += 1;
    console.error(name, validate.errors[0].instancePath, validate.errors[0].message);
  }
}
process.exit(wrong ? 1 : 0);
