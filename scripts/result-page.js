// @ts-check
// The page that explains the JSON of results, from their JSON Schemas.

/** @typedef {import('../tests/cli/schema-members.js').JsonSchema} JsonSchema */
/** @typedef {{ readonly [name: string]: JsonSchema }} Schemas */

/** Parts that a page written by hand explains. */
const ELSEWHERE = /** @type {Readonly<Record<string, string>>} */ ({
  record: '[a record](../results.md#1-a-record-in-json-and-ndjson)',
})

/** Schemas whose table would be that of another page. */
const WITHOUT_TABLE = /** @type {Readonly<Record<string, string>>} */ ({
  'assess-record': `Its members are those of ${ELSEWHERE.record}.`,
})

const HEAD = `# Results in JSON

<!-- \`node scripts/write-schema.js\` writes this page from the descriptions in \`src/report/schemas\`. -->

With \`-f json\` each command writes one object. \`schema\` says its form: members are only added to it, so a program should pass over
those that it does not know. A JSON Schema says what this version of tpa writes; what came later is missing from older results. Numbers have all their digits, and personal values are \`…\`. \`household_id\`, \`household\` and
\`households\` are the words of a pack of households: a pack of villages has \`village_id\`, \`village\` and \`villages\`.

In the tables \`a.b\` is member \`b\` of the object \`a\`, \`a[].b\` that of each object of the list \`a\`, and \`a.*\` stands for any name
in \`a\`. What several objects have in common stands once, under [Parts](#parts). [Words](glossary.md) explains the words.
`

/**
 * The page as Markdown.
 * @param {Schemas} schemas by name, in the order of the page
 */
export function resultPage(schemas) {
  /** @type {Map<string, JsonSchema>} */
  const roots = new Map()
  for (const schema of Object.values(schemas))
    for (const name of Object.keys(schema.$defs ?? {}))
      if (ELSEWHERE[name] === undefined && !roots.has(name)) roots.set(name, schema)
  const results = Object.entries(schemas).map(([name, schema]) => {
    const about = `${schema.description} JSON Schema: [${name}.schema.json](${name}.schema.json).`
    return `## ${titleOf(name)}\n\n${about}\n\n${WITHOUT_TABLE[name] ?? tableOf(schema)}`
  })
  const shared = [...roots].map(([name, root]) => {
    const part = root.$defs?.[name] ?? {}
    return `### ${name}\n\n${sentence(part)}\n\n${tableOf(part, root)}`
  })
  return `${[HEAD.trimEnd(), ...results, '## Parts', ...shared].join('\n\n')}\n`
}

/** @param {string} name */
const titleOf = (name) => name.replaceAll('-', ', ')

/** @param {JsonSchema} schema */
function sentence({ description = '' }) {
  return `${description[0]?.toUpperCase()}${description.slice(1)}.`
}

/**
 * @param {JsonSchema} schema
 * @param {JsonSchema} root the schema that has the parts
 */
function tableOf(schema, root = schema) {
  const rows = rowsOf(root, schema, '').map(
    ([path, what]) => `| \`${path}\` | ${what.replaceAll('|', '\\|')} |`,
  )
  return ['| member | what it says |', '|---|---|', ...new Set(rows)].join('\n')
}

/**
 * Each member with its path and what it says, and after it those of the objects in it.
 * @param {JsonSchema} root
 * @param {JsonSchema} schema
 * @param {string} path
 * @returns {[string, string][]}
 */
function rowsOf(root, schema, path) {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const at = `${path}${name}`
    return [/** @type {[string, string]} */ ([at, saidOf(root, member)]), ...rowsOf(root, member, `${at}.`)]
  })
  const { items, anyOf = [], additionalProperties: any } = schema
  const inner = path.replace(/\.$/, '')
  return [
    ...own,
    ...(items === undefined ? [] : rowsOf(root, items, `${inner}[].`)),
    ...anyOf.flatMap((branch) => rowsOf(root, branch, path)),
    ...(typeof any === 'object' ? rowsOf(root, any, `${inner}.*.`) : []),
  ]
}

/**
 * What a member says, which words it can be, and of which parts it consists.
 * @param {JsonSchema} root
 * @param {JsonSchema} member
 */
function saidOf(root, member) {
  const { description, $ref = '' } = member
  // A member that says no more than its part has the words of the part.
  const said = description ?? root.$defs?.[partName($ref)]?.description ?? ''
  const words = wordsIn(member).map((word) => `\`${word === '\t' ? '\\t' : word}\``)
  const untold = words.every((word) => said.includes(word)) ? [] : words
  const [only = '', ...more] = untold
  const [first, last] = more.length === 0 ? [only, ''] : ['', `one of ${untold.join(' ')}`]
  return [first, said, last, ...partsNamedIn(member)].filter((each) => each !== '').join('; ')
}

/**
 * @param {JsonSchema} schema
 * @returns {readonly string[]}
 */
function wordsIn({ const: only, enum: several, items, anyOf = [] }) {
  if (only !== undefined) return [only]
  return several ?? [...(items === undefined ? [] : [items]), ...anyOf].flatMap(wordsIn)
}

/** @param {string} reference */
const partName = (reference) => reference.replace('#/$defs/', '')

/**
 * Links to the parts of which a member consists.
 * @param {JsonSchema} schema
 * @returns {string[]}
 */
function partsNamedIn({ $ref, items, anyOf = [], additionalProperties: any }) {
  const name = $ref === undefined ? undefined : partName($ref)
  const own = name === undefined ? [] : [`see ${ELSEWHERE[name] ?? `[${name}](#${name})`}`]
  const inner = [items, ...anyOf, typeof any === 'object' ? any : undefined]
  const all = [...own, ...inner.flatMap((each) => (each === undefined ? [] : partsNamedIn(each)))]
  return [...new Set(all)]
}
