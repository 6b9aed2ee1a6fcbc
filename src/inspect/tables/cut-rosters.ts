import type { Pack } from '../../lang/pack.js'
import { unwrapText } from '../../survey/cells/text.js'
import { nameColumns, whoIs } from '../../survey/signs/person/person-list.js'
import { buildSample, repeatedRows, type ValueSample } from '../columns/value-sample.js'
import { childColumns, type InspectedTable, type Join } from './inspected-table.js'
import { personColumn } from './person-column.js'
import { isCopy, keysShared, sameShape, valuesShared } from './same-columns.js'

/** Whether the rows of two tables are other persons, though a household has rows in both. */
export type AreCut = (one: Join, two: Join) => boolean

/** How the persons of a table can be told apart; each way with its values, or `null` where the table has no columns for it. */
interface Persons {
  readonly ids: ValueSample | null
  readonly names: ValueSample | null
  readonly rows: ValueSample
}

/**
 * Reads tables of the same columns again that share households, and looks who is in them. A roster that was cut at a row shares one household
 * with the next part; any more may be another list, unless only a number tells the names of the files apart.
 */
export async function findCuts(joins: readonly Join[], pack: Pack): Promise<AreCut> {
  const found = new Map<InspectedTable, Persons>()
  for (const join of joins)
    if (joins.some((each) => mayBeCut(join, each))) found.set(join.child, await personsIn(join, pack))
  return (one, two) => {
    const [own, other] = [found.get(one.child), found.get(two.child)]
    return own !== undefined && other !== undefined && mayBeCut(one, two) && areOthers(own, other)
  }
}

function mayBeCut(one: Join, two: Join): boolean {
  if (one.child === two.child || one.parent !== two.parent || !sameShape(one.child, two.child)) return false
  const shared = keysShared(one, two)
  if (shared === 0 || isCopy(one.child, two.child)) return false
  return shared === 1 || plainName(one.child) === plainName(two.child)
}

/** The name without its numbers. Years tell rounds of a survey apart. */
const plainName = ({ name }: InspectedTable): string => name.replace(/\d+/g, (n) => (YEAR.test(n) ? n : '#'))

const YEAR = /^(?:19|20)\d\d$/

function areOthers(one: Persons, two: Persons): boolean {
  const pairs = [
    [one.ids, two.ids],
    [one.names, two.names],
    [one.rows, two.rows],
  ] as const
  return pairs.every(([own, other]) => own === null || other === null || valuesShared(own, other) === 0)
}

/** Persons by their ids, by their names, and by all cells of their rows. */
async function personsIn(join: Join, pack: Pack): Promise<Persons> {
  const { child } = join
  const person = personColumn(child, pack)
  const keys = childColumns(join)
  const names = nameColumns(child.tally.headers, keys)
  const [ids, named, rows] = [buildSample(), buildSample(), buildSample()]
  for await (const batch of child.file.rows())
    for (const row of batch) {
      if (row.kind !== 'record' || row.content.kind !== 'cells') continue
      const { cells } = row.content
      const key = keys.map((at) => unwrapText(cells[at] ?? '')).join('|')
      const id = person === null ? '' : unwrapText(cells[person] ?? '')
      const who = names === null ? '' : whoIs(names, cells)
      if (id !== '') ids.add(`${key}\0${id}`, 1, [])
      if (who !== '') named.add(`${key}\0${who}`, 1, [])
      rows.add(JSON.stringify(cells), 1, [])
    }
  const own = (builder: typeof ids) => {
    const sample = builder.sample()
    const { again, of } = repeatedRows(sample)
    return of === 0 || again * 20 > of ? null : sample
  }
  return { ids: own(ids), names: own(named), rows: rows.sample() }
}
