import { isUnit } from '../../cells/unit-words.js'
import type { BesideRows } from '../../files/data-file.js'
import { clean } from '../../files/row.js'
import { unitIn } from './label-rows.js'

/** What is said beside a table of the unit of one of its columns. */
export interface UnitsBeside {
  /** One in a row of units; several may be in a title: `单位：万元、人`. */
  readonly words: readonly string[]
  readonly where: 'row' | 'title' | null
  readonly line: number | null
}

/** A row of units below the header says the unit of each column, a title those of all. */
export function unitsBeside({ titles, labels }: BesideRows, index: number): UnitsBeside {
  for (const { cells, line } of labels) {
    const own = unitIn(cells[index] ?? '')
    if (isUnit(own)) return { words: [own], where: 'row', line }
  }
  for (const { cells, line } of titles) {
    const words = cells.flatMap(unitsInTitle)
    if (words.length > 0) return { words, where: 'title', line }
  }
  return { words: [], where: null, line: null }
}

/** The units that a title names: `（单位：万元、人）`. */
function unitsInTitle(cell: string): string[] {
  const [, list = ''] = /(?:单位|units?)\s?:([^()[\]]{1,60})/i.exec(clean(cell).slice(0, LONGEST)) ?? []
  return list
    .split(/[、,;和]|\s+/)
    .map((word) => word.trim())
    .filter((word) => word !== '' && isUnit(word))
}

/** No title is longer. */
const LONGEST = 300
