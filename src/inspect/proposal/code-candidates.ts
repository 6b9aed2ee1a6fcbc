import { say } from '../../base/say/say.js'
import { listedNames } from '../../base/wording.js'
import type { FactDeclaration, Pack } from '../../lang/pack.js'
import { cellReader } from '../../survey/cells/cell.js'
import { countCodes, madeOfCodes } from '../../survey/doubts/code-columns.js'
import { watchedWords } from '../../survey/records/unused-codes.js'
import type { ColumnProfile } from '../columns/column.js'
import { mayBeNoAnswer } from '../columns/missing-words.js'
import type { TableRole } from '../tables/inspected-table.js'
import { isUniqueHeader } from '../tables/unique-headers.js'
import type { Candidate } from './inspection.js'
import { yamlText } from './yaml-text.js'

/** Codes shown in the reason. */
const LISTED = 5

/**
 * Columns whose values are codes of a fact, whatever their headers: two codes or more, and no other value. A fact that would be assumed
 * needs no more than what stops a run.
 */
export function codeCandidates(
  pack: Pack,
  roles: readonly TableRole[],
  declaration: FactDeclaration,
  known: readonly Candidate[],
): Candidate[] {
  if (declaration.type !== 'code' || declaration.personal) return []
  const read = cellReader(declaration)
  return roles
    .filter(({ role }) => role === 'records' || role === 'persons' || role === 'block')
    .flatMap((role) =>
      role.table.profiles.flatMap((profile) => {
        const codes = codesOf(profile, role, read) ?? codesMade(pack, declaration, profile, role)
        const isKnown =
          known.some(({ column }) => column === profile.header) ||
          role.table.tally.hinted.some(({ hint, columns }) => hint.isName && columns.includes(profile.index))
        if (codes === null || isKnown || !isUniqueHeader(role.table, profile.header)) return []
        const why = say('proposal.values', { codes: listedNames(codes, LISTED) })
        const yaml = yamlText(profile.header)
        return [{ role, column: profile.header, isCertain: false, rank: 3, why, yaml, decide: null }]
      }),
    )
}

function codesOf(
  { index, personal, type }: ColumnProfile,
  { table }: TableRole,
  read: ReturnType<typeof cellReader>,
): string[] | null {
  const tally = table.tally.columns[index]
  if (tally === undefined || tally.hasMore || personal || type !== 'code') return null
  const answers = [...tally.values.keys()].filter((cell) => !mayBeNoAnswer(cell))
  const facts = answers.map((cell) => read(cell).fact)
  const codes = new Set(facts.map((fact) => (fact.kind === 'known' ? String(fact.value) : null)))
  return codes.has(null) || codes.size < 2 ? null : answers
}

/** The values of a column that would stop a run in which nothing else gives a fact that is assumed. */
function codesMade(
  pack: Pack,
  { name }: FactDeclaration,
  { index, personal }: ColumnProfile,
  { table }: TableRole,
): string[] | null {
  const tally = table.tally.columns[index]
  const words = watchedWords(pack)
  if (tally === undefined || tally.hasMore || personal) return null
  const counted = countCodes(words)
  for (const [cell, count] of tally.values) counted.note('', cell, count)
  return madeOfCodes(words, counted.counts()).get('')?.includes(name) === true
    ? [...tally.values.keys()]
    : null
}
