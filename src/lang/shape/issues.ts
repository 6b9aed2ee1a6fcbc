import type { core } from 'zod'
import { readDecimal } from '../../base/decimal.js'
import { nearestWords } from '../../base/suggest.js'
import { type FaultList, quoted, type Remarks } from '../fault-list.js'
import type { Path, Places } from './places.js'
import { descriptionAt, isDateAt, isOptionalAt, isTakenAt, knownKeysAt } from './schema-keys.js'

type Issue = core.$ZodIssue

/** The schema of a kind of file, and the words for what stands at its paths. */
export interface Form {
  /** A schema of zod. */
  readonly schema: unknown
  nameOf(places: Places, path: Path): string
}

/** What is needed to tell an issue: the form, the values, their places, and the list that takes the faults. */
export interface Telling {
  readonly form: Form
  readonly plain: unknown
  readonly places: Places
  readonly list: FaultList
}

/** The path of an issue in the file; `under` is the path of the value that the issue is about. */
export const issuePath = (issue: Issue, under: Path = []): Path => [
  ...under,
  ...issue.path.map((part) => (typeof part === 'number' ? part : String(part))),
]

/** Tells one issue of the schema as faults that a policy officer understands. */
export function tellIssue(telling: Telling, issue: Issue, under: Path = []): void {
  const path = issuePath(issue, under)
  const found = valueAt(telling.plain, path)
  if (issue.code === 'unrecognized_keys') tellUnknownKeys(telling, path, issue.keys)
  else if (issue.code === 'invalid_key') tellKey(telling, path, issue.issues[0]?.message)
  else if (found === undefined) tellMissing(telling, path, issue)
  else if (found === null || found === '') tellEmpty(telling, path, issue)
  else if (isDateAt(telling.form.schema, path) && typeof found !== 'object') tellDate(telling, path)
  else if (issue.code === 'invalid_type')
    tellType(telling, path, found, typeName(telling.form, path, issue.expected))
  else if (issue.code === 'invalid_union') tellUnion(telling, path, found, issue)
  else if (issue.code === 'invalid_value') tellValue(telling, path, issue)
  else tellOther(telling, path, found, issue)
}

function tellUnknownKeys({ form, places, list }: Telling, path: Path, keys: readonly string[]): void {
  const known = knownKeysAt(form.schema, path)
  for (const key of keys) {
    const help = list.suggest(key, known) ?? `known here: ${known.join(', ')}`
    const message = `unknown key ${quoted(key)} in ${form.nameOf(places, path)}`
    list.fault('shape', places.key([...path, key]), message, { help })
  }
}

function tellKey({ form, places, list }: Telling, path: Path, rule: string | undefined): void {
  const message = `${quoted(String(path[path.length - 1]))} cannot be a key of ${form.nameOf(places, path.slice(0, -1))}`
  list.fault('shape', places.key(path), message, { help: rule })
}

function tellMissing({ form, places, list }: Telling, path: Path, issue: Issue): void {
  const parent = path.slice(0, -1)
  const key = String(path[path.length - 1])
  const what = whatAt(form, path, issue)
  const help = `add \`${key}:\`${what === undefined ? '' : ` (${what})`}`
  list.fault('shape', places.key(parent), `${form.nameOf(places, parent)} has no \`${key}\``, { help })
}

function tellEmpty({ form, places, list }: Telling, path: Path, issue: Issue): void {
  const isOptional = isOptionalAt(form.schema, path)
  const help = isOptional ? 'fill it in, or leave the key out' : whatAt(form, path, issue)
  list.fault('shape', places.value(path), `${form.nameOf(places, path)} is empty`, { help })
}

const whatAt = ({ schema }: Form, path: Path, issue: Issue): string | undefined =>
  issue.code === 'invalid_value' && issue.values.length > 1
    ? oneOf(issue.values)
    : descriptionAt(schema, path)

function tellType({ form, places, list }: Telling, path: Path, found: unknown, expected: string): void {
  const message = `${form.nameOf(places, path)} is ${kindOf(found, places.text(path))}, where ${expected} is expected`
  const text = places.text(path)
  const isQuotesAway =
    expected === 'a text' && typeof found !== 'object' && isTakenAt(form.schema, path, text)
  const help = isQuotesAway
    ? `put it in quotes: "${text}"`
    : (typeHelp(found, expected, text) ?? descriptionAt(form.schema, path))
  list.fault('shape', places.value(path), message, { help })
}

