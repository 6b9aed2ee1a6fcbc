import { say, type Voices } from '../../base/say/say.js'
import { type BarRow, bars } from '../html/bars.js'
import type { Drawing } from '../html/drawing.js'
import { stackedBars } from '../html/stacked.js'
import { grouped } from '../text/numbers.js'
import { type FindingKind, touched } from './kinds.js'
import { columnName, listedKinds, unfilledColumns, wrongCells } from './sections.js'
import type { ValidateSummary } from './summary.js'

/** So many kinds have a bar; the others are summed in a last one. */
const MOST_KINDS = 20
/** So many columns have a bar; the table has all. */
const MOST_COLUMNS = 30

/** How many rows or cells each kind of finding is about; `null` where nothing was found. */
export function findingDrawing(voices: Voices, summary: ValidateSummary): Drawing | null {
  const kinds = listedKinds(summary)
  if (kinds.length === 0) return null
  const rest = kinds.slice(MOST_KINDS)
  const sum = rest.reduce((total, kind) => total + touched(kind), 0)
  const others = { name: voices(() => say('page.others', { count: rest.length })), ...barOf(sum) }
  const rows = kinds
    .slice(0, MOST_KINDS)
    .map((kind): BarRow => ({ name: voices(() => nameOf(kind)), ...barOf(touched(kind)) }))
  return bars({
    id: 'findings',
    title: voices(() => say('validate.findings')),
    description: voices(() => say('page.findings')),
    parts: [['count', voices(() => say('validate.count'))]],
    rows: rest.length === 0 ? rows : [...rows, others],
    style: 'count',
  })
}

const barOf = (count: number) => ({ amounts: [count], text: grouped(count) })

function nameOf({ diagnostic: { at, code, check } }: FindingKind): string {
  const field = at !== null && 'field' in at ? at.field : null
  const kind = check ?? code
  return field === null ? kind : `${columnName(field)} [${kind}]`
}

/** What the cells of columns with gaps hold; `null` where every cell has a value. */
export function columnDrawing(voices: Voices, summary: ValidateSummary): Drawing | null {
  const columns = unfilledColumns(summary).slice(0, MOST_COLUMNS)
  if (columns.length === 0) return null
  return stackedBars({
    id: 'columns',
    title: voices(() => say('validate.columns')),
    description: voices(() => say('page.columns')),
    parts: [
      ['met', voices(() => say('page.columns.filled'))],
      ['unmet', voices(() => say('page.columns.wrong'))],
      ['unknown', voices(() => say('page.columns.empty'))],
    ],
    rows: columns.map((column) => {
      const { field, rows, filled } = column
      const wrong = wrongCells(column).count
      return { name: voices(() => columnName(field)), counts: [filled, wrong, rows - filled - wrong] }
    }),
  })
}
