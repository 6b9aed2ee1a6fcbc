import { assessRecord } from '../../engine/assess.js'
import type { Pack } from '../../lang/pack.js'
import { passes } from '../cases/run-case.js'
import type { TestCase } from '../cases/test-case.js'
import { namesOnce, offerCase } from '../coverage/case.js'
import { percentOf } from '../coverage/coverage.js'
import { isEquivalent } from './equivalent.js'
import type { Mutant } from './mutant.js'
import { mutantsOf } from './mutants.js'
import { type JudgedCase, judgedCase, notices } from './notices.js'
import { tellingRecords } from './telling-record.js'

type Assess = typeof assessRecord

export interface Survivor {
  readonly mutant: Mutant
  /** A case that would notice it, to paste under `cases:`; `null` if it cannot be written as one. */
  readonly witness: string | null
}

export interface MutationResult {
  readonly killed: readonly Mutant[]
  readonly survivors: readonly Survivor[]
  /** Mutants that no case notices and no record that was tried tells from the pack, without a proof that none does. They count as missed. */
  readonly notShown: readonly Mutant[]
  /** Mutants for which it is proved that no record gets another decision, verdict, need or reason. They do not count. */
  readonly equivalent: readonly Mutant[]
  /** The share of killed mutants among all that are not equivalent, to one place, rounded down. */
  readonly percent: number
}

/**
 * Runs the cases of a pack against every mutant of it. Cases that fail under the pack itself notice nothing. `assess` is the interpreter,
 * or gives the same answers.
 */
export function mutate(pack: Pack, cases: readonly TestCase[], assess = assessRecord): MutationResult {
  const judged = cases.filter((each) => passes(each, pack, assess)).map(judgedCase)
  const killed: Mutant[] = []
  const survivors: Survivor[] = []
  const notShown: Mutant[] = []
  const equivalent: Mutant[] = []
  const nameOnce = namesOnce()
  for (const mutant of mutantsOf(pack)) {
    if (noticed(judged, pack, mutant, assess)) {
      killed.push(mutant)
      continue
    }
    if (isEquivalent(pack, mutant)) {
      equivalent.push(mutant)
      continue
    }
    const found = witnessOf(pack, mutant, judged, { assess, name: nameOnce(nameOf(mutant)) })
    if (found === null) notShown.push(mutant)
    else survivors.push({ mutant, witness: found.text })
  }
  return {
    killed,
    survivors,
    notShown,
    equivalent,
    percent: percentOf(killed.length, killed.length + survivors.length + notShown.length),
  }
}

/** True if some case notices the mutant. That case is asked first about the next mutant, which often stands beside this one. */
function noticed(judged: JudgedCase[], pack: Pack, mutant: Mutant, assess: Assess): boolean {
  const index = judged.findIndex((each) => notices(each, pack, mutant, assess))
  const [first] = index < 0 ? [] : judged.splice(index, 1)
  if (first !== undefined) judged.unshift(first)
  return first !== undefined
}

/** After this many records that no written case shows, none is offered. */
const MOST_TRIES = 50

/** What a case that notices a mutant is called. */
const nameOf = ({ words, place }: Mutant): string =>
  `noticed if ${words.replaceAll('`', '')} at ${place.line}:${place.column}`

/** A case that passes under the pack and fails under the mutant; `null` if no record that was tried differs. */
function witnessOf(
  pack: Pack,
  mutant: Mutant,
  cases: readonly JudgedCase[],
  { assess, name }: { readonly assess: Assess; readonly name: string },
): { readonly text: string | null } | null {
  let found: { text: null } | null = null
  let tries = 0
  for (const difference of tellingRecords(pack, mutant, cases, assess)) {
    for (const isWhole of [false, true]) {
      const offered = offerCase(pack, name, difference, difference.criteria, isWhole)
      if (
        offered !== null &&
        passes(offered.case, pack, assess) &&
        !passes(offered.case, mutant.pack, assess)
      )
        return offered
    }
    found = { text: null }
    tries += 1
    if (tries >= MOST_TRIES) break
  }
  return found
}
