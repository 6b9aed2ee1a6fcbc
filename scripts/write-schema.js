// @ts-check
// Writes the JSON Schemas that editors read beside packs, their test cases and mappings, from the built program: `npm run build` first.

import { writeFileSync } from 'node:fs'

const { packJsonSchema } = await import(
  new URL('../dist/lang/shape/published-schema.js', import.meta.url).href
)
const { mappingJsonSchema } = await import(new URL('../dist/survey/mapping/schema.js', import.meta.url).href)
const { suiteJsonSchema } = await import(
  new URL('../dist/testing/cases/suite-schema.js', import.meta.url).href
)

/** @type {Readonly<Record<string, object>>} */
const SCHEMAS = {
  'mapping.schema.json': mappingJsonSchema(),
  'pack.schema.json': packJsonSchema(),
  'suite.schema.json': suiteJsonSchema(),
}

for (const [name, schema] of Object.entries(SCHEMAS)) {
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`)
}
