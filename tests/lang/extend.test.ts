import { describe, expect, it } from 'vitest'
import { decimal } from '../../src/base/decimal.js'
import { loadPack } from '../../src/engine/load-pack.js'
import { packLabel } from '../../src/lang/pack.js'
import { printExpression } from '../../src/lang/parse/print.js'
import { withParameters } from '../../src/lang/set-parameters.js'

const CITED = 'source: paper, evidence: verified'

const PARENT = `language: 1
pack: parent
title: The parent
version: 1.0.0
as_of: 2020-12-31
record: { name: household, id: household_id }
sources: { paper: { title: The paper } }
pillars: { income: Income }
parameters:
  line: { title: The line, unit: CNY, values: [{ from: 2014-01-01, value: 4000, ${CITED} }] }
facts:
  household:
    household_id: { type: text }
    income: { type: money, unit: CNY, min: 0 }
    warm: { type: yes_no }
criteria:
  - { id: income, pillar: income, title: Income, reason: low, met: income >= line, ${CITED} }
  - { id: warm, pillar: income, title: Warm, reason: cold, met: warm, ${CITED} }
decisions:
  table:
    - { when: "any unmet of [income, warm]", then: poor }
    - { otherwise: fine }
`

const CHILD = `language: 1
pack: child
title: The child
version: 2.0.0
extends: parent
parameters:
  line: { title: The line here, unit: CNY, values: [{ from: 2014-01-01, value: 5000, ${CITED} }] }
criteria:
  - { id: income, pillar: income, title: Income, reason: low, met: income > line, ${CITED} }
  - { id: fed, pillar: income, title: Fed, reason: hungry, met: fed, ${CITED} }
facts:
  household: { fed: { type: yes_no } }
decisions:
  table:
    - { when: "any unmet of [income, warm, fed]", then: poor }
    - { otherwise: fine }
`

const files = (texts: { readonly [file: string]: string }) => ({
  read: async (file: string) => texts[file] ?? null,
})

async function load(child: string, parent = PARENT) {
  return loadPack('rules/child', files({ 'rules/child/pack.yaml': child, 'rules/parent/pack.yaml': parent }))
}

async function packOf(child: string) {
  const loaded = await load(child)
  if ('faults' in loaded) throw new Error(loaded.faults.map((fault) => fault.message).join('; '))
  return loaded.pack
}

async function faultOf(child: string, parent = PARENT) {
  const loaded = await load(child, parent)
  return 'faults' in loaded ? loaded.faults[0] : undefined
}

