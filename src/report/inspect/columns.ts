import { say } from '../../base/say/say.js'
import { knownName } from '../../base/wording.js'
import type { ColumnProfile } from '../../inspect/columns/column.js'
import type { Inspection } from '../../inspect/proposal/inspection.js'
import type { InspectedTable, TableRole } from '../../inspect/tables/inspected-table.js'
import { grouped } from '../text/numbers.js'
import { cell, flexible, left, right, type Section } from '../text/section.js'
import { parted } from '../text/words.js'
import { distinctWords, doubtWords, holdsWords } from './words.js'

/** At most this many columns of a table are shown, because a screen has room for no more; `--columns` shows all. */
const SHOWN = 10

/** A line for a column, or for the columns of one question or of repeated members. */
interface Line {
  readonly header: string
  readonly profile: ColumnProfile
  readonly extra: string | null
  readonly matters: number
}

/** The columns of the tables that a mapping uses; of a wide table those that matter, and how many more there are. */
export function columnSections(inspection: Inspection, all: boolean): Section[] {
  const { roles, main } = inspection
  const isShown = (role: TableRole) => role === main || (role.role === 'members' && role.part === undefined)
  const shown = all || main === null ? roles : roles.filter(isShown)
  return shown.map((role) => columnSection(role, inspection, all))
}

function columnSection(role: TableRole, inspection: Inspection, all: boolean): Section {
  const { table } = role
  const lines = linesOf(role, inspection, all)
  const kept = all || lines.length <= SHOWN ? lines : mostImportant(lines)
  const total = table.profiles.length + table.tally.moreColumns
  const less = lines.length - kept.length
  const behind = table.tally.moreColumns
  const notes = [
    ...(less === 0 ? [] : [say('inspect.more-columns', { count: grouped(less) })]),
    ...(behind === 0
      ? []
      : [say('inspect.behind', { columns: say('count.columns', { count: grouped(behind) }) })]),
  ]
  const which =
    less === 0 ? grouped(total) : say('inspect.which', { shown: kept.length, all: grouped(total) })
  return {
    title: say('inspect.columns-of', { table: table.name, which }),
    columns: [
      flexible(say('inspect.column')),
      left(say('inspect.type')),
      right(say('inspect.filled')),
      { ...right(say('inspect.distinct')), dropped: 1 },
      flexible(say('inspect.holds')),
    ],
    rows: kept.map((line) => ({ cells: cellsOf(line, table) })),
    notes,
  }
}

function cellsOf({ header, profile, extra }: Line, { tally }: InspectedTable) {
  const { type, filled, personal } = profile
  const holds = [...(extra === null ? [] : [extra]), holdsWords(profile)].filter((part) => part !== '')
  return [
    cell(header === '' ? say('inspect.no-name') : knownName(header), header === '' ? 'quiet' : 'plain'),
    cell(
      personal ? say('inspect.personal', { type: say(`column.${type}`) }) : say(`column.${type}`),
      type === 'empty' ? 'quiet' : 'plain',
    ),
    cell(filled === tally.rows ? say('inspect.all') : grouped(filled), filled === 0 ? 'quiet' : 'plain'),
    cell(distinctWords(profile)),
    cell(parted(holds)),
  ]
}

function linesOf(role: TableRole, inspection: Inspection, all: boolean): Line[] {
  const { table } = role
  const groups = all ? new Map<number, { header: string; extra: string }>() : groupsOf(table)
  const hidden = new Set(all ? [] : groupedColumns(table).filter((at) => !groups.has(at)))
  const important = importantColumns(role, inspection)
  return table.profiles.flatMap((profile, at) => {
    if (hidden.has(at)) return []
    const group = groups.get(at)
    const isDoubtful =
      doubtWords({ ...profile, missing: profile.missing.filter(({ kind }) => kind === null) }).length > 0
    const matters = (important.get(at) ?? 0) * 2 + (isDoubtful ? 1 : 0)
    return [{ header: group?.header ?? profile.header, profile, extra: group?.extra ?? null, matters }]
  })
}

/** The lines that matter most, then those that hold anything, in the order of the table. */
function mostImportant(lines: readonly Line[]): Line[] {
  const worth = ({ matters, profile }: Line) => matters * 2 + (profile.type === 'empty' ? 0 : 1)
  const ranked = [...lines].sort((a, b) => worth(b) - worth(a)).slice(0, SHOWN)
  return lines.filter((line) => ranked.includes(line))
}

/** How much columns matter: 3 for a key or a fact, 2 for a join, 1 for what is likely a fact. */
function importantColumns(
  { table }: TableRole,
  { key, main, roles, facts }: Inspection,
): Map<number, number> {
  const found = new Map<number, number>()
  const note = (at: number, weight: number) => void found.set(at, Math.max(weight, found.get(at) ?? 0))
  if (main?.table === table && key !== null && key.column !== null) note(key.column, 3)
  for (const { join } of roles)
    if (join?.child === table) for (const at of [...(join.beside?.child ?? []), join.childColumn]) note(at, 2)
  for (const { candidates } of facts)
    for (const { role, column, isCertain } of candidates) {
      if (role.table !== table) continue
      const repeat = table.repeats.find(({ pattern }) => pattern === column)
      const at = repeat?.columns[0] ?? table.tally.headers.indexOf(column)
      note(at, isCertain ? 3 : 1)
    }
  return found
}

const groupedColumns = ({ splits, repeats }: InspectedTable): number[] =>
  [...splits, ...repeats].flatMap(({ columns }) => columns)

/** How each group of columns is shown, in the place of its first column, or of the column that holds all choices. */
function groupsOf({ splits, repeats }: InspectedTable): Map<number, { header: string; extra: string }> {
  const found = new Map<number, { header: string; extra: string }>()
  for (const { question, separator, choices, columns, whole } of splits) {
    const extra = say('inspect.choices', { count: grouped(choices.length) })
    if (whole === null) found.set(columns[0] ?? -1, { header: `${question}${separator}…`, extra })
    else
      found.set(whole, {
        header: question,
        extra: say('inspect.choices.also', { choices: extra, column: `${question}${separator}` }),
      })
  }
  for (const { pattern, numbers, columns } of repeats) {
    const extra = say('inspect.numbers', { least: Math.min(...numbers), most: Math.max(...numbers) })
    found.set(columns[0] ?? -1, { header: pattern, extra })
  }
  return found
}
