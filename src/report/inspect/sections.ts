import { say } from '../../base/say/say.js'
import type { FactFinding, Inspection } from '../../inspect/proposal/inspection.js'
import type { Join, TableRole } from '../../inspect/tables/inspected-table.js'
import { recordName, recordNames } from '../../lang/labels.js'
import { grouped } from '../text/numbers.js'
import { type Cell, cell, flexible, left, type Row, right, type Section } from '../text/section.js'
import { capitalised, parted } from '../text/words.js'
import type { InspectContext } from './context.js'
import { joinWords, readAsWords, roleWords } from './words.js'

/** What was read, and which tool it seems to come from: a sentence each. */
export function inspectHeadline({ tables, unreadable, tool }: Inspection): string[] {
  const rows = tables.reduce((sum, { tally }) => sum + tally.rows, 0)
  const said = {
    tables: say('count.tables', { count: grouped(tables.length) }),
    rows: say('count.rows', { count: grouped(rows) }),
  }
  const read =
    unreadable.length === 0
      ? say('inspect.read', said)
      : say('inspect.read.not', {
          ...said,
          files: say('count.files', { count: grouped(unreadable.length) }),
        })
  return [read, say('inspect.tool', { words: capitalised(tool.words) })]
}

/** An export may hold thousands of pictures. */
const UNREADABLE_SHOWN = 40

export function tablesSection({ roles, unreadable, pack }: Inspection): Section {
  const records = recordNames(pack)
  const readable = roles.map((role) => ({ cells: tableCells(role, records) }))
  const shown = unreadable.slice(0, UNREADABLE_SHOWN)
  const more = unreadable.length - shown.length
  const others = shown.map(({ file, faults }) => ({
    cells: [
      cell(file),
      cell(say('inspect.not-read'), 'bad'),
      cell(''),
      cell(''),
      cell(faults[0]?.message ?? ''),
    ],
  }))
  return {
    title: say('inspect.tables'),
    columns: [
      flexible(say('inspect.table')),
      left(say('inspect.is')),
      right(say('inspect.rows')),
      right(say('inspect.columns')),
      flexible(say('inspect.read-as')),
    ],
    rows: [...readable, ...others],
    notes: [
      ...(more === 0 ? [] : [say('inspect.more-files', { count: more })]),
      ...roles.flatMap(({ table }) =>
        table.guesses.map((guess) => say('inspect.of-table', { table: table.name, words: guess })),
      ),
    ],
  }
}

function tableCells(role: TableRole, records: string): Cell[] {
  const { tally, name } = role.table
  const rows = grouped(tally.rows)
  const broken = grouped(tally.broken.count)
  return [
    cell(name),
    cell(roleWords(role, records), role.role === 'other' ? 'quiet' : 'strong'),
    tally.broken.count === 0 ? cell(rows) : cell(say('inspect.broken', { rows, broken }), 'warn'),
    cell(grouped(tally.headers.length + tally.moreColumns)),
    cell(readAsWords(role.table)),
  ]
}

/** The key, and how the rows of each other table are joined: a sentence each. */
export function keyLines({ roles, main, key, joins, pack }: Inspection): string[] {
  const name = recordName(pack)
  const records = recordNames(pack)
  return roles.flatMap((role) => {
    const { table, why } = role
    const own =
      role !== main || key === null
        ? []
        : [key.isCertain ? key.why : say('inspect.key-open', { why: key.why })]
    const person = role.role === 'details' ? personJoin(role, roles, joins) : null
    const join = person ?? role.join
    const words =
      join === null
        ? []
        : [
            joinWords(join, person === null ? records : say('inspect.role.members')),
            ...sizeLines(join, records),
          ]
    const isSaid =
      own.length > 0 ||
      why === say('role.records', { name }) ||
      role.role === 'members' ||
      role.role === 'details'
    const lines = [...own, ...words, ...(isSaid ? [] : [why])]
    return lines.length === 0 ? [] : [say('inspect.of-table', { table: table.name, words: parted(lines) })]
  })
}

/** How a table of details is joined to the members. */
const personJoin = (
  { table }: TableRole,
  roles: readonly TableRole[],
  joins: readonly Join[],
): Join | null => {
  const members = roles.find(({ role }) => role === 'members')?.table
  return joins.find(({ child, parent }) => child === table && parent === members) ?? null
}

const sizeLines = ({ sizes, parent }: Join, records: string): string[] =>
  sizes
    .filter(({ equal }) => equal > 0)
    .map(({ column, equal, compared }) =>
      say('inspect.size-column', {
        column: parent.tally.headers[column] ?? '',
        equal: grouped(equal),
        compared: grouped(compared),
        records,
      }),
    )

/** Facts with the columns that may hold them; facts without a column are named below. */
export function factsSection({ facts, main, pack }: Inspection): Section {
  const rowsOf = (isCertain: boolean): Row[] =>
    facts.flatMap(({ fact, candidates }) =>
      candidates
        .filter((each) => each.isCertain === isCertain)
        .map(({ role, column, why, decide }) => ({
          cells: [
            cell(fact),
            cell(
              role === main ? column : say('inspect.column-of', { column, table: role.table.name }),
              isCertain ? 'good' : 'warn',
            ),
            cell(decide === null ? why : say('inspect.decide', { why, decision: decide.why })),
          ],
        })),
    )
  const [certain, likely] = [rowsOf(true), rowsOf(false)]
  const absent = facts.filter(({ status }) => status === 'absent')
  return {
    title: say('inspect.facts', { pack: pack.id }),
    columns: [left(say('inspect.fact')), flexible(say('inspect.column')), flexible(say('inspect.why'))],
    rows: [
      ...(certain.length === 0 ? [] : [{ heading: say('inspect.proposed') }, ...certain]),
      ...(likely.length === 0 ? [] : [{ heading: say('inspect.likely') }, ...likely]),
    ],
    notes:
      absent.length === 0
        ? []
        : [say('inspect.no-column', { facts: absent.map(factWords).join(say('names.item')) })],
  }
}

const factWords = ({ fact, instead }: FactFinding): string =>
  instead === null ? fact : say('inspect.instead', { fact, instead })

/** What to type next. */
export function nextCommands({ mapping }: Inspection, { typed, written }: InspectContext): string[] {
  if (mapping === null) return [`tpa assess ${typed}`]
  if (written !== null) return [`tpa assess ${typed} -m ${written}`]
  return [`tpa inspect ${typed} --write mapping.yaml`, `tpa assess ${typed} -m mapping.yaml`]
}
