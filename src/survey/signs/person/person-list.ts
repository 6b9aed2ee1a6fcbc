import { clean } from '../../files/row.js'

/** Where a table says who somebody is, and what it says of households. Positions of columns. */
export interface PersonColumns {
  readonly names: readonly number[]
  readonly relations: readonly number[]
  /** The columns that facts of the record are read from. */
  readonly household: readonly number[]
  /** The header that tells persons apart, for messages. */
  readonly header: string
}

const RELATION =
  /户主的?关系|^(?:家庭)?关系$|(?:^|[^\p{L}])(?:relation(?:ship)?|rel_to_head|relationship_to_head)(?:$|[^\p{L}])/u

const NAME =
  /姓名|^(?:.*[/.:])?names?$|(?:^|[^\p{L}])(?:person|member|hhm|ind|individual|first|last|full|family|given|sur)[_ .]?names?(?:$|[^\p{L}])/u

/** Names of somebody who is the same for the whole form. */
const OF_FORM =
  /respondent|informant|interview|enumerat|supervis|contact|surveyor|collector|official|head(?:s|'s)?[_ .]?(?:of[_ .]?household[_ .]?)?name|head[_ .]?(?:first|last|full)|户主姓名|户主的姓名|调查|受访|被访|访员|访问|联系|负责|责任|帮扶|干部|填表|填报|代理|审核|录入/u

/** Where a table names persons by a name or by the relation to the head; `null` if it does neither. */
export function personColumns(
  headers: readonly string[],
  household: readonly number[],
): PersonColumns | null {
  const folded = headers.map((header) => clean(header).toLowerCase())
  const isFree = (at: number) => !household.includes(at) && !OF_FORM.test(folded[at] ?? '')
  const matching = (words: RegExp) =>
    folded.flatMap((header, at) => (header.length <= LONGEST && words.test(header) && isFree(at) ? [at] : []))
  const relations = matching(RELATION)
  const names = matching(NAME).filter((at) => !relations.includes(at))
  const [first] = [...names, ...relations]
  return first === undefined ? null : { names, relations, household, header: headers[first] ?? '' }
}

const LONGEST = 200

/** The column that says how somebody is related to the head of a household; `null` where there is none. */
export const relationColumn = (headers: readonly string[]): string | null =>
  headers[personColumns(headers, [])?.relations[0] ?? -1] ?? null

/** The columns that tell the persons of one household apart: whole names, and relations. */
export interface NameColumns {
  readonly names: readonly number[]
  readonly relations: readonly number[]
}

/** Such columns; `null` where only parts of names stand, which persons of a family share. */
export function nameColumns(headers: readonly string[], household: readonly number[]): NameColumns | null {
  const found = personColumns(headers, household)
  const parts = found?.names.map((at) => PART.exec(clean(headers[at] ?? '').toLowerCase())?.[1]) ?? []
  const isWhole =
    parts.includes(undefined) || new Set(parts.map((part) => part === 'first' || part === 'given')).size > 1
  return found === null || found.names.length === 0 || !isWhole ? null : found
}

const PART = /(?:^|[^\p{L}])(first|last|family|given|sur)[_ .]?names?(?:$|[^\p{L}])/u

/** The name and relation of somebody as one text; empty where the name is blank or hidden. */
export function whoIs({ names, relations }: NameColumns, cells: readonly string[]): string {
  const said = names.map((at) => plain(cells[at] ?? ''))
  if (said.every((name) => name === '') || said.some((name) => HIDDEN.test(name))) return ''
  return JSON.stringify([said, relations.map((at) => plain(cells[at] ?? ''))])
}

/** Names in lists that are published, and those of persons who have none yet. */
const HIDDEN =
  /[*×○〇□#?…_/]|某|^(?:x+|n\.?a\.?|none|unknown|unnamed|baby|无|无名|未知|不详|新生儿|未命名|-+)$/u

/** Words of a relation column that name the head. */
export const HEADS: readonly string[] = [
  ...['户主', '本人或户主', 'head', 'household_head', 'head_of_household', 'hoh'],
]

const HEAD_CELLS: ReadonlySet<string> = new Set([
  ...HEADS,
  ...HEADS.map((word) => word.replaceAll('_', ' ')),
  ...['户主本人', '本人', 'self', '1', '01'],
])

/** What the rows of repeated ids show together. The order of rows does not matter. */
export interface PersonTally {
  /** Takes a row of the id of this number. */
  add(id: number, cells: readonly string[]): void
  counts(): PersonCounts
}

export interface PersonCounts {
  /** Rows, ids that they have, and ids that have several of them. */
  readonly rows: number
  readonly ids: number
  readonly several: number
  /** Of those with several rows the ids whose rows look like persons of one household. */
  readonly persons: number
}

const DIFFERS = 1
const CONFLICTS = 2
const HAS_HEAD = 4
const HAS_HEADS = 8
const IS_SEEN = 16
const IS_AGAIN = 32

/** @param ids the number of ids that repeat. Each takes 13 bytes. */
export function tallyPersons(columns: PersonColumns, ids: number): PersonTally {
  const flags = new Uint8Array(ids)
  const firstName = new Uint32Array(ids)
  const firstRelation = new Uint32Array(ids)
  const firstFacts = new Uint32Array(ids)
  let rows = 0
  const mark = (id: number, flag: number) => {
    flags[id] = (flags[id] ?? 0) | flag
  }
  /** Marks an id in whose rows several different things are said; what is blank says nothing. */
  const compare = (first: Uint32Array, id: number, hash: number, flag: number) => {
    if (hash === NOTHING) return
    if (first[id] === NOTHING) first[id] = hash
    else if (first[id] !== hash) mark(id, flag)
  }
  return {
    add(id, cells) {
      rows += 1
      mark(id, ((flags[id] ?? 0) & IS_SEEN) === 0 ? IS_SEEN : IS_AGAIN)
      compare(firstName, id, hashOf(columns.names, cells), DIFFERS)
      compare(firstRelation, id, hashOf(columns.relations, cells), DIFFERS)
      compare(firstFacts, id, hashOf(columns.household, cells, true), CONFLICTS)
      if (columns.relations.some((at) => HEAD_CELLS.has(plain(cells[at] ?? ''))))
        mark(id, ((flags[id] ?? 0) & HAS_HEAD) === 0 ? HAS_HEAD : HAS_HEADS)
    },
    counts: () => ({
      rows,
      ids: count(flags, (flag) => (flag & IS_SEEN) !== 0),
      several: count(flags, (flag) => (flag & IS_AGAIN) !== 0),
      persons: count(
        flags,
        (flag) => (flag & IS_AGAIN) !== 0 && (flag & (DIFFERS | CONFLICTS | HAS_HEADS)) === DIFFERS,
      ),
    }),
  }
}

/** True if ids repeat as in a list of persons: of the ids with several rows, at least 95 of 100 look like persons of one household. */
export const areMostlyPersons = ({ several, persons }: PersonCounts): boolean =>
  several > 0 && persons * 100 >= several * 95

/** True if there are enough more rows than ids that a row may be a person. A few repeated ids are mistakes. */
export const mayBePersons = (rows: number, ids: number): boolean => rows * 5 > ids * 6

function count(flags: Uint8Array, is: (flag: number) => boolean): number {
  let found = 0
  for (const flag of flags) if (is(flag)) found += 1
  return found
}

/** Blanks and wide forms make no other name. */
const plain = (cell: string): string => cell.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()

const NOTHING = 0

/** 32 bits that stand for the cells of some columns (FNV-1a); 0 where all are blank, unless a blank says something too. */
function hashOf(columns: readonly number[], cells: readonly string[], evenBlank = false): number {
  let hash = 0x811c9dc5
  let isBlank = true
  for (const at of columns) {
    const text = plain(cells[at] ?? '')
    isBlank &&= text === ''
    for (let index = 0; index < text.length; index++)
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
    hash = Math.imul(hash ^ 0x1f, 0x01000193)
  }
  return isBlank && !evenBlank ? NOTHING : hash >>> 0 || 1
}
