import { columnsOf, type Pack } from '../../lang/pack.js'
import { unwrapText } from '../../survey/cells/text.js'
import { foldName, namesOf } from '../../survey/columns/columns.js'
import type { DataFile } from '../../survey/files/data-file.js'
import { isPartNumber, isPartPlace } from '../../survey/signs/key/key-parts.js'
import { standsBetween } from '../../survey/signs/record/between-rows.js'
import type { ColumnProfile } from '../columns/column.js'
import { buildSample, repeatedRows, type SampleBuilder, type ValueSample } from '../columns/value-sample.js'
import type { TableTally } from './table-tally.js'

/** Columns that may tell records apart together, the last of them a number that begins anew in each place. */
export interface Together {
  readonly columns: readonly number[]
  /** Whether all of them have usual names of such columns. */
  readonly isNamed: boolean
  /** Whether no column with a name of a key is one by itself, or but for mistakes. */
  readonly isNeeded: boolean
  /** Their values, joined. */
  readonly sample: ValueSample
  /** Rows in which each of them is filled, and others. */
  readonly filled: number
  readonly blank: number
}

/** So many values of each are kept, because several are counted beside each other. */
const KEPT = { unique: 8_192, repeated: 4_096 }

/** The most columns of each kind that are tried. */
const MOST = { numbers: 2, places: 3 }

/** The least share of rows in which each of them is filled. */
const FILLED = 0.98

/** Of how many rows with a value that an earlier one has the column is a key but for mistakes. */
const SLIPS = 0.02

/** Reads a table once more and counts what columns say together, where a number of records stands in several rows; else it reads nothing. */
export async function countTogether(
  file: DataFile,
  tally: TableTally,
  profiles: readonly ColumnProfile[],
  pack: Pack,
): Promise<readonly Together[]> {
  if (tally.headerLine === null || tally.fault !== null) return []
  const counted = triedColumns(tally, profiles, pack).map((each) => ({
    ...each,
    builder: buildSample(KEPT),
    filled: 0,
    blank: 0,
  }))
  if (counted.length === 0) return []
  for await (const batch of file.rows())
    for (const row of batch) {
      if (row.kind !== 'record' || row.content.kind !== 'cells') continue
      if (standsBetween(row.content.cells, tally.headers)) continue
      for (const each of counted) add(each, row.content.cells, tally.sizes)
    }
  return counted.map(({ builder, ...each }) => ({ ...each, sample: builder.sample() }))
}

/** A blank part makes no key. */
function add(
  counted: Pick<Together, 'columns'> & { builder: SampleBuilder; filled: number; blank: number },
  cells: readonly string[],
  sizes: readonly number[],
): void {
  const parts = counted.columns.map((at) => unwrapText(cells[at] ?? ''))
  if (parts.includes('')) {
    counted.blank += 1
    return
  }
  counted.filled += 1
  counted.builder.add(
    parts.join('|'),
    1,
    sizes.map((at) => cells[at] ?? ''),
  )
}

/** Pairs of a place and a number, then two places and a number; those with usual names first. */
function triedColumns(
  { columns, hinted, rows }: TableTally,
  profiles: readonly ColumnProfile[],
  pack: Pack,
): Pick<Together, 'columns' | 'isNamed' | 'isNeeded'>[] {
  const id = columnsOf(pack).get(pack.record.id)
  const ids = id === undefined ? [] : namesOf(id).map(foldName)
  const isNumber = ({ header }: ColumnProfile) =>
    ids.includes(foldName(header)) || isPartNumber(header, pack.record.name)
  const isFilled = ({ filled, destroyed }: ColumnProfile) => destroyed === 0 && filled >= rows * FILLED
  const numbers = profiles.filter(isNumber)
  const isKey = ({ index }: ColumnProfile) => isKeyBySlips(columns[index]?.sample)
  const isNeeded = !numbers.some(isKey)
  const answers = new Set(
    hinted.flatMap(({ hint, fit, columns: own }) =>
      hint.isName && !PLAIN.has(fit.declaration.type) ? own : [],
    ),
  )
  return numbers
    .filter((each) => isFilled(each) && !isKey(each))
    .slice(0, MOST.numbers)
    .flatMap((number) => {
      const mayBe = (each: ColumnProfile) =>
        isFilled(each) && !numbers.includes(each) && !answers.has(each.index) && mayBePlace(each)
      const named = profiles.filter((each) => mayBe(each) && isPartPlace(each.header))
      const before = profiles.filter((each) => each.index < number.index && mayBe(each)).reverse()
      const places = [...new Set([...named, ...before])].slice(0, MOST.places)
      const sets = [
        ...places.map((place) => [place]),
        ...places.flatMap((one, at) => places.slice(at + 1).map((two) => [one, two])),
      ]
      return sets.map((set) => ({
        columns: [...set.map(({ index }) => index).sort((a, b) => a - b), number.index],
        isNamed: set.every(({ header }) => isPartPlace(header)),
        isNeeded,
      }))
    })
}

/** Facts of these types may be parts of a key. */
const PLAIN: ReadonlySet<string> = new Set(['text', 'code'])

/** Two places that are numbered look like a yes and a no. */
const mayBePlace = ({ header, personal, type, distinct, unique }: ColumnProfile): boolean =>
  unique === null &&
  distinct.count > 1 &&
  (isPartPlace(header) ? PLACE_TYPES.has(type) || type === 'yes/no' : !personal && PLACE_TYPES.has(type))

const PLACE_TYPES: ReadonlySet<ColumnProfile['type']> = new Set(['code', 'text', 'id', 'number'])

function isKeyBySlips(sample: ValueSample | undefined): boolean {
  if (sample === undefined) return false
  const { again, of } = repeatedRows(sample)
  return of > 0 && again <= of * SLIPS
}
