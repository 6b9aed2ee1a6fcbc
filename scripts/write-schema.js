// @ts-check
// Writes the JSON Schemas that editors read beside packs, their programmes, test cases and mappings, those of results, and the page that explains
// results in JSON, from the built program: `npm run build` first.

import { writeFileSync } from 'node:fs'
import { resultPage } from './result-page.js'

const { packJsonSchema } = await import(
  new URL('../dist/lang/shape/published-schema.js', import.meta.url).href
)
const { mappingJsonSchema } = await import(new URL('../dist/survey/mapping/schema.js', import.meta.url).href)
const { programmeJsonSchema } = await import(
  new URL('../dist/programme/policy/published-schema.js', import.meta.url).href
)
const { suiteJsonSchema } = await import(
  new URL('../dist/testing/cases/suite-schema.js', import.meta.url).href
)
const { resultJsonSchemas } = await import(
  new URL('../dist/report/schemas/published.js', import.meta.url).href
)

/** @type {import('./result-page.js').Schemas} */
const RESULTS = resultJsonSchemas()

/** @type {Readonly<Record<string, object>>} */
const SCHEMAS = {
  'mapping.schema.json': mappingJsonSchema(),
  'pack.schema.json': packJsonSchema(),
  'programme.schema.json': programmeJsonSchema(),
  'suite.schema.json': suiteJsonSchema(),
  ...Object.fromEntries(
    Object.entries(RESULTS).map(([name, schema]) => [`results/${name}.schema.json`, schema]),
  ),
}

for (const [name, schema] of Object.entries(SCHEMAS)) {
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`)
}

writeFileSync(new URL('../docs/results/json.md', import.meta.url), resultPage(RESULTS))
