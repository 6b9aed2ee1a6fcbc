import type { Severity } from '../../base/diagnostic.js'
import type { Pack } from '../../lang/pack.js'
import type { GapReason } from '../../lang/record.js'
import { counted, grouped, share } from '../text/numbers.js'
import { type Cell, cell, flexible, left, type Row, right, type Section, type Tone } from '../text/section.js'
import { factWords, gapWords, listed } from '../text/words.js'
import type { ColumnCount } from './columns.js'
import type { FoundGroup } from './groups.js'
import { type FindingKind, touched } from './kinds.js'
import type { ValidateSummary } from './summary.js'
import { sumOfTallies } from './tally.js'
import { briefWords, kindWords, linesWords } from './words.js'

const MOST_KINDS = 40
const MOST_GROUPS = 20
const MOST_NAMED = 12
const MOST_LINES = 3
const MOST_IN_GROUP = 3

/** The tables in the order of reading: what needs fixing, where or by whom, and what the columns hold. */
export function validateSections(pack: Pack, summary: ValidateSummary): Section[] {
  return [
    ...(summary.kinds.every(isRemark) ? [] : [findingSection(summary)]),
    ...(summary.by === null ? [] : [groupSection(pack, summary.by.field.name, summary.by.groups)]),
    columnSection(summary),
  ]
}

const HEADINGS: Record<Severity, string> = { error: 'Errors', warning: 'Warnings', note: 'Notes' }
const TONES: Record<Severity, Tone> = { error: 'bad', warning: 'warn', note: 'quiet' }

/** Whether a note is about a whole file: it is a sentence and no row of a table. */
const isRemark = ({ diagnostic: { severity, at }, of }: FindingKind): boolean =>
  severity === 'note' && of === null && (at === null || !('field' in at) || at.field === null)

/** The notes about whole files. */
function remarks(summary: ValidateSummary): string[] {
  const place = placeWriter(summary)
  return summary.kinds.filter(isRemark).map((kind) => {
    const { at, code } = kind.diagnostic
    const file = place(at?.file, '')
    return `${file === '' ? '' : `${file}: `}${kindWords(kind)} [${code}]`
  })
}

function findingSection(summary: ValidateSummary): Section {
  const { severities } = summary
  const kinds = summary.kinds.filter((kind) => !isRemark(kind))
  const shown = kinds.slice(0, MOST_KINDS)
  const place = placeWriter(summary)
  const rows: Row[] = []
  for (const severity of ['error', 'warning', 'note'] as const) {
    const own = shown.filter(({ diagnostic }) => diagnostic.severity === severity)
    if (own.length > 0) rows.push({ heading: HEADINGS[severity] })
    rows.push(...own.map((kind) => findingRow(kind, place)))
  }
  const more = kinds.length - shown.length
  const notes = [
    ...(shown.some(({ count }) => count > 1)
      ? ['Of several findings the first is quoted; `-f csv` gives all.']
      : []),
    ...(more === 0 ? [] : [`${counted(more, 'more kind', 'more kinds')}; \`-f json\` gives all.`]),
  ]
  return {
    title: severities.error + severities.warning === 0 ? 'Remarks' : 'What to mend, the gravest first',
    columns: [flexible('column'), flexible('finding'), right('count'), right('share'), left('lines')],
    rows,
    notes,
  }
}

type PlaceWriter = (file: string | undefined, lines: string) => string

/** Writes the lines of a finding; the file stands before them only where there are several files. */
function placeWriter({ columns, kinds, rosters }: ValidateSummary): PlaceWriter {
  const files = new Set([
    ...columns.map(({ file }) => file),
    ...rosters.map(({ file }) => file),
    ...kinds.flatMap(({ diagnostic: { at } }) => (at === null ? [] : [at.file])),
  ])
  if (files.size < 2) return (_, lines) => lines
  return (file = '', lines) => (lines === '' ? file : `${file}: ${lines}`)
}

function findingRow(kind: FindingKind, place: PlaceWriter): Row {
  const { at, code, check, severity } = kind.diagnostic
  const field = at !== null && 'field' in at ? at.field : null
  const tone = TONES[severity]
  return {
    cells: [
      field === null ? cell('–', 'quiet') : cell(columnName(field), 'strong'),
      cell(`${briefWords(kind)} [${check ?? code}]`),
      cell(grouped(touched(kind)), tone),
      kind.of === null ? cell('–', 'quiet') : cell(share(touched(kind), kind.of)),
      cell(place(at?.file, linesWords({ ...kind, count: Math.max(kind.count, touched(kind)) }, MOST_LINES))),
    ],
  }
}

