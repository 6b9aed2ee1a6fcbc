import type { Severity } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { factName, recordNames } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import type { GapReason } from '../../lang/record.js'
import { grouped, share } from '../text/numbers.js'
import { shownGroups } from '../text/paths.js'
import { type Cell, cell, flexible, left, type Row, right, type Section, type Tone } from '../text/section.js'
import { factWords, gapWords, listed } from '../text/words.js'
import type { ColumnCount } from './columns.js'
import type { FoundGroup } from './groups.js'
import { type FindingKind, touched } from './kinds.js'
import type { ValidateSummary } from './summary.js'
import { sumOfTallies, type Tally } from './tally.js'
import { briefWords, kindWords, linesWords } from './words.js'

const MOST_KINDS = 40
const MOST_GROUPS = 20
const MOST_NAMED = 12
const MOST_LINES = 3
const MOST_IN_GROUP = 3

/** The tables in the order of reading: what needs fixing, where or by whom, and what the columns hold. */
export function validateSections(pack: Pack, summary: ValidateSummary): Section[] {
  return [
    ...(listedKinds(summary).length === 0 ? [] : [findingSection(summary)]),
    ...(summary.by === null ? [] : [groupSection(pack, summary.by.field.name, summary.by.groups)]),
    columnSection(summary),
  ]
}

const TONES: Record<Severity, Tone> = { error: 'bad', warning: 'warn', note: 'quiet' }

/** True if a note is about a whole file. It is then a sentence, not a row of a table. */
const isRemark = ({ diagnostic: { severity, at }, of }: FindingKind): boolean =>
  severity === 'note' && of === null && (at === null || !('field' in at) || at.field === null)

/** The kinds that have a row. */
export const listedKinds = ({ kinds }: Pick<ValidateSummary, 'kinds'>): FindingKind[] =>
  kinds.filter((kind) => !isRemark(kind))

/** The notes about whole files. */
function remarks(summary: ValidateSummary): string[] {
  const place = placeWriter(summary)
  return summary.kinds.filter(isRemark).map((kind) => {
    const { at, code } = kind.diagnostic
    const file = place(at?.file, '')
    const words = `${kindWords(kind)} [${code}]`
    return file === '' ? words : say('validate.of-file', { file, words })
  })
}

function findingSection(summary: ValidateSummary): Section {
  const { severities } = summary
  const kinds = listedKinds(summary)
  const shown = kinds.slice(0, MOST_KINDS)
  const place = placeWriter(summary)
  const rows: Row[] = []
  for (const severity of ['error', 'warning', 'note'] as const) {
    const own = shown.filter(({ diagnostic }) => diagnostic.severity === severity)
    if (own.length > 0) rows.push({ heading: say(`validate.severity.${severity}`) })
    rows.push(...own.map((kind) => findingRow(kind, place)))
  }
  const more = kinds.length - shown.length
  const notes = [
    ...(shown.some(({ count }) => count > 1) ? [say('validate.quoted')] : []),
    ...(more === 0 ? [] : [say('validate.more-kinds', { count: grouped(more) })]),
  ]
  return {
    title: say(severities.error + severities.warning === 0 ? 'validate.remarks' : 'validate.findings'),
    columns: [
      flexible(say('validate.column')),
      flexible(say('validate.finding')),
      right(say('validate.count')),
      right(say('validate.share')),
      left(say('validate.lines')),
    ],
    rows,
    notes,
  }
}

type PlaceWriter = (file: string | undefined, lines: string) => string

/** Writes the lines of a finding; the file comes before them only where there are several files. */
function placeWriter({ columns, kinds, rosters }: ValidateSummary): PlaceWriter {
  const files = new Set([
    ...columns.map(({ file }) => file),
    ...rosters.map(({ file }) => file),
    ...kinds.flatMap(({ diagnostic: { at } }) => (at === null ? [] : [at.file])),
  ])
  if (files.size < 2) return (_, lines) => lines
  return (file = '', lines) => (lines === '' ? file : say('validate.of-file', { file, words: lines }))
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

/** Headers that are listed together are separated by commas, so that they can wrap. */
export const columnName = (field: string) => field.replaceAll('|', say('names.item'))

function groupSection(pack: Pack, field: string, all: readonly FoundGroup[]): Section {
  const { groups, notes } = shownGroups(pack, field, all)
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
        cell(kinds.join(say('list.clause')) + more),
      ],
    }
  })
  const hidden = affected.length - shown.length
  return {
    title: say('validate.by', { field: pack.facts.has(field) ? factWords(pack, field) : field }),
    columns: [
      left(factName(pack, field)),
      right(recordNames(pack)),
      right(say('validate.to-fix')),
      right(say('validate.share')),
      flexible(say('validate.group.findings')),
    ],
    rows,
    notes: [
      ...(hidden === 0 ? [] : [say('validate.more-groups', { count: grouped(hidden) })]),
      ...(clean.length === 0 ? [] : [cleanWords(clean)]),
      ...notes,
    ],
  }
}

