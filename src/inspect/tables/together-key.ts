import { say } from '../../base/say/say.js'
import { allOf, listedNames, shortName } from '../../base/wording.js'
import { recordNames } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import { isWhole, repeatedRows, scaleOf, type ValueSample } from '../columns/value-sample.js'
import type { InspectedTable, KeyFinding } from './inspected-table.js'
import type { Together } from './together.js'

/** The least share of rows that share their number with an earlier one, where numbers begin anew. Fewer are slips, or forms that were sent twice. */
const ANEW = 0.2

/** The share of rows that may share what the columns say together. */
const SLIPS = 0.02

/**
 * A number that begins anew in each place, with the columns of the place: in each row something else, or but for mistakes.
 * @param named whether all columns must have usual names of a place or number; others may tell visits or duplicates apart
 */
export function keyTogether(table: InspectedTable, named: boolean, pack: Pack): KeyFinding | null {
  const found = togetherIn(table, named)
  if (found === null || !found.isNeeded) return null
  const isUnique = againIn(found.sample) === 0
  const isFilled = found.columns.every((at) => table.profiles[at]?.blank === 0)
  return {
    ...columnsOf(found),
    isCertain: named && isUnique && isFilled,
    why: isUnique ? uniqueWords(table, found) : nearlyWords(table, found, pack),
  }
}

/** The columns that tell the records of a table apart together; `null` where none do. */
export function togetherIn(table: InspectedTable, named: boolean): Together | null {
  const tried = table.together.filter(
    (each) => each.isNamed === named && againIn(sampleOf(table, numberOf(each))) >= ANEW,
  )
  return (
    tried.find(({ sample }) => againIn(sample) === 0) ??
    tried.find(({ sample }) => againIn(sample) <= SLIPS) ??
    null
  )
}

/** The same of persons: where a number stands in more households than it has values, because each place counts anew. */
export function personsTogether(table: InspectedTable, key: number, pack: Pack): KeyFinding | null {
  const own = valuesIn(sampleOf(table, key))
  const found = table.together.find(
    (each) => each.isNeeded && each.isNamed && numberOf(each) === key && valuesIn(each.sample) >= own * MORE,
  )
  if (found === undefined) return null
  const places = { columns: namesOf(table, found), number: headerOf(table, key), plural: recordNames(pack) }
  return { ...columnsOf(found), isCertain: false, why: say('key.together-persons', places) }
}

/** So many more values show that a number does not stand for one household. */
const MORE = 1.5

const columnsOf = ({ columns }: Together) => ({
  column: columns.at(-1) ?? null,
  beside: columns.slice(0, -1),
})

const numberOf = ({ columns }: Together): number => columns.at(-1) ?? -1

const sampleOf = ({ tally }: InspectedTable, at: number): ValueSample | undefined => tally.columns[at]?.sample

/** The share of rows whose value an earlier one has. */
function againIn(sample: ValueSample | undefined): number {
  if (sample === undefined) return 0
  const { again, of } = repeatedRows(sample)
  return of === 0 ? 1 : again / of
}

const valuesIn = (sample: ValueSample | undefined): number =>
  sample === undefined ? 0 : sample.values.size * scaleOf(sample)

const headerOf = ({ tally }: InspectedTable, at: number): string => shortName(tally.headers[at] ?? '')

const namesOf = (table: InspectedTable, { columns }: Together): string =>
  allOf(columns.map((at) => `\`${headerOf(table, at)}\``))

function uniqueWords(table: InspectedTable, found: Together): string {
  const places = { columns: namesOf(table, found), rows: repeatedRows(found.sample).of }
  return isWhole(found.sample) ? say('key.together', places) : say('key.together-compared', places)
}

function nearlyWords(table: InspectedTable, found: Together, pack: Pack): string {
  const { again, of } = repeatedRows(found.sample)
  const rows = isWhole(found.sample) ? `${again}` : say('key.compared', { again, of })
  const isPersonal = found.columns.some((at) => table.profiles[at]?.personal === true)
  const values = isPersonal
    ? rows
    : say('key.values', { rows, values: listedNames(found.sample.repeated, LISTED) })
  const nearly = say('key.together-nearly', { columns: namesOf(table, found), rows: values })
  return [nearly, say('key.nearly.held', { plural: recordNames(pack) })].join(say('remarks.item'))
}

const LISTED = 8