/** Tells what is wrong inside the branch of a union that fits the kind of the value. Without such a branch, no branch fits. */
function tellUnion(
  telling: Telling,
  path: Path,
  found: unknown,
  issue: Issue & { code: 'invalid_union' },
): void {
  const inside = issue.errors.find((issues) =>
    issues.every(
      (each) => each.path.length > 0 || each.code === 'unrecognized_keys' || each.code === 'too_small',
    ),
  )
  if (inside === undefined || inside.length === 0) tellType(telling, path, found, issue.message)
  else for (const each of oneEach(inside)) tellIssue(telling, each, path)
}

function tellDate({ places, list }: Telling, path: Path): void {
  const message = `${quoted(places.text(path))} is not a date`
  list.fault('bad-date', places.value(path), message, { help: 'write YYYY-MM-DD' })
}

function tellValue(
  { form, places, list }: Telling,
  path: Path,
  issue: Issue & { code: 'invalid_value' },
): void {
  const text = places.text(path)
  const remarks: Remarks = {
    why: issue.message.startsWith('Invalid') ? undefined : issue.message,
    help: valueHelp(list, text, issue.values.map(String)),
  }
  list.fault('shape', places.value(path), `${quoted(text)} cannot be ${form.nameOf(places, path)}`, remarks)
}

function tellOther({ form, places, list }: Telling, path: Path, found: unknown, issue: Issue): void {
  const text = places.text(path)
  if (typeof found === 'object') list.fault('shape', places.value(path), issue.message)
  else
    list.fault('shape', places.value(path), `${quoted(text)} cannot be ${form.nameOf(places, path)}`, {
      help: issue.message,
    })
}

/** The first issue of each value. An unknown key is not an issue of the mapping that has it. */
export function oneEach(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>()
  return issues.filter((issue) => {
    const key = JSON.stringify(issue.path)
    if (issue.code === 'unrecognized_keys') return true
    return !seen.has(key) && seen.add(key)
  })
}

/** Leaves out missing keys if the mapping has nearly the same key: that misspelled key is reported, with the right one as help. */
export function withoutMisspelledKeys(plain: unknown, issues: readonly Issue[]): Issue[] {
  const strays = new Map<string, string[]>()
  for (const issue of issues)
    if (issue.code === 'unrecognized_keys') strays.set(JSON.stringify(issue.path), issue.keys)
  return issues.filter((issue) => {
    const keys = strays.get(JSON.stringify(issue.path.slice(0, -1)))
    const [missing] = issue.path.slice(-1)
    if (keys === undefined || valueAt(plain, issuePath(issue)) !== undefined) return true
    return !keys.some((key) => nearestWords(key, [String(missing)]).length > 0)
  })
}

const valueAt = (plain: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, part)
        ? Reflect.get(value, part)
        : undefined,
    plain,
  )

function valueHelp(list: FaultList, text: string, values: readonly string[]): string {
  if (values.includes(text)) return 'take the quotes away'
  return list.suggest(text, values) ?? `write ${oneOf(values)}`
}

const oneOf = (values: readonly unknown[]) =>
  `${values.length > 1 ? 'one of ' : ''}${values.map(String).join(', ')}`

const typeName = ({ schema }: Form, path: Path, expected: string): string =>
  isDateAt(schema, path) ? 'a date' : (TYPE_NAMES[expected] ?? `a ${expected}`)

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
}

function kindOf(value: unknown, text: string): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return typeof value === 'boolean'
    ? quoted(text)
    : `the ${typeof value === 'number' ? 'number' : 'text'} ${quoted(text)}`
}

function typeHelp(found: unknown, expected: string, text: string): string | undefined {
  if (expected === 'a number' && typeof found === 'string')
    return 'value' in readDecimal(text) ? 'take the quotes away' : 'write plain digits, such as 4000 or 0.02'
  if (expected === 'true or false') return 'write true or false'
  if (expected === 'an expression' && typeof found === 'boolean')
    return 'write the yes/no itself, or `not(...)` around it'
  if (expected === 'an expression' && Array.isArray(found))
    return 'put the expression in quotes: YAML takes `[` at the beginning for a list'
  return expected === 'a value' && typeof found === 'boolean' ? 'write yes or no' : undefined
}
