import type { core } from 'zod'
import { readDecimal } from '../base/decimal.js'
import { type Diagnostic, textPlace } from '../base/diagnostic.js'
import type { Source, Span } from '../base/source.js'
import { didYouMean } from '../base/suggest.js'
import { isNull, type Tree } from '../base/tree.js'
import { packSchema, type RawPack } from './schema.js'

/** A path into a pack file, and where the value and its key stand. */
export interface Places {
  value(path: readonly PropertyKey[]): Span
  key(path: readonly PropertyKey[]): Span
}

/** Turns the tree of a pack file into its raw form; every key or value of the wrong form is one diagnostic. */
export function readShape(
  source: Source,
  tree: Tree,
): { raw: RawPack; places: Places } | { faults: Diagnostic[] } {
  const faults: Diagnostic[] = []
  const places = placesIn(tree)
  const plain = toPlain(tree, source, faults)
  const checked = packSchema.safeParse(plain)
  if (!checked.success) {
    for (const issue of checked.error.issues) faults.push(...describe(issue, plain, source, places))
  }
  return faults.length > 0 || !checked.success ? { faults } : { raw: checked.data, places }
}

/** Plain scalars that look like numbers, true, false or null become those; all else is text. */
function toPlain(tree: Tree, source: Source, faults: Diagnostic[]): unknown {
  if (tree.kind === 'sequence') return tree.items.map((item) => toPlain(item, source, faults))
  if (tree.kind === 'mapping') {
    const plain: Record<string, unknown> = Object.create(null)
    for (const { key, value } of tree.entries) plain[key.text] = toPlain(value, source, faults)
    return { ...plain }
  }
  if (!tree.plain) return tree.text
  if (isNull(tree)) return null
  if (tree.text === 'true' || tree.text === 'false') return tree.text === 'true'
  const reading = readDecimal(tree.text)
  if ('value' in reading) return Number(reading.value.toFixed())
  if (reading.fault === 'too-long') {
    const message = `\`${tree.text}\` has too many digits`
    faults.push({
      code: 'bad-number',
      severity: 'error',
      message,
      help: 'at most 15 digits and 9 places',
      at: textPlace(source, tree),
    })
  }
  return tree.text
}

function placesIn(root: Tree): Places {
  const find = (path: readonly PropertyKey[]): { value: Tree; key: Span } => {
    let value = root
    let key: Span = { start: root.start, end: root.start + 1 }
    for (const part of path) {
      if (value.kind === 'mapping') {
        const entry = value.entries.find((each) => each.key.text === String(part))
        if (entry === undefined) break
        key = entry.key
        value = entry.value
      } else if (value.kind === 'sequence') {
        const item = value.items[Number(part)]
        if (item === undefined) break
        value = item
        key = { start: item.start, end: item.start + 1 }
      }
    }
    return { value, key }
  }
  return {
    value: (path) => {
      const { value, key } = find(path)
      return value.kind === 'scalar' && value.end > value.start ? value : key
    },
    key: (path) => find(path).key,
  }
}

type Issue = core.$ZodIssue

function describe(issue: Issue, plain: unknown, source: Source, places: Places): Diagnostic[] {
  const at = (span: Span) => textPlace(source, span)
  const shape = (message: string, span: Span, help?: string): Diagnostic => ({
    code: 'shape',
    severity: 'error',
    message,
    at: at(span),
    ...(help ? { help } : {}),
  })
  const where = issue.path.map(String).join('.') || 'the pack'
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = keysAt(issue.path)
        const help =
          didYouMean(key, known) ?? (known.length > 0 ? `known here: ${known.join(', ')}` : undefined)
        return shape(`unknown key \`${key}\` in ${where}`, places.key([...issue.path, key]), help)
      })
    case 'invalid_type': {
      const found = valueAt(plain, issue.path)
      if (found === undefined) {
        const missing = String(issue.path[issue.path.length - 1])
        const parent = issue.path.slice(0, -1)
        return [
          shape(
            `${parent.map(String).join('.') || 'the pack'} has no \`${missing}\``,
            places.key(parent),
            `add \`${missing}:\``,
          ),
        ]
      }
      return [
        shape(
          `${where} is ${nameOf(found)}, where ${typeName(issue.expected)} is expected`,
          places.value(issue.path),
        ),
      ]
    }
    case 'invalid_value': {
      const found = valueAt(plain, issue.path)
      const values = issue.values.map(String)
      if (found === undefined)
        return [
          shape(`${where} is missing`, places.key(issue.path.slice(0, -1)), `one of ${values.join(', ')}`),
        ]
      const help = didYouMean(String(found), values) ?? `one of ${values.join(', ')}`
      return [shape(`\`${String(found)}\` is no value of ${where}`, places.value(issue.path), help)]
    }
    case 'invalid_union':
      return unionIssue(
        issue,
        plain,
        source,
        places,
        shape(`${where} has a value of the wrong form`, places.value(issue.path)),
      )
    case 'invalid_key':
      return [
        shape(
          `\`${String(issue.path[issue.path.length - 1])}\` cannot be a name here`,
          places.key(issue.path),
          issue.issues[0]?.message,
        ),
      ]
    default:
      return [shape(`${where}: ${firstLower(issue.message)}`, places.value(issue.path))]
  }
}

/** A union's most telling branch is the one that got furthest into the value. */
function unionIssue(
  issue: Issue & { code: 'invalid_union' },
  plain: unknown,
  source: Source,
  places: Places,
  otherwise: Diagnostic,
): Diagnostic[] {
  const deeper = issue.errors
    .map((issues) => issues.filter((each) => each.path.length > 0 || each.code === 'unrecognized_keys'))
    .filter((issues) => issues.length > 0)
    .sort((a, b) => a.length - b.length)[0]
  if (deeper === undefined) return [otherwise]
  return deeper.flatMap((each) =>
    describe({ ...each, path: [...issue.path, ...each.path] } as Issue, plain, source, places),
  )
}

const valueAt = (plain: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) => (value !== null && typeof value === 'object' ? Reflect.get(value, part) : undefined),
    plain,
  )

function nameOf(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a mapping' : typeof value === 'string' ? 'a text' : `a ${typeof value}`
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
}
const typeName = (expected: string) => TYPE_NAMES[expected] ?? `a ${expected}`
const firstLower = (message: string) => message.slice(0, 1).toLowerCase() + message.slice(1)

/** The keys that the schema knows at a path, for suggestions. */
function keysAt(path: readonly PropertyKey[]): string[] {
  let at: unknown = packSchema
  for (const part of path) at = step(unwrap(at), part)
  const shape = Reflect.get(Object(unwrap(at)), 'shape')
  return shape === undefined ? [] : Object.keys(shape)
}

function step(schema: unknown, part: PropertyKey): unknown {
  const def = Reflect.get(Object(schema), 'def') ?? {}
  if (def.type === 'object') return def.shape[part]
  if (def.type === 'record') return def.valueType
  if (def.type === 'array') return def.element
  return undefined
}

/** Looks through optional values, and takes the mapping or list among the branches of a union. */
function unwrap(schema: unknown): unknown {
  const def = Reflect.get(Object(schema), 'def') ?? {}
  if (def.type === 'optional') return unwrap(def.innerType)
  if (def.type !== 'union') return schema
  return def.options.find((option: unknown) =>
    ['object', 'record', 'array'].includes(Reflect.get(Object(option), 'def')?.type),
  )
}
