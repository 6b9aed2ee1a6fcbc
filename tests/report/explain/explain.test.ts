import { expect, test } from 'vitest'
import { explainCriterion } from '../../../src/engine/explain/explain.js'
import { settlingFactsOf } from '../../../src/engine/explain/settling-facts.js'
import { type Explanation, settlerLine } from '../../../src/report/explain/explanation.js'
import { explainJson } from '../../../src/report/explain/json.js'
import { explainMarkdown } from '../../../src/report/explain/markdown.js'
import { explainTable } from '../../../src/report/explain/table.js'
import { CONTEXT, caseOf, HOUSEHOLDS, type Household, PACK } from '../assess/sample.js'

function explanationOf(household: Household): Explanation {
  const each = caseOf(household)
  return {
    pack: PACK,
    each,
    trees: PACK.criteria.map(({ id }) => explainCriterion(PACK, each.assessment, id)),
    settlers: settlingFactsOf(PACK, each.assessment),
  }
}

function householdOf(id: string): Household {
  const household = HOUSEHOLDS.find((each) => each.id === id)
  if (household === undefined) throw new Error(`no ${id} in the sample`)
  return household
}

test.each([
  ['A-2', 'a decision with its reasons'],
  ['A-3', 'a gap of a member'],
  ['A-4', 'a number with a turning point'],
  ['A,"7"', 'what no answer settles'],
])('%s for a terminal: %s', async (id) => {
  const text = explainTable(explanationOf(householdOf(id)), CONTEXT)
  await expect(text).toMatchFileSnapshot(`golden/explain-${id.replace(/\W/g, '')}.txt`)
})

test('as Markdown', async () => {
  await expect(explainMarkdown(explanationOf(householdOf('A-4')))).toMatchFileSnapshot('golden/explain-A4.md')
})

test('as JSON, with the record as an assessment has it', async () => {
  const text = explainJson(explanationOf(householdOf('A-4')), CONTEXT)
  expect(JSON.parse(text)).toMatchObject({
    schema: 'tpa/explain@1',
    household: { household_id: 'A-4', decision: 'verify' },
  })
  await expect(text).toMatchFileSnapshot('golden/explain-A4.json')
})

test.each([
  [
    {
      fact: 'grants',
      answers: [
        { when: 'grants ≥ 300.00', leadsTo: 'exit' },
        { when: 'else', leadsTo: 'retain' },
      ],
    },
    'grants ≥ 300.00: exit, else retain',
  ],
  [
    {
      fact: 'light',
      answers: [
        { when: 'yes', leadsTo: 'exit' },
        { when: 'no', leadsTo: 'retain' },
      ],
    },
    'light yes: exit, no: retain',
  ],
  [{ fact: 'members', answers: [] }, 'members: too many answers to list'],
])('what settles it: %j', (settler, line) => {
  expect(settlerLine(PACK, settler)).toBe(line)
})
