import { hull, meet, point, type Range } from '../base/range.js'
import type { Truth } from '../base/truth.js'
import { codeValue, numberValue, truthValue, type Value } from '../base/value.js'
import type { Check, DatedValue, FactDeclaration, Pack, Parameter } from '../lang/pack.js'
import {
  type CaseRecord,
  everyRow,
  type Fact,
  type GapReason,
  type Member,
  type RosterRows,
} from '../lang/record.js'
import { whoIsMember } from './who-is-member.js'

/** A parameter on the as-of date: its value, or all that it could be if none is in force. */
export interface ParameterState {
  readonly range: Range
  readonly inForce: DatedValue | null
}

/** The roster as the rules see it. It is `short` or `long` if it has fewer or more rows than the given size allows. */
export type RosterState =
  | {
      readonly kind: 'rows'
      /** Those that may be nobody last. */
      readonly rows: readonly Member[]
      readonly asRead: RosterRows
      /** Of each row, whether it is a member. */
      readonly isMember: readonly Truth[]
      readonly length: 'right' | 'short' | 'long'
    }
  | { readonly kind: 'gap'; readonly reason: GapReason }

/** A derived value; `conflicting` if its sources have nothing in common. */
export interface DerivedState {
  readonly value: Value
  readonly conflicting: boolean
}

/** What counts as unknown because a check fired: names as in `needs`, each with its checks, in pack order. */
export type TakenAway = ReadonlyMap<string, readonly Check[]>

const NOTHING_TAKEN: TakenAway = new Map()

/** One record under one pack on one date, with all that was worked out so far. */
export interface Evaluation {
  readonly pack: Pack
  /** As it is judged: facts that a check took away are gaps `suspect`. */
  readonly record: CaseRecord
  readonly asOf: string | null
  readonly roster: RosterState
  /** What checks took away, and which checks did. */
  readonly takenAway: TakenAway
  /** The record as it was read, if a check took anything away. */
  readonly asRead: Evaluation | null
  parameter(name: string): ParameterState
  /** Values of expressions outside rosters, by `Expression.id`: the trace of the evaluation. */
  readonly values: (Value | undefined)[]
  readonly derived: Map<string, DerivedState>
}

/** A member bound by a roster expression; `row` is `null` if nothing is known of the member. */
export interface BoundMember {
  readonly row: Member | null
  /** From 1; 0 for a member without a row. */
  readonly number: number
}

export const UNKNOWN_MEMBER: BoundMember = { row: null, number: 0 }

/** Says if the row that was bound last is a member at all. */
export const isMember = ({ roster }: Evaluation, bound: readonly BoundMember[]): Truth =>
  (roster.kind === 'rows' ? roster.isMember[(bound[bound.length - 1]?.number ?? 0) - 1] : undefined) ?? true

/** An evaluation of a record as it is, whatever checks say. */
export function evaluationAsIs(pack: Pack, record: CaseRecord, asOf: string | null): Evaluation {
  const states = new Map<string, ParameterState>()
  return {
    pack,
    record,
    asOf,
    roster: rosterState(pack, record),
    takenAway: NOTHING_TAKEN,
    asRead: null,
    parameter(name) {
      const known = states.get(name)
      if (known !== undefined) return known
      const state = parameterState(pack.parameters.get(name), asOf)
      states.set(name, state)
      return state
    },
    values: [],
    derived: new Map(),
  }
}

/** An evaluation without any knowledge, not even of parameters: all that an expression can ever be. */
export function createOpenEvaluation(pack: Pack): Evaluation {
  const absent: Fact = { kind: 'gap', reason: 'absent' }
  const columns = [...pack.facts.keys(), ...pack.derived.keys()]
  const record: CaseRecord = {
    id: '',
    file: '',
    line: 0,
    facts: new Map(columns.map((name) => [name, absent])),
    members: pack.memberFacts && { kind: 'gap', reason: 'absent' },
    headers: new Map(),
  }
  return {
    ...evaluationAsIs(pack, record, null),
    parameter(name) {
      const values = pack.parameters.get(name)?.values.map((each) => point(each.value)) ?? []
      return { range: values.reduce(hull), inForce: null }
    },
  }
}

/** The value with the latest `from` that is not after the date, unless its `to` has passed. */
export function valueInForce(parameter: Parameter, asOf: string | null): DatedValue | null {
  if (asOf === null) return null
  const { values } = parameter
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle]?.from ?? '') <= asOf) low = middle + 1
    else high = middle
  }
  const latest = values[low - 1]
  return latest === undefined || (latest.to !== null && latest.to < asOf) ? null : latest
}

function parameterState(parameter: Parameter | undefined, asOf: string | null): ParameterState {
  if (parameter === undefined) throw new Error('a checked pack names no unknown parameter')
  const inForce = valueInForce(parameter, asOf)
  return { range: inForce === null ? parameter.range : point(inForce.value), inForce }
}

function rosterState(pack: Pack, record: CaseRecord): RosterState {
  const { members } = record
  if (members?.kind !== 'rows' || members.rows.length === 0) {
    return { kind: 'gap', reason: members?.kind === 'gap' ? members.reason : 'blank' }
  }
  return {
    kind: 'rows',
    rows: everyRow(members),
    asRead: members,
    ...whoIsMember(members, givenSize(pack, record)),
  }
}

/** The size that the record gives, or the range in which it lies; `null` if it says nothing of it. */
export function givenSize(pack: Pack, record: CaseRecord): Range | null {
  const fact = pack.record.size === null ? undefined : record.facts.get(pack.record.size)
  if (fact?.kind === 'gap') return fact.range ?? null
  return fact !== undefined && typeof fact.value === 'object' ? point(fact.value) : null
}

/** True if the given size and the rows of the roster differ; the size is then a gap `conflicting`. */
export const isSizeInConflict = (evaluation: Evaluation, name: string): boolean =>
  name === evaluation.pack.record.size &&
  evaluation.roster.kind === 'rows' &&
  evaluation.roster.length !== 'right'

/** Everything that a fact of this declaration could be. */
export function openValue(declaration: FactDeclaration): Value {
  switch (declaration.type) {
    case 'yes_no':
      return truthValue('open')
    case 'code':
      return codeValue(declaration.codes.map((each) => each.code))
    default:
      return numberValue(declaration.range)
  }
}

/** The numbers that a fact can be: those of its declared range, and of its own where it is a gap `range`. */
export function rangeOfFact({ range }: FactDeclaration, fact: Fact | undefined): Range {
  const own = fact?.kind === 'gap' ? fact.range : undefined
  return own === undefined ? range : (meet(range, own) ?? own)
}

/** The value of a fact: one value if it is known, all that it can be if it is a gap. */
export function valueOfFact(declaration: FactDeclaration, fact: Fact | undefined): Value {
  if (fact === undefined || fact.kind === 'gap') {
    const open = openValue(declaration)
    return open.kind === 'number' ? numberValue(rangeOfFact(declaration, fact)) : open
  }
  if (typeof fact.value === 'boolean') return truthValue(fact.value)
  return typeof fact.value === 'string' ? codeValue([fact.value]) : numberValue(point(fact.value))
}