/** Headers that are told together are parted by commas, so that they can wrap. */
const columnName = (field: string) => field.replaceAll('|', ', ')

function groupSection(pack: Pack, field: string, groups: readonly FoundGroup[]): Section {
  const { plural } = pack.record
  const affected = groups.filter((group) => group.affected > 0)
  const shown = affected.slice(0, MOST_GROUPS)
  const clean = groups.filter((group) => group.affected === 0)
  const rows = shown.map((group): Row => {
    const kinds = group.kinds.slice(0, MOST_IN_GROUP).map(([kind, count]) => `${grouped(count)} ${kind}`)
    const more = group.kinds.length > MOST_IN_GROUP ? ' …' : ''
    return {
      cells: [
        groupName(group),
        cell(grouped(group.records)),
        cell(grouped(group.affected), 'warn'),
        cell(share(group.affected, group.records), 'strong'),
        cell(kinds.join(', ') + more),
      ],
    }
  })
  const hidden = affected.length - shown.length
  return {
    title: `By ${pack.facts.has(field) ? factWords(pack, field) : field}, the worst first`,
    columns: [left(field), right(plural), right('to mend'), right('share'), flexible('findings')],
    rows,
    notes: [
      ...(hidden === 0 ? [] : [`${grouped(hidden)} more; \`-f json\` gives all.`]),
      ...(clean.length === 0 ? [] : [cleanWords(clean)]),
    ],
  }
}

function groupName({ value, gap }: FoundGroup): Cell {
  if (value !== null) return cell(value)
  return cell(gap === null ? '(rejected rows)' : `(${gapWords(gap)})`, 'quiet')
}

function cleanWords(clean: readonly FoundGroup[]): string {
  const names = clean.map((group) => groupName(group).text)
  return names.length <= MOST_NAMED
    ? `Nothing to mend in ${listed(names, 'and')}.`
    : `Nothing to mend in ${grouped(names.length)} others.`
}

/** Reasons that call a cell wrong, not only missing. */
const WRONG = ['invalid', 'suspect', 'conflicting'] as const satisfies readonly GapReason[]

const GAP_ORDER: readonly GapReason[] = [...WRONG, 'refused', 'dont_know', 'not_asked', 'blank']

function columnSection(summary: ValidateSummary): Section {
  const place = placeWriter(summary)
  const wrong = ({ gaps }: ColumnCount) => sumOfTallies(WRONG.map((reason) => gaps.get(reason)))
  const open = summary.columns.filter(({ rows, filled }) => filled < rows)
  const full = summary.columns.filter(({ rows, filled }) => filled === rows)
  const ranked = [...open].sort(
    (a, b) => wrong(b).count * a.rows - wrong(a).count * b.rows || a.filled * b.rows - b.filled * a.rows,
  )
  const rows = ranked.map((column): Row => {
    const bad = wrong(column)
    const lines = bad.count > 0 ? bad : sumOfTallies([...column.gaps.values()])
    return {
      cells: [
        cell(columnName(column.field), bad.count > 0 ? 'strong' : 'plain'),
        cell(grouped(column.filled)),
        cell(share(column.filled, column.rows)),
        cell(unfilledWords(column), bad.count > 0 ? 'warn' : 'plain'),
        cell(place(column.file, linesWords(lines, MOST_LINES)), bad.count > 0 ? 'plain' : 'quiet'),
      ],
    }
  })
  return {
    title: 'Columns',
    columns: [flexible('column'), right('filled'), right('share'), flexible('not filled'), left('lines')],
    rows,
    notes: [
      ...(full.length === 0
        ? []
        : [`Filled in every row: ${named(full.map(({ field }) => columnName(field)))}.`]),
      ...absentColumns(summary).map(
        ({ file, facts }) =>
          `${absentColumns(summary).length > 1 ? file : 'The file'} has no column for ${named(facts)}.`,
      ),
      ...remarks(summary),
    ],
  }
}

/** Facts without a column, by file. `members` is left out, because a file without a roster lacks no column. */
const absentColumns = ({ absent }: ValidateSummary) =>
  absent
    .map(({ file, facts }) => ({ file, facts: facts.filter((fact) => fact !== 'members') }))
    .filter(({ facts }) => facts.length > 0)

const unfilledWords = ({ gaps }: ColumnCount): string =>
  GAP_ORDER.flatMap((reason) => {
    const { count } = gaps.get(reason) ?? { count: 0 }
    return count === 0 ? [] : [`${grouped(count)} ${gapWords(reason)}`]
  }).join(', ')

const named = (names: readonly string[]): string =>
  names.length <= MOST_NAMED
    ? listed(names, 'and')
    : `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`
