import { say } from '../../base/say/say.js'
import { allOf, listedNames } from '../../base/wording.js'
import type { TableRole } from '../tables/inspected-table.js'
import { personColumn } from '../tables/person-column.js'
import { instrumentColumn } from '../tables/roles.js'
import { findHeadCondition, findInterviewCondition, findMemberConditions } from '../tables/row-conditions.js'
import type { Conclusions } from './inspection.js'
import { factLines } from './mapping-facts.js'
import { rosterLines } from './mapping-rosters.js'
import { conditionLines, isRecords, missingLines, readingLines } from './mapping-tables.js'
import { openQuestions } from './open-questions.js'
import { yamlComment, yamlText } from './yaml-text.js'

/** A mapping for a person to review; `null` if no table of records was found. The same files give the same text. */
export function mappingText(inspection: Conclusions): string | null {
  const { pack, main, key } = inspection
  if (main === null || key === null) return null
  const tables = inspection.roles.filter(isRecords)
  const lines = [
    ...headLines(inspection),
    'mapping: 1',
    `pack: ${yamlText(pack.id)}`,
    `${yamlText(pack.record.plural)}:`,
    ...recordsLines(main, tables, inspection),
    ...rosterLines(inspection),
    ...absentLines(inspection),
  ]
  return `${lines.join('\n')}\n`
}

function headLines(inspection: Conclusions): string[] {
  const { pack, roles, unreadable, tool } = inspection
  const decisions = openQuestions(inspection)
  const tell = (text: string, mark = '') => yamlComment(text, '', mark)
  return [
    ...tell(say('proposal.head', { pack: pack.id })),
    ...tell(say('proposal.comments')),
    '#',
    `# ${say('proposal.inspected')}`,
    ...roles.flatMap(({ table, why }) => tell(tableWords(table, why), '  - ')),
    ...unreadable.flatMap(({ file, faults }) =>
      tell(say('proposal.unreadable', { file, why: faults[0]?.message ?? '' }), '  - '),
    ),
    ...tell(tool.words, '  - '),
    '#',
    `# ${say('proposal.decisions')}`,
    ...(decisions.length === 0 ? [`#   ${say('proposal.no-decisions')}`] : []),
    ...decisions.flatMap((each) => tell(each, '  - ')),
    '',
  ]
}

const tableWords = ({ file, tally }: TableRole['table'], why: string): string =>
  say('proposal.table', {
    file: file.file,
    rows: tally.rows,
    columns: tally.headers.length + tally.moreColumns,
    why,
  })

function recordsLines(main: TableRole, tables: readonly TableRole[], inspection: Conclusions): string[] {
  const { key, facts, roles, pack } = inspection
  const { table } = main
  const indent = '  '
  const isNamed = roles.some(({ role }) => role === 'members' || role === 'details') || main.role === 'block'
  const header = key?.column == null ? null : (table.tally.headers[key.column] ?? null)
  const keyWords = key === null ? '' : key.isCertain ? key.why : say('proposal.decide', { why: key.why })
  const person = main.role === 'persons' ? personColumn(table, pack) : null
  const isMine = (candidate: { readonly role: TableRole }) => candidate.role === main
  const ofRecord = facts.filter(({ of }) => of === 'record')
  const ofMember = main.role === 'block' ? [] : facts.filter(({ of }) => of === 'member')
  const own = factLines(ofRecord, isMine, 'facts', indent)
  return [
    ...readingLines(
      tables.map((each) => each.table),
      inspection,
      indent,
      isNamed,
    ),
    ...yamlComment(keyWords, indent),
    `${indent}key: ${keyYaml(header, key, table.tally.headers)}`,
    ...(main.role === 'persons' ? [...yamlComment(main.why, indent), `${indent}one_row_per: person`] : []),
    ...(person === null ? [] : [`${indent}person: ${yamlText(table.tally.headers[person] ?? '')}`]),
    ...rowsIfLines(main, key, indent),
    ...findMemberConditions(main).flatMap((each) => conditionLines('rows_if', each, indent)),
    ...conditionLines('head_if', findHeadCondition(main), indent),
    ...conditionLines('interview_if', findInterviewCondition(table), indent),
    ...missingLines(table, indent),
    ...(own.length === 0 ? [`${indent}facts: {}`] : own),
    ...factLines(ofMember, isMine, 'members', indent),
  ]
}

/** The line that says which rows are records: those of no other form, and of one of several times. */
function rowsIfLines({ table, why }: TableRole, key: Conclusions['key'], indent: string): string[] {
  const instrument = instrumentColumn(table)
  const [time, ...others] = key?.events?.times ?? []
  const ofForm = instrument === null ? [] : [`${table.tally.headers[instrument]} = ""`]
  const ofTime = time === undefined ? [] : [`${key?.events?.header} = ${JSON.stringify(time)}`]
  if (ofForm.length + ofTime.length === 0) return []
  return [
    ...(instrument === null ? [] : yamlComment(why, indent)),
    ...(time === undefined
      ? []
      : yamlComment(
          say('proposal.decide', { why: say('proposal.other-times', { times: listedNames(others, 12) }) }),
          indent,
        )),
    `${indent}rows_if: ${yamlText([...ofForm, ...ofTime].join(' and '))}`,
  ]
}

function keyYaml(header: string | null, key: Conclusions['key'], headers: readonly string[]): string {
  if (header === null) return 'row'
  const beside = (key?.beside ?? []).map((at) => yamlText(headers[at] ?? ''))
  const before = [...(key?.withSheet === true ? ['{ sheet: true }'] : []), ...beside]
  return before.length === 0 ? yamlText(header) : `{ all: [${[...before, yamlText(header)].join(', ')}] }`
}

/** The facts without a column, at the end of the mapping. */
function absentLines({ facts, pack }: Conclusions): string[] {
  const absent = facts.filter(({ status }) => status === 'absent')
  if (absent.length === 0) return []
  const names = absent.map(({ fact, instead }) =>
    instead === null ? fact : say('proposal.absent.instead', { fact, instead }),
  )
  return ['', ...yamlComment(say('proposal.absent', { pack: pack.id, facts: allOf(names) }), '')]
}
