import type { Facts } from '../judge.js'
import { factsIn } from './plain.js'
import type { Evaluation } from './way.js'

/** One rule a criterion, its event where the criterion is unmet; the table is left to plain code, as its facts without gaps are. */
const UNMET: Readonly<Record<string, object>> = {
  income: { all: [{ fact: 'net', operator: 'lessThan', value: { fact: 'line' } }] },
  food: { all: [{ fact: 'food', operator: 'equal', value: false }] },
  clothing: { all: [{ fact: 'clothing', operator: 'equal', value: false }] },
  medical: { all: [{ fact: 'insured', operator: 'lessThan', value: { fact: 'size' } }] },
  housing: {
    all: [
      { fact: 'grade', operator: 'notIn', value: ['A', 'B'] },
      { fact: 'remedy', operator: 'equal', value: 'none' },
    ],
  },
  water: {
    any: [
      { fact: 'shortage', operator: 'equal', value: true },
      { fact: 'minutes', operator: 'greaterThan', value: 20 },
      { fact: 'quality', operator: 'equal', value: false },
    ],
  },
  education: { all: [{ fact: 'enrolled', operator: 'lessThan', value: { fact: 'children' } }] },
  income_above_line: { all: [{ fact: 'net', operator: 'lessThanInclusive', value: { fact: 'line' } }] },
  near_line: {
    all: [
      { fact: 'date', operator: 'notBefore', value: '2020-01-01' },
      { fact: 'risk', operator: 'equal', value: true },
      { fact: 'net', operator: 'lessThan', value: { fact: 'range' } },
    ],
  },
  electricity: { all: [{ fact: 'electricity', operator: 'equal', value: false }] },
}

/** json-rules-engine on households without gaps, which it does not know. */
export async function jsonRulesEngine(file: string): Promise<Evaluation> {
  const { Engine } = await import('json-rules-engine')
  const engine = new Engine()
  engine.addOperator('notBefore', (a: unknown, b: unknown) => String(a) >= String(b))
  for (const [type, conditions] of Object.entries(UNMET)) engine.addRule({ conditions, event: { type } })
  const households = factsIn(file).map(ruleFacts)
  return {
    households: households.length,
    async pass() {
      const decisions: string[] = []
      for (const facts of households) {
        const { events } = await engine.run(facts)
        decisions.push(decisionOf(facts.status, new Set(events.map(({ type }) => type))))
      }
      return decisions
    },
  }
}

function ruleFacts(f: Facts) {
  const size = f.size ?? 1
  const net = (f.wage ?? 0) + (f.business ?? 0) + (f.property ?? 0) + (f.transfer ?? 0) - (f.expense ?? 0)
  const perHead = (f.date ?? '') >= '2020-01-01' ? 400_000 : 374_700
  return { ...f, net, line: perHead * size, range: 600_000 * size }
}

const SIX = ['food', 'clothing', 'medical', 'housing', 'water', 'education']

function decisionOf(status: string | null, unmet: ReadonlySet<string>): string {
  const anyOf = (first: string) => unmet.has(first) || SIX.some((id) => unmet.has(id))
  if (status === 'registered') return anyOf('income_above_line') ? 'retain' : 'exit'
  if (anyOf('income')) return status === 'none' ? 'register' : 're_register'
  if (unmet.has('near_line')) return 'monitor'
  return status === 'none' ? 'not_eligible' : 'stable'
}