describe('a pack that extends another', () => {
  it('takes over what it does not say, replaces what it names and adds the rest', async () => {
    const pack = await packOf(CHILD)
    expect([pack.id, pack.version, pack.extends, pack.asOf]).toEqual([
      'child',
      '2.0.0',
      'parent',
      '2020-12-31',
    ])
    expect(pack.criteria.map((each) => `${each.id}: ${printExpression(each.met)}`)).toEqual([
      'income: income > line',
      'warm: warm',
      'fed: fed',
    ])
    expect([...pack.facts.keys()]).toEqual(['household_id', 'income', 'warm', 'fed'])
    expect(pack.parameters.get('line')?.values.map(({ value }) => value.toFixed())).toEqual(['5000'])
  })

  it('is another pack than its parent, and the same whatever the order of its sections', async () => {
    const [child, turned] = await Promise.all([
      packOf(CHILD),
      packOf(
        CHILD.replace(/(parameters:\n.*\n)/, '').concat(
          'parameters:\n',
          CHILD.split('\n').find((line) => line.startsWith('  line:')) ?? '',
          '\n',
        ),
      ),
    ])
    expect(turned.hash).toBe(child.hash)
  })

  it('has its faults told in its own file', async () => {
    const fault = await faultOf(CHILD.replace('met: fed', 'met: fedd'))
    expect(fault).toMatchObject({ code: 'unknown-name', at: { file: 'rules/child/pack.yaml', line: 10 } })
    expect(fault?.help).toContain('did you mean `fed`?')
  })

  it("has its parent's faults told in the parent's file", async () => {
    const fault = await faultOf(CHILD, PARENT.replace('met: warm', 'met: warn'))
    expect(fault).toMatchObject({ code: 'unknown-name', at: { file: 'rules/parent/pack.yaml', line: 18 } })
  })

  const refusals: ReadonlyArray<readonly [string, string, string, string]> = [
    [
      'may not change what a record is',
      `${CHILD}record: { name: village, id: household_id }\n`,
      'shape',
      'cannot change `record`',
    ],
    ['must say its own version', CHILD.replace('version: 2.0.0\n', ''), 'shape', 'version'],
    [
      'must have a parent',
      CHILD.replace('extends: parent', 'extends: parnt'),
      'pack-missing',
      'no pack `parnt` to extend',
    ],
    [
      'cannot extend itself',
      CHILD.replace('extends: parent', 'extends: child'),
      'cycle',
      '`child` extends itself',
    ],
  ]
  for (const [name, child, code, message] of refusals) {
    it(name, async () => {
      const fault = await faultOf(child)
      expect(fault?.code).toBe(code)
      expect(fault?.message).toContain(message)
    })
  }

  it.each([
    ['criterion', 'income', CHILD.replace('id: fed,', 'id: income,')],
    ['criterion', 'fed', CHILD.replace('id: income,', 'id: fed,')],
    ['criterion', 'warm', CHILD.replaceAll('id: fed,', 'id: warm,').replace('id: income,', 'id: warm,')],
    [
      'check',
      'odd',
      `${CHILD}checks:\n${'  - { id: odd, when: income > line, severity: warning, message: odd }\n'.repeat(2)}`,
    ],
  ])('has no %s `%s` twice, whether its parent has one or not', async (noun, id, child) => {
    const fault = await faultOf(child)
    expect(fault).toMatchObject({
      code: 'duplicate-name',
      message: `${noun} \`${id}\` is declared twice`,
      at: { file: 'rules/child/pack.yaml' },
    })
  })

  const STATUS = 'status: { type: code, codes: { in: inside, out: outside } }'
  const CHOSEN = `decisions:
  by: status
  in: [{ when: "any unmet of [income, warm, fed]", then: poor }, { otherwise: fine }]
  out: [{ when: "any unmet of [income]", then: poor }, { otherwise: fine }]
`
  const OWN_DECISIONS = /decisions:\n[\s\S]*$/
  const CHOOSING_CHILD = CHILD.replace('fed: { type: yes_no }', `fed: { type: yes_no }, ${STATUS}`).replace(
    OWN_DECISIONS,
    CHOSEN,
  )
  const CHOOSING_PARENT = PARENT.replace(
    'warm: { type: yes_no }',
    `warm: { type: yes_no }\n    ${STATUS}`,
  ).replace(OWN_DECISIONS, CHOSEN.replaceAll(', fed]', ']'))

  it.each([
    ['a fact where its parent has one table', CHOOSING_CHILD, PARENT, ['in', 'out']],
    ['one table where its parent has one a code', CHILD, CHOOSING_PARENT, ['']],
    [
      'a table of one code',
      CHILD.replace(
        OWN_DECISIONS,
        `decisions:\n  out: [{ when: "any unmet of [warm]", then: poor }, { otherwise: fine }]\n`,
      ),
      CHOOSING_PARENT,
      ['in', 'out'],
    ],
  ])('may decide by %s', async (_, child, parent, tables) => {
    const loaded = await load(child, parent)
    if ('faults' in loaded) throw new Error(loaded.faults.map((fault) => fault.message).join('; '))
    expect([...loaded.pack.decisions.tables.keys()]).toEqual(tables)
  })

  it('may be extended in turn, and a circle of packs is refused', async () => {
    const fault = await faultOf(CHILD, PARENT.replace('version: 1.0.0', 'version: 1.0.0\nextends: child'))
    expect(fault).toMatchObject({ code: 'cycle', at: { file: 'rules/parent/pack.yaml' } })
  })
})

describe('a what-if', () => {
  it('holds a parameter on every date and tells so in label and hash', async () => {
    const pack = await packOf(CHILD)
    const held = withParameters(pack, new Map([['line', decimal('4200.5')]]))
    expect(packLabel(held)).toBe('child@2.0.0+line=4200.5')
    expect(held.hash).not.toBe(pack.hash)
    expect(withParameters(pack, new Map([['line', decimal('4200.5')]])).hash).toBe(held.hash)
    expect(held.parameters.get('line')?.values.map(({ from, to }) => [from, to])).toEqual([
      ['0001-01-01', null],
    ])
    expect(withParameters(pack, new Map())).toBe(pack)
  })
})