function groupName({ value, gap }: FoundGroup): Cell {
  if (value !== null) return cell(value)
  return cell(
    gap === null ? say('validate.rejected-rows') : say('assess.group.none', { gap: gapWords(gap) }),
    'quiet',
  )
}

function cleanWords(clean: readonly FoundGroup[]): string {
  const names = clean.map((group) => groupName(group).text)
  return names.length <= MOST_NAMED
    ? say('validate.clean-groups', { names: listed(names, 'and') })
    : say('validate.clean-others', { count: grouped(names.length) })
}

/** Reasons that call a cell wrong, not only missing. */
const WRONG = ['invalid', 'suspect', 'conflicting'] as const satisfies readonly GapReason[]

const GAP_ORDER: readonly GapReason[] = [...WRONG, 'range', 'refused', 'dont_know', 'not_asked', 'blank']

/** Cells of a column whose value is wrong or in doubt. */
export const wrongCells = ({ gaps }: ColumnCount): Tally =>
  sumOfTallies(WRONG.map((reason) => gaps.get(reason)))

/** The columns with a cell without a value, those with the greatest part of wrong cells first. */
export const unfilledColumns = ({ columns }: Pick<ValidateSummary, 'columns'>): ColumnCount[] =>
  columns
    .filter(({ rows, filled }) => filled < rows)
    .sort(
      (a, b) =>
        wrongCells(b).count * a.rows - wrongCells(a).count * b.rows || a.filled * b.rows - b.filled * a.rows,
    )

function columnSection(summary: ValidateSummary): Section {
  const place = placeWriter(summary)
  const rows = unfilledColumns(summary).map((column): Row => {
    const bad = wrongCells(column)
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
    title: say('validate.columns'),
    columns: [
      flexible(say('validate.column')),
      right(say('validate.filled')),
      right(say('validate.share')),
      flexible(say('validate.not-filled')),
      left(say('validate.lines')),
    ],
    rows,
    notes: columnNotes(summary),
  }
}

/** Which columns are filled in every row, which facts have none, and what else is said of whole files. */
function columnNotes(summary: ValidateSummary): string[] {
  const full = summary.columns.filter(({ rows, filled }) => filled === rows)
  const absent = absentColumns(summary)
  return [
    ...(full.length === 0
      ? []
      : [say('validate.full', { columns: named(full.map(({ field }) => columnName(field))) })]),
    ...absent.map(({ file, facts }) =>
      absent.length > 1
        ? say('validate.absent.file', { file, facts: named(facts) })
        : say('validate.absent', { facts: named(facts) }),
    ),
    ...remarks(summary),
  ]
}

/** Facts without a column, by file. `members` is left out, because a file without a roster lacks no column. */
const absentColumns = ({ absent }: ValidateSummary) =>
  absent
    .map(({ file, facts }) => ({ file, facts: facts.filter((fact) => fact !== 'members') }))
    .filter(({ facts }) => facts.length > 0)

const unfilledWords = ({ gaps }: ColumnCount): string =>
  GAP_ORDER.flatMap((reason) => {
    const { count } = gaps.get(reason) ?? { count: 0 }
    return count === 0 ? [] : [say('validate.gap', { count: grouped(count), gap: gapWords(reason) })]
  }).join(say('list.clause'))

const named = (names: readonly string[]): string =>
  names.length <= MOST_NAMED
    ? listed(names, 'and')
    : say('names.more', {
        names: names.slice(0, MOST_NAMED).join(say('names.item')),
        count: names.length - MOST_NAMED,
      })
