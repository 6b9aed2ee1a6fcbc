import { assessRecord } from '../../engine/assess.js'
import type { Pack } from '../../lang/pack.js'
import { passes } from '../cases/run-case.js'
import type { TestCase } from '../cases/test-case.js'
import { offerCase } from '../coverage/case.js'
import { percentOf } from '../coverage/coverage.js'
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
  /** Mutants for which no candidate record gets another decision, verdict or need. They do not count. */
  readonly equivalent: readonly Mutant[]
  /** The share of killed mutants among killed ones and survivors, to one place, rounded down. */
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
  const equivalent: Mutant[] = []
  for (const mutant of mutantsOf(pack)) {
    if (noticed(judged, pack, mutant, assess)) {
      killed.push(mutant)
      continue
    }
    const found = witnessOf(pack, mutant, assess)
    if (found === null) equivalent.push(mutant)
    else survivors.push({ mutant, witness: found.text })
  }
  return {
    killed,
    survivors,
    equivalent,
    percent: percentOf(killed.length, killed.length + survivors.length),
  }
}

/** True if some case notices the mutant. That case is asked first about the next mutant, which often stands beside this one. */
function noticed(judged: JudgedCase[], pack: Pack, mutant: Mutant, assess: Assess): boolean {
  const index = judged.findIndex((each) => notices(each, pack, mutant, assess))
  const [first] = index < 0 ? [] : judged.splice(index, 1)
  if (first !== undefined) judged.unshift(first)
  return first !== undefined
}

/** After this many records that no written case shows, the first is offered as it is. */
const MOST_TRIES = 50

/** A case that passes under the pack and fails under the mutant; `null` if nothing differs. */
function witnessOf(pack: Pack, mutant: Mutant, assess: Assess): { readonly text: string | null } | null {
  let first: { text: string | null } | null = null
  let tries = 0
  for (const difference of tellingRecords(pack, mutant, assess)) {
    const name = `noticed if ${mutant.words.replaceAll('`', '')} at ${mutant.place.line}:${mutant.place.column}`
    let text: string | null = null
    for (const isWhole of [false, true]) {
      const offered = offerCase(pack, name, difference, difference.criteria, isWhole)
      text = offered?.text ?? null
      if (
        offered !== null &&
        passes(offered.case, pack, assess) &&
        !passes(offered.case, mutant.pack, assess)
      )
        return offered
    }
    first ??= { text }
    tries += 1
    if (tries >= MOST_TRIES) break
  }
  return first
}
