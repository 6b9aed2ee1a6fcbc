import type { Assessment } from '../../../engine/assessment.js'
import type { Pack } from '../../../lang/pack.js'
import { incomeLineOf } from './income-line.js'
import { countIncomes, type IncomeCounts } from './incomes.js'
import { countQuestions, type Question } from './questions.js'
import { countUnmetSets, type UnmetSets } from './unmet-sets.js'

/** What only drawings show. */
export interface ChartCounts {
  /** `null` where the pack compares no income with a line. */
  readonly incomes: IncomeCounts | null
  readonly unmetSets: UnmetSets
  readonly questions: readonly Question[]
}

export function countCharts(pack: Pack) {
  const line = incomeLineOf(pack)
  const incomes = line && countIncomes(pack, line)
  const unmetSets = countUnmetSets(pack)
  const questions = countQuestions(pack)
  return {
    add(assessment: Assessment) {
      incomes?.add(assessment)
      unmetSets.add(assessment)
      questions.add(assessment)
    },
    finish: (): ChartCounts => ({
      incomes: incomes?.finish() ?? null,
      unmetSets: unmetSets.finish(),
      questions: questions.finish(),
    }),
  }
}
