import type { Verdict, VerdictSet } from '../engine/assessment.js'
import { decide } from '../engine/decide.js'
import { verdictOf } from '../engine/judge.js'
import { type Pack, VERIFY } from '../lang/pack.js'
import { createIntTable } from './int-table.js'
import { verdictSet } from './verdicts.js'

/** All that follows from the verdicts and codes still possible; records with the same ones share it. */
export interface Ruling {
  /** The number of the ruling; no number is used twice. */
  readonly number: number
  readonly decision: string
  readonly possible: readonly string[]
  readonly reasons: readonly string[]
  /** In the order of criteria. */
  readonly verdicts: readonly Verdict[]
  readonly verdictSets: ReadonlyMap<string, VerdictSet>
  /** Indices of the unknown criteria, and of those that can turn the outcome; none if it is decided. */
  readonly unknown: readonly number[]
  readonly turning: readonly number[]
  readonly selectorTurns: boolean
}

/** The most rulings that are kept; others are worked out anew. */
const MOST_KEPT = 8192

/** Finds the ruling for the words that a judge writes. */
export function createRulings(pack: Pack, width: number): (words: Int32Array) => Ruling {
  const table = createIntTable(width)
  let kept: Ruling[] = []
  let made = 0
  let lists = new Map<string, readonly (string | number)[]>()

  /** Rulings have many lists, and most of them are equal. */
  function one<T extends string | number>(list: readonly T[]): readonly T[] {
    const key = list.join()
    const known = lists.get(key) as readonly T[] | undefined
    if (known !== undefined) return known
    const own = list.slice()
    lists.set(key, own)
    return own
  }

  return (words) => {
    const place = table.find(words)
    const known = place < 0 ? undefined : kept[place]
    if (known !== undefined) return known
    if (kept.length >= MOST_KEPT) {
      table.clear()
      kept = []
      lists = new Map()
    }
    const ruling = rulingOf(pack, words, width, made, one)
    made += 1
    kept[table.add(words)] = ruling
    return ruling
  }
}

function rulingOf(
  pack: Pack,
  words: Int32Array,
  width: number,
  number: number,
  one: <T extends string | number>(list: readonly T[]) => readonly T[],
): Ruling {
  const codes = codesIn(pack, words[width - 1] ?? 0)
  const sets = new Map(pack.criteria.map(({ id }, index) => [id, verdictSet(words, index)]))
  const verdicts = new Map([...sets].map(([id, set]): [string, Verdict] => [id, verdictOf(set)]))
  const { possible, turning, selectorTurns, reasons } = decide(pack.decisions, codes, sets)
  const isDecided = possible.length === 1
  const indices = pack.criteria.map((_, index) => index)
  const idOf = (index: number) => pack.criteria[index]?.id ?? ''
  return {
    number,
    decision: (isDecided ? possible[0] : undefined) ?? VERIFY,
    possible: one(isDecided ? [] : possible),
    reasons: one(reasons),
    verdicts: one([...verdicts.values()]),
    verdictSets: sets,
    unknown: one(indices.filter((index) => verdicts.get(idOf(index)) === 'unknown')),
    turning: one(indices.filter((index) => turning.includes(idOf(index)))),
    selectorTurns,
  }
}

/** The codes of a selector's bits, in declared order; one empty text if one table serves all. */
function codesIn({ facts, decisions }: Pack, bits: number): readonly string[] {
  if (decisions.by === null) return ['']
  const declared = facts.get(decisions.by)?.codes ?? []
  return declared.filter((_, index) => (bits & (1 << index)) !== 0).map(({ code }) => code)
}
