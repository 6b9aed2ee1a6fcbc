import type { core } from 'zod'
import { readDecimal } from '../../base/decimal.js'
import { inEnglish, say, sayAgain } from '../../base/say/say.js'
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
    const help =
      list.suggest(key, known) ?? say('shape.unknown-key.help', { keys: known.join(say('names.item')) })
    const message = say('shape.unknown-key', { key: quoted(key), owner: form.nameOf(places, path) })
    list.fault('shape', places.key([...path, key]), message, { help })
  }
}

function tellKey({ form, places, list }: Telling, path: Path, rule: string | undefined): void {
  const message = say('shape.key', {
    key: quoted(String(path[path.length - 1])),
    owner: form.nameOf(places, path.slice(0, -1)),
  })
  list.fault('shape', places.key(path), message, { help: rule && sayAgain(rule) })
}

function tellMissing({ form, places, list }: Telling, path: Path, issue: Issue): void {
  const parent = path.slice(0, -1)
  const key = String(path[path.length - 1])
  const what = whatAt(form, path, issue)
  const help =
    what === undefined ? say('shape.missing.help', { key }) : say('shape.missing.help.what', { key, what })
  const message = say('shape.missing', { owner: form.nameOf(places, parent), key })
  list.fault('shape', places.key(parent), message, { help })
}

function tellEmpty({ form, places, list }: Telling, path: Path, issue: Issue): void {
  const isOptional = isOptionalAt(form.schema, path)
  const help = isOptional ? say('shape.empty.help') : whatAt(form, path, issue)
  list.fault('shape', places.value(path), say('shape.empty', { name: form.nameOf(places, path) }), { help })
}

const whatAt = ({ schema }: Form, path: Path, issue: Issue): string | undefined =>
  issue.code === 'invalid_value' && issue.values.length > 1 ? oneOf(issue.values) : described(schema, path)

function described(schema: unknown, path: Path): string | undefined {
  const description = descriptionAt(schema, path)
  return description && sayAgain(description)
}

function tellType({ form, places, list }: Telling, path: Path, found: unknown, expected: string): void {
  const message = say('shape.type', {
    name: form.nameOf(places, path),
    found: kindOf(found, places.text(path)),
    wanted: sayAgain(expected),
  })
  const text = places.text(path)
  const isQuotesAway =
    expected === TYPES.text && typeof found !== 'object' && isTakenAt(form.schema, path, text)
  const help = isQuotesAway
    ? say('shape.text.help', { text })
    : (typeHelp(found, expected, text) ?? described(form.schema, path))
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
  const message = say('bad-date.form', { text: quoted(places.text(path)) })
  list.fault('bad-date', places.value(path), message, { help: say('bad-date.help') })
}

function tellValue(
  { form, places, list }: Telling,
  path: Path,
  issue: Issue & { code: 'invalid_value' },
): void {
  const text = places.text(path)
  const remarks: Remarks = {
    why: issue.message.startsWith('Invalid') ? undefined : sayAgain(issue.message),
    help: valueHelp(list, text, issue.values.map(String)),
  }
  list.fault('shape', places.value(path), unfit(form, places, path), remarks)
}

function tellOther({ form, places, list }: Telling, path: Path, found: unknown, issue: Issue): void {
  const words = sayAgain(issue.message)
  if (typeof found === 'object') list.fault('shape', places.value(path), words)
  else list.fault('shape', places.value(path), unfit(form, places, path), { help: words })
}

const unfit = ({ nameOf }: Form, places: Places, path: Path): string =>
  say('shape.value', { text: quoted(places.text(path)), name: nameOf(places, path) })

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
  if (values.includes(text)) return say('shape.quotes.help')
  return list.suggest(text, values) ?? say('shape.write.help', { words: oneOf(values) })
}

function oneOf(values: readonly unknown[]): string {
  const words = values.map(String).join(say('names.item'))
  return values.length > 1 ? say('shape.one-of', { words }) : words
}

/** In English, as the messages of a schema are. */
const typeName = ({ schema }: Form, path: Path, expected: string): string =>
  isDateAt(schema, path)
    ? TYPES.date
    : (TYPE_NAMES[expected] ?? inEnglish('shape.type.other', { type: expected }))

const TYPES = {
  mapping: inEnglish('schema.mapping'),
  list: inEnglish('schema.list'),
  text: inEnglish('schema.text'),
  number: inEnglish('schema.number'),
  date: inEnglish('schema.date'),
  truth: inEnglish('schema.truth'),
  value: inEnglish('schema.value'),
  expression: inEnglish('schema.expression'),
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: TYPES.mapping,
  record: TYPES.mapping,
  array: TYPES.list,
  string: TYPES.text,
  number: TYPES.number,
  boolean: TYPES.truth,
}

function kindOf(value: unknown, text: string): string {
  if (Array.isArray(value)) return say('schema.list')
  if (typeof value === 'object') return say('schema.mapping')
  if (typeof value === 'boolean') return quoted(text)
  return say(typeof value === 'number' ? 'shape.found.number' : 'shape.found.text', { text: quoted(text) })
}

function typeHelp(found: unknown, expected: string, text: string): string | undefined {
  if (expected === TYPES.number && typeof found === 'string')
    return say('value' in readDecimal(text) ? 'shape.quotes.help' : 'shape.number.help')
  if (expected === TYPES.truth) return say('shape.truth.help')
  if (expected === TYPES.expression && typeof found === 'boolean') return say('expression.truth.help')
  if (expected === TYPES.expression && Array.isArray(found)) return say('shape.list.help')
  return expected === TYPES.value && typeof found === 'boolean' ? say('shape.yes-no.help') : undefined
}
