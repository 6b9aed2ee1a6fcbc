import { advise } from '../../base/advice.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { jsonText } from '../../base/tree/json-text.js'
import { short, shortName } from '../../base/wording.js'
import { unwrapText } from '../cells/text.js'
import type { DataFile } from '../files/data-file.js'
import { keyRank } from '../signs/key/key-words.js'

/** A table and its headers. */
interface Table {
  readonly file: DataFile
  readonly headers: readonly string[]
}

/** A roster in which no row finds its record. */
export interface LostRoster extends Table {
  /** The header of what points at a record. */
  readonly child: string
  /** The key of a row; empty where it has none. */
  keyOf(cells: readonly string[]): string
  /** The number of a record by its key, or -1. */
  find(key: string): number
  /** The same of a key that is written otherwise. */
  near(key: string): number
  readonly records: readonly Table[]
  /** What a record is called in the pack. */
  readonly record: string
}

/** The most keys that are looked at, and the most rows. */
const MOST = { keys: 200, rows: 100_000 }

/** The share of keys that a cause must explain. */
const SHARE = 0.9

/** Why keys find no record, and what to do. */
type Cause = Pick<Diagnostic, 'why' | 'help' | 'fix'>

/** The first cause that nearly all keys of a roster show. */
export async function whyNoJoin(roster: LostRoster): Promise<Cause> {
  const rows = await firstRows(roster.file)
  const keys = [...new Set(rows.map((cells) => roster.keyOf(cells)))].filter((key) => key !== '')
  const near = mostly(keys, (key) => roster.near(key) >= 0) ? unlike('no-join.why.near', roster, keys) : null
  return (
    near ??
    ownColumn(roster, rows) ??
    (await otherColumn(roster, new Set(keys))) ??
    moreInKeys(roster, keys) ??
    (await lessInKeys(roster, keys)) ?? { help: say('no-join.help') }
  )
}

type Writing = 'no-join.why.near' | 'no-join.why.before' | 'no-join.why.missing' | 'no-join.why.longer'

const unlike = (why: Writing, { child }: LostRoster, [key = '']: readonly string[], before = ''): Cause => ({
  why: say(why, { child: shortName(child), key: short(key), before: short(before) }),
  help: say(why === 'no-join.why.longer' ? 'no-join.help' : 'no-join.help.alike'),
})

const mostly = (keys: readonly string[], test: (key: string) => boolean): boolean =>
  keys.length > 0 && keys.filter(test).length >= keys.length * SHARE

/** The beginnings of a key. */
const cutsOf = (key: string): string[] =>
  Array.from({ length: Math.max(0, Math.min(key.length, LONGEST) - 1) }, (_, at) => key.slice(0, at + 1))

/** No key is longer. */
const LONGEST = 100

/** Cells of the first rows of a table. */
async function firstRows(file: DataFile): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = []
  for await (const batch of file.rows())
    for (const row of batch) {
      if (row.kind === 'record' && row.content.kind === 'cells') rows.push(row.content.cells)
      if (rows.length >= MOST.keys) return rows
    }
  return rows
}

/** Another column of the roster that holds keys of records. Short numbers count things, and are keys by chance. */
function ownColumn(
  { headers, child, record, find }: LostRoster,
  rows: readonly (readonly string[])[],
): Cause | null {
  const own = headers.find((header, at) => {
    if (header === child) return false
    const cells = rows.map((each) => unwrapText(each[at] ?? '')).filter((cell) => cell !== '')
    const mayBeKey = keyRank(header, record) !== null || cells.every((cell) => cell.length >= LONG)
    return cells.length * 2 >= rows.length && mayBeKey && mostly(cells, (cell) => find(cell) >= 0)
  })
  if (own === undefined) return null
  return {
    why: say('no-join.why.own', { column: shortName(own) }),
    ...advise({ mapping: `key: ${jsonText(own)}` }, (line) => say('no-join.help.line', { line })),
  }
}

/** Shorter cells may be equal by chance. */
const LONG = 3

/** Another column of the records that holds the keys of the roster. */
async function otherColumn(
  { child, records, record }: LostRoster,
  keys: ReadonlySet<string>,
): Promise<Cause | null> {
  const areLong = [...keys].every((key) => key.length >= LONG)
  for (const { file, headers } of records) {
    const found = await valuesFound(file, headers.length, keys)
    const other = headers.find((header, at) => {
      const size = found[at]?.size ?? 0
      return size > 0 && size >= keys.size * SHARE && (areLong || keyRank(header, record) !== null)
    })
    if (other === undefined) continue
    return {
      why: say('no-join.why.other', { column: shortName(other), child: shortName(child) }),
      ...advise({ mapping: `join: { ${jsonText(child)}: ${jsonText(other)} }` }, (line) =>
        say('no-join.help.line', { line }),
      ),
    }
  }
  return null
}

/** Which of some values stand in each column of a table. */
async function valuesFound(
  file: DataFile,
  columns: number,
  values: ReadonlySet<string>,
): Promise<ReadonlySet<string>[]> {
  const found = Array.from({ length: columns }, () => new Set<string>())
  let rows = 0
  for await (const batch of file.rows())
    for (const row of batch) {
      if (row.kind !== 'record' || row.content.kind !== 'cells' || ++rows > MOST.rows) continue
      for (const [at, each] of found.entries()) {
        const cell = unwrapText(row.content.cells[at] ?? '')
        if (values.has(cell)) each.add(cell)
      }
    }
  return found
}

/** Keys of the roster that hold a key of a record and something more. */
function moreInKeys(roster: LostRoster, keys: readonly string[]): Cause | null {
  const { find } = roster
  const before = cutsOf(keys[0] ?? '').find((start) =>
    mostly(keys, (key) => key.startsWith(start) && find(key.slice(start.length)) >= 0),
  )
  if (before !== undefined) return unlike('no-join.why.before', roster, keys, before)
  const areLonger = mostly(keys, (key) => cutsOf(key).some((start) => find(start) >= 0))
  return areLonger ? unlike('no-join.why.longer', roster, keys) : null
}

/** Keys of the roster without their beginning. */
async function lessInKeys(roster: LostRoster, keys: readonly string[]): Promise<Cause | null> {
  const [first = ''] = keys
  if (first === '') return null
  for (const { file } of roster.records)
    for (const cell of (await firstRows(file)).flat()) {
      const whole = unwrapText(cell)
      const before = whole.slice(0, -first.length)
      if (before === '' || !whole.endsWith(first) || whole.length > LONGEST) continue
      if (mostly(keys, (key) => roster.find(before + key) >= 0))
        return unlike('no-join.why.missing', roster, keys, before)
    }
  return null
}
