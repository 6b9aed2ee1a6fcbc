import { say } from '../../base/say/say.js'
import { allOf, listedNames, short } from '../../base/wording.js'
import { recordNames, recordWords } from '../../lang/labels.js'
import type { InspectedTable } from '../tables/inspected-table.js'
import { noAnswerWordsIn } from '../tables/no-answer-words.js'
import { findMemberConditions } from '../tables/row-conditions.js'
import { isUniqueHeader } from '../tables/unique-headers.js'
import { haveOnePattern } from './file-names.js'
import type { Conclusions } from './inspection.js'
import { isRecords } from './mapping-tables.js'

const LISTED = 6

/** What a person must decide before a proposed mapping can be trusted, the most important first. */
export function openQuestions(inspection: Conclusions): string[] {
  const { key, main, facts, tables, unreadable, pack } = inspection
  const { name, plural } = recordWords(pack)
  const decisions: string[] = []
  if (key === null && tables.length > 0 && tables.every(isReadByName)) return []
  if (key === null) return [say('open.none', { plural })]
  const columns = key.column === null ? [] : [...(key.beside ?? []), key.column]
  const header = allOf(columns.map((at) => `\`${main?.table.tally.headers[at]}\``))
  if (key.column === null) decisions.push(say('open.no-key', { name, why: key.why }))
  else if (!key.isCertain) decisions.push(say('open.key', { column: header, name, why: key.why }))
  decisions.push(...openTables(inspection))
  for (const { guesses, name: table } of tables)
    for (const guess of guesses) decisions.push(say('open.guess', { table, guess }))
  for (const fact of facts)
    for (const { isCertain, decide } of fact.candidates)
      if (isCertain && decide !== null) decisions.push(say('open.fact', { fact: fact.fact, why: decide.why }))
  const words = openWords(inspection)
  if (words.length > 0) decisions.push(say('open.words', { words: listedNames(words, LISTED) }))
  const maybes = facts.filter(({ status }) => status === 'maybe').map(({ fact }) => fact)
  if (maybes.length > 0) decisions.push(say('open.maybe', { facts: listedNames(maybes, LISTED) }))
  if (main !== null) decisions.push(...doubledWords(main.table))
  for (const { file, isTable } of unreadable) if (isTable) decisions.push(say('open.unreadable', { file }))
  return decisions
}

/** Records with keys need no mapping. */
const isReadByName = ({ file: { format } }: InspectedTable): boolean => format !== 'csv' && format !== 'xlsx'

/** Which times and which tables are meant. */
function openTables(inspection: Conclusions): string[] {
  const { key, main, pack } = inspection
  const plural = recordNames(pack)
  const decisions: string[] = []
  if (key?.events !== undefined)
    decisions.push(
      say('open.event', {
        column: short(key.events.header),
        first: listedNames(key.events.times.slice(0, 1), 1),
        all: listedNames(key.events.times, LISTED),
      }),
    )
  for (const { table, why, isOpen } of inspection.roles)
    if (isOpen === true)
      decisions.push(say('open.version', { table: table.name, main: main?.table.name ?? '', why }))
  decisions.push(...openMembers(inspection))
  const all = inspection.roles.filter(isRecords).map(({ table }) => table)
  if (all.length > 1 && !haveOnePattern(all, inspection))
    decisions.push(say('open.pattern', { count: all.length, plural, path: all[0]?.path ?? '' }))
  return decisions
}

/** Tables that may hold members beside the one that the mapping reads, and columns that say who is none. */
function openMembers({ roles }: Conclusions): string[] {
  const read = roles.find(({ role }) => role === 'members')?.table.name
  return roles.flatMap((role) => [
    ...(role.isOpen === 'members' && read !== undefined
      ? [say('inspect.more-members', { table: role.table.name, read })]
      : []),
    ...(role.part === undefined ? findMemberConditions(role) : []).map(({ why }) =>
      say('inspect.who-is-member', { why }),
    ),
  ])
}

/** Facts whose column cannot be named, because several have its header. */
function doubledWords(table: InspectedTable): string[] {
  const doubled = table.tally.hinted.filter(
    ({ hint, columns, repeat }) =>
      repeat === null &&
      hint.rank === 0 &&
      columns.some((at) => !isUniqueHeader(table, table.tally.headers[at] ?? '')),
  )
  const facts = new Map(
    doubled.map(({ hint, columns }) => [hint.fact, table.tally.headers[columns[0] ?? -1] ?? '']),
  )
  return [...facts].map(([fact, header]) => say('open.doubled', { column: short(header), fact }))
}

function openWords({ roles }: Conclusions): string[] {
  const cells = roles
    .filter(({ role }) => role !== 'other')
    .flatMap(({ table }) => noAnswerWordsIn(table).filter(({ isCertain }) => !isCertain))
  return [...new Set(cells.map(({ cell }) => cell))]
}
