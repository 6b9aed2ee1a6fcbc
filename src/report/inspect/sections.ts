import type { FactFinding, Inspection } from '../../inspect/proposal/inspection.js'
import type { Join, TableRole } from '../../inspect/tables/inspected-table.js'
import { counted, grouped } from '../text/numbers.js'
import { cell, flexible, left, type Row, right, type Section } from '../text/section.js'
import { capitalised } from '../text/words.js'
import type { InspectContext } from './context.js'
import { joinWords, readAsWords, roleWords } from './words.js'

/** What was read, and which tool it seems to come from: a sentence each. */
export function inspectHeadline({ tables, unreadable, tool }: Inspection): string[] {
  const rows = tables.reduce((sum, { tally }) => sum + tally.rows, 0)
  const read = `${counted(tables.length, 'table', 'tables')} with ${counted(rows, 'row', 'rows')}`
  const not = unreadable.length === 0 ? '' : `; ${counted(unreadable.length, 'file', 'files')} cannot be read`
  return [`${read}${not}.`, `${capitalised(tool.words)}.`]
}

/** An export may hold thousands of pictures. */
const UNREADABLE_SHOWN = 40

export function tablesSection({ roles, unreadable, pack }: Inspection): Section {
  const { plural } = pack.record
  const readable = roles.map((role) => {
    const { tally } = role.table
    const broken = tally.broken.count === 0 ? '' : ` (+${grouped(tally.broken.count)} broken)`
    return {
      cells: [
        cell(role.table.name),
        cell(roleWords(role, plural), role.role === 'other' ? 'quiet' : 'strong'),
        cell(`${grouped(tally.rows)}${broken}`, tally.broken.count === 0 ? 'plain' : 'warn'),
        cell(grouped(tally.headers.length + tally.moreColumns)),
        cell(readAsWords(role.table)),
      ],
    }
  })
  const shown = unreadable.slice(0, UNREADABLE_SHOWN)
  const more = unreadable.length - shown.length
  const others = shown.map(({ file, faults }) => ({
    cells: [cell(file), cell('not read', 'bad'), cell(''), cell(''), cell(faults[0]?.message ?? '')],
  }))
  return {
    title: 'Tables',
    columns: [flexible('table'), left('is'), right('rows'), right('columns'), flexible('read as')],
    rows: [...readable, ...others],
    notes: [
      ...(more === 0 ? [] : [`${more} more files are not read; \`-f json\` names them all.`]),
      ...roles.flatMap(({ table }) => table.guesses.map((guess) => `${table.name}: ${guess}`)),
    ],
  }
}

/** The key, and how the rows of each other table are joined: a sentence each. */
export function keyLines({ roles, main, key, joins, pack }: Inspection): string[] {
  const { name, plural } = pack.record
  return roles.flatMap((role) => {
    const { table, why } = role
    const own = role === main && key !== null ? [`${key.isCertain ? '' : 'key not certain: '}${key.why}`] : []
    const person = role.role === 'details' ? personJoin(role, roles, joins) : null
    const join = person ?? role.join
    const words =
      join === null ? [] : [joinWords(join, person === null ? plural : 'members'), ...sizeLines(join, plural)]
    const isSaid =
      own.length > 0 || why === `a row is a ${name}` || role.role === 'members' || role.role === 'details'
    const lines = [...own, ...words, ...(isSaid ? [] : [why])]
    return lines.length === 0 ? [] : [`${table.name}: ${lines.join('; ')}`]
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

const sizeLines = ({ sizes, parent }: Join, plural: string): string[] =>
  sizes
    .filter(({ equal }) => equal > 0)
    .map(({ column, equal, compared }) => {
      const header = parent.tally.headers[column]
      return `\`${header}\` is the number of its rows in ${grouped(equal)} of ${grouped(compared)} ${plural}`
    })

/** Facts with the columns that may hold them; facts without a column are named below. */
export function factsSection({ facts, main, pack }: Inspection): Section {
  const rowsOf = (isCertain: boolean): Row[] =>
    facts.flatMap(({ fact, candidates }) =>
      candidates
        .filter((each) => each.isCertain === isCertain)
        .map(({ role, column, why, decide }) => ({
          cells: [
            cell(fact),
            cell(role === main ? column : `${column} of ${role.table.name}`, isCertain ? 'good' : 'warn'),
            cell(decide === null ? why : `${why}; decide: ${decide.why}`),
          ],
        })),
    )
  const [certain, likely] = [rowsOf(true), rowsOf(false)]
  const absent = facts.filter(({ status }) => status === 'absent')
  return {
    title: `Facts of ${pack.id}`,
    columns: [left('fact'), flexible('column'), flexible('why')],
    rows: [
      ...(certain.length === 0 ? [] : [{ heading: 'in the proposed mapping' }, ...certain]),
      ...(likely.length === 0 ? [] : [{ heading: 'likely: as comments, to be decided' }, ...likely]),
    ],
    notes: absent.length === 0 ? [] : [`No column speaks for ${absent.map(factWords).join(', ')}.`],
  }
}

const factWords = ({ fact, instead }: FactFinding): string =>
  instead === null ? fact : `${fact} (${instead})`

/** What to type next. */
export function nextCommands({ mapping }: Inspection, { typed, written }: InspectContext): string[] {
  if (mapping === null) return [`tpa assess ${typed}`]
  if (written !== null) return [`tpa assess ${typed} -m ${written}`]
  return [`tpa inspect ${typed} --write mapping.yaml`, `tpa assess ${typed} -m mapping.yaml`]
}
