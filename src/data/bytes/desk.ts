import { slotValue } from '../../engine/compile-js/fill-slots.js'
import type { SlotTable } from '../../engine/compile-js/slots.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { MISSING_CODES } from '../missing-codes.js'
import { isWatched } from '../suspects.js'
import { type ByteColumn, PLAIN } from './byte-columns.js'
import { COLUMN, COLUMNS_AT_ONCE, COUNTS, DATE, KIND, TABLES, WORD } from './desk-fields.js'

export interface ColumnGroup {
  readonly from: number
  readonly to: number
  readonly missed: number
  readonly blanks: number
}

/** What stands beside the text of a chunk: the columns, what is looked up, and the slots; addresses from the start of the desk. */
export interface DeskPlan {
  readonly size: number
  readonly tables: number
  readonly date: number
  /** Columns as they are filled at once, each with the places of its first, of its end, and of two words for missed and blank cells. */
  readonly groups: readonly ColumnGroup[]
  readonly values: number
  readonly gaps: number
  /** Whether the cells of a column are counted. */
  isCounted(column: ByteColumn): boolean
  /** Where the counts of a column are, by its number; from the start of the desk. */
  counts(column: number): number
  /** Writes all that does not change. */
  write(memory: DataView, at: number): void
}

const KINDS = {
  [PLAIN.number]: KIND.number,
  [PLAIN.yesNo]: KIND.word,
  [PLAIN.code]: KIND.word,
  [PLAIN.date]: KIND.date,
  [PLAIN.text]: KIND.text,
  [PLAIN.none]: KIND.none,
} as const

/** @param counting says whether cells are counted, for those who ask which columns are doubtful. */
export function planDesk(
  columns: readonly ByteColumn[],
  slots: SlotTable,
  lastCell: number,
  counting: boolean,
): DeskPlan {
  const isCounted = ({ declaration }: ByteColumn) => counting && isWatched(declaration)
  let size = 0
  const place = (bytes: number) => {
    const at = size
    size += (bytes + 7) & ~7
    return at
  }
  const values = place(8 * slots.length)
  const gaps = place(slots.length)
  const tables = place(TABLES.size)
  const date = place(DATE.size)
  const groupCount = Math.ceil(columns.length / COLUMNS_AT_ONCE)
  const marks = place(8 * groupCount)
  const counts = place(COUNTS.size * columns.length)
  const described = place(COLUMN.size * columns.length)
  const words = columns.map((column) => wordsOf(column))
  const wordPlaces = words.map((each) => place(WORD.size * each.length))
  return {
    ...{ size, values, gaps, tables, date, isCounted },
    groups: Array.from({ length: groupCount }, (_, group) => ({
      from: described + COLUMN.size * COLUMNS_AT_ONCE * group,
      to: described + COLUMN.size * Math.min(COLUMNS_AT_ONCE * (group + 1), columns.length),
      ...{ missed: marks + 8 * group, blanks: marks + 8 * group + 4 },
    })),
    counts: (column) => counts + COUNTS.size * column,
    write(memory, at) {
      writeTables(memory, at + tables)
      for (const [number, column] of columns.entries()) {
        const own = at + described + COLUMN.size * number
        const put = (field: number, value: number) => memory.setInt32(own + field, value, true)
        const { slot, index, isDate } = column
        const all = words[number] ?? []
        const from = at + (wordPlaces[number] ?? 0)
        put(COLUMN.kind, kindOf(column))
        put(COLUMN.place, 4 * index)
        put(COLUMN.isLast, Number(index === lastCell))
        put(COLUMN.gap, slot === null ? 0 : at + gaps + slot.index)
        put(COLUMN.value, slot === null ? 0 : at + values + 8 * slot.index)
        put(COLUMN.places, slot?.places ?? 0)
        put(COLUMN.counts, isCounted(column) ? at + counts + COUNTS.size * number : 0)
        put(COLUMN.words, from)
        put(COLUMN.wordsEnd, from + WORD.size * all.length)
        put(COLUMN.date, isDate ? at + date : 0)
        memory.setFloat64(own + COLUMN.least, Math.max(slot?.min ?? 0, -(slot?.limit ?? 0)), true)
        memory.setFloat64(own + COLUMN.most, Math.min(slot?.max ?? 0, slot?.limit ?? 0), true)
        for (const [nth, { bytes, value }] of all.entries()) {
          const word = from + WORD.size * nth
          new Uint8Array(memory.buffer, memory.byteOffset + word, 16).set(bytes)
          memory.setInt32(word + WORD.value, value, true)
          memory.setInt32(word + WORD.bit, 1 << nth, true)
        }
      }
    },
  }
}

/** A column of numbers with more places than are scaled here is not looked at. */
const kindOf = ({ plain, slot }: ByteColumn): number =>
  plain === PLAIN.number && (slot?.places ?? 0) > TABLES.mostPlaces ? KIND.none : KINDS[plain]

function writeTables(memory: DataView, at: number): void {
  for (let exponent = 0; exponent <= TABLES.mostPlaces; exponent++)
    memory.setBigInt64(at + TABLES.powers + 8 * exponent, 10n ** BigInt(exponent), true)
  for (const code of MISSING_CODES.map(Number))
    if (code > 0 && code < TABLES.codesUpTo) memory.setUint8(at + TABLES.codes + code, 1)
}

/** Words for yes and no as they usually stand, the commonest first. */
const YES_NO = ['yes', 'no', '1', '0', 'true', 'false', 'y', 'n', '是', '否']

/** So many words have a bit each. */
const MOST_WORDS = 31

/** The words of a column, each with what the normal reader says of it as a slot has it. */
function wordsOf(column: ByteColumn): { readonly bytes: Uint8Array; readonly value: number }[] {
  const { declaration, fact, slot, plain } = column
  if (slot === null || (plain !== PLAIN.yesNo && plain !== PLAIN.code)) return []
  const texts = plain === PLAIN.yesNo ? YES_NO : spellingsOf(declaration)
  return texts
    .flatMap((text) => {
      const bytes = Buffer.from(text)
      const { fact: said } = fact.read(text)
      const value = said.kind === 'known' ? slotValue(slot, said.value) : null
      return value === null || bytes.length === 0 || bytes.length > WORD.longest ? [] : [{ bytes, value }]
    })
    .slice(0, MOST_WORDS)
}

const spellingsOf = ({ codes }: FactDeclaration): string[] =>
  codes.flatMap(({ code, aliases }) => [code, ...aliases])
