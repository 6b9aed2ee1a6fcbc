import type { Evaluation } from '../../engine/evaluation.js'
import { turningValues } from '../../engine/explain/turning-points.js'
import { evaluate, rowsBound } from '../../engine/interpret.js'
import { createEvaluation } from '../../engine/taken-away.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import { expressionsOfCriterion } from '../../lang/reads.js'
import type { Fact, Known, Member } from '../../lang/record.js'
import { countsAsked, factsToSet, plainValues } from '../prove/candidates.js'
import { takingChecks } from '../prove/checks-as-criteria.js'
import { choicesOf } from '../prove/choices.js'
import { rootsOf, subexpressionsOf } from '../prove/comparisons.js'
import { type CandidateRecord, type Choice, candidateOf, combinationsIn } from './candidates.js'
import { OPEN_FACT } from './rosters.js'

/** No more records are made for one date. */
const MOST_RECORDS = 2_000

const recordsKept = new WeakMap<Pack, Map<string | null, readonly CandidateRecord[]>>()

/**
 * Records of a date for what no candidate of a single criterion shows. They begin with households as large as the pack asks for somewhere.
 * Each fact in turn takes every value at which something turns, and none. A record in which the comparisons come out as in none before is
 * a beginning too. They are worked out once.
 */
export function recordsAround(pack: Pack, asOf: string | null): readonly CandidateRecord[] {
  const kept = recordsKept.get(pack) ?? new Map<string | null, readonly CandidateRecord[]>()
  recordsKept.set(pack, kept)
  const records = kept.get(asOf) ?? explored(pack, asOf)
  kept.set(asOf, records)
  return records
}

const evaluationsKept = new WeakMap<CandidateRecord, Evaluation>()

/** The evaluation of one of these records under its pack, worked out once. */
export function evaluationAround(pack: Pack, candidate: CandidateRecord): Evaluation {
  const evaluation =
    evaluationsKept.get(candidate) ?? createEvaluation(pack, candidate.record, candidate.asOf)
  evaluationsKept.set(candidate, evaluation)
  return evaluation
}

function explored(pack: Pack, asOf: string | null): CandidateRecord[] {
  const records = beginnings(pack, asOf)
  const seen = new Set(records.map((each) => comparisonsIn(pack, each)))
  const waiting = [...records]
  for (const record of waiting) {
    for (const beside of besides(pack, record)) {
      if (records.length >= MOST_RECORDS) return records
      records.push(beside)
      const text = comparisonsIn(pack, beside)
      if (seen.has(text)) continue
      seen.add(text)
      waiting.push(beside)
    }
  }
  return records
}

/** Households of as many equal members as the pack asks for, with the first and the second plain value of their facts, and witnesses. */
function beginnings(pack: Pack, asOf: string | null): CandidateRecord[] {
  const whens = takingChecks(pack).map(({ when }) => when)
  const facts = factsToSet(pack, [...pack.criteria.flatMap(expressionsOfCriterion), ...whens])
  const counts = pack.memberFacts === null ? [0] : countsAsked(pack, asOf)
  const plain = [...choicesOf([counts, [0, 1], [0, 1]], MOST_RECORDS)].map(([count, which, member]) => {
    const chosen = [...facts].flatMap((fact): Choice[] => {
      const declaration = columnsOf(pack).get(fact)
      return declaration === undefined ? [] : [{ fact, value: plainAt(declaration, which) }]
    })
    const rows = Array.from({ length: count }, () => memberAt(pack, member))
    return candidateOf(pack, asOf, rows.length === 0 ? chosen : [...chosen, { fact: 'members', rows }])
  })
  const shown = combinationsIn(pack).filter((each) => each.asOf === asOf)
  return [...plain, ...shown.slice(0, 20).map(({ witness }) => candidateOf(pack, asOf, witness))]
}

function plainAt(declaration: FactDeclaration, index: number): Known | null {
  const values = plainValues(declaration)
  return values[index] ?? values[0] ?? null
}

function memberAt(pack: Pack, index: number): Member {
  const facts = [...(pack.memberFacts?.values() ?? [])].map((declaration) => {
    const value = declaration.personal ? null : plainAt(declaration, index)
    return [declaration.name, factOf(value)] as const
  })
  return { facts: new Map(facts), line: null }
}

/** The record with each of its facts in turn at every value at which something turns, and without it. */
function* besides(pack: Pack, candidate: CandidateRecord): Generator<CandidateRecord> {
  const { asOf, chosen } = candidate
  for (const [index, each] of chosen.entries()) {
    const others =
      'rows' in each
        ? rostersBeside(pack, candidate, each.rows ?? [])
        : factsBeside(pack, candidate, each.fact)
    for (const other of others) yield candidateOf(pack, asOf, chosen.with(index, other))
  }
}

function factsBeside(pack: Pack, candidate: CandidateRecord, fact: string): Choice[] {
  const declaration = columnsOf(pack).get(fact)
  if (declaration === undefined) return []
  return [...valuesOf(pack, candidate, declaration, fact), null].map((value) => ({ fact, value }))
}

/** No roster, and the rows with one fact of the first or the last member changed. */
function* rostersBeside(pack: Pack, candidate: CandidateRecord, rows: readonly Member[]): Generator<Choice> {
  yield { fact: 'members', rows: null }
  for (const row of new Set([0, rows.length - 1])) {
    const member = rows[row]
    if (member === undefined) continue
    for (const declaration of pack.memberFacts?.values() ?? []) {
      const { name } = declaration
      for (const value of [...valuesOf(pack, candidate, declaration, `members[${row + 1}].${name}`), null]) {
        const facts = new Map([...member.facts, [name, factOf(value)]])
        yield { fact: 'members', rows: rows.with(row, { ...member, facts }) }
      }
    }
  }
}

const factOf = (value: Known | null): Fact => (value === null ? OPEN_FACT : { kind: 'known', value })

function valuesOf(
  pack: Pack,
  { record, asOf }: CandidateRecord,
  declaration: FactDeclaration,
  path: string,
): Known[] {
  if (declaration.personal) return []
  return declaration.unit === null ? plainValues(declaration) : turningValues(pack, record, asOf, path)
}

/** How every yes/no in the rules comes out, for each member inside rosters, as one text. */
function comparisonsIn(pack: Pack, candidate: CandidateRecord): string {
  const evaluation = evaluationAround(pack, candidate)
  const says = rootsOf(pack).flatMap(({ expression }) =>
    [...subexpressionsOf(expression)].flatMap(({ part, depth }) => {
      if (depth > 1 || pack.tables.units.has(part.id)) return []
      const bounds = depth === 0 ? [[]] : rowsBound(evaluation, [])
      return bounds.map((bound) => {
        const value = evaluate(evaluation, part, bound)
        return value.kind === 'truth' ? String(value.truth)[0] : ''
      })
    }),
  )
  return says.join('')
}
