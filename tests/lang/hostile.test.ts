import { describe, expect, it } from 'vitest'
import { createOpenEvaluation } from '../../src/engine/evaluation.js'
import { evaluate } from '../../src/engine/interpret.js'
import { type Edits, edited, faultsOf, met, packOf, told } from './small.js'

const MANY = 2000

const each = (write: (index: number) => string, count = MANY) =>
  Array.from({ length: count }, (_, index) => write(index)).join('')

const beforeDry = (facts: string): Edits => ['    dry: {', `${facts}    dry: {`]
const beforeC = (codes: string): Edits => ['C: cracked', `${codes}C: cracked`]
const derived = (values: string): Edits => ['derived:\n', `derived:\n${values}`]

/** What a large pack is, what is changed, how many faults are told, and the first of them. */
type Large = readonly [what: string, edits: Edits, count: number, first?: string]

const LOADING: readonly Large[] = [
  ['facts', beforeDry(each((n) => `    f${n}: { type: yes_no }\n`)), 0],
  ['aliases', ['aliases: [工资性收入]', `aliases: [${each((n) => `a${n}, `)}x]`], 0],
  ['codes', beforeC(each((n) => `C${n}: c, `)), 0],
  [
    'codes in one list',
    [...beforeC(each((n) => `C${n}: c, `)), ...met(`grade in (${each((n) => `"C${n}", `)}"A")`)],
    0,
  ],
  ['sources of one value', ['      - given\n', `      - given\n${each(() => '      - wage_income\n')}`], 0],
  ['units', ['pillars:', `units: [${each((n) => `u${n}, `)}x]\npillars:`], 0],
  ['places', ['places: [village]', `places: [${each(() => 'village, ')}village]`], 0],
  ['bytes of a note', ['title: A small pack', `title: A small pack\nnote: "${'好'.repeat(500 * MANY)}"`], 0],
  ['spaces', met(`${' '.repeat(100 * MANY)}dry`), 0],
]

const REFUSED: readonly Large[] = [
  [
    'facts of no type',
    beforeDry(each((n) => `    f${n}: { type: bool }\n`)),
    MANY,
    'shape «bool» `bool` cannot be `type` of fact `f0`',
  ],
  [
    'unknown keys',
    ['as_of:', `${each((n) => `k${n}: 1\n`)}as_of:`],
    MANY,
    'shape «k0» unknown key `k0` in the pack',
  ],
  [
    'facts of one alias',
    beforeDry(each((n) => `    f${n}: { type: yes_no, aliases: [same] }\n`)),
    MANY - 1,
    'duplicate-name «same» `same` is also a name of `f0`',
  ],
  [
    'unknown codes',
    [...beforeC(each((n) => `C${n}: c, `)), ...met(`grade in (${each((n) => `"X${n}", `)}"A")`)],
    MANY,
    'unknown-name «"X0"» `X0` is not one of the codes',
  ],
  [
    'unknown names',
    [
      ...beforeDry(each((n) => `    f${n}: { type: yes_no }\n`)),
      ...met(`min(${each((n) => `g${n}, `)}minutes) > 0`),
    ],
    MANY,
    'unknown-name «g0» unknown name `g0`',
  ],
  [
    'unknown criteria',
    ['any unmet of [income, water]', `any unmet of [${each((n) => `x${n}, `)}income]`],
    MANY,
    'bad-table «x0» `x0` is not a criterion',
  ],
  [
    'unknown outcomes',
    ['order: [not_eligible, register]', `order: [${each((n) => `o${n}, `)}register]`],
    MANY,
    'bad-table «o0» no table gives `o0`',
  ],
  [
    'unknown places',
    ['places: [village]', `places: [${each((n) => `vilage${n}, `)}village]`],
    MANY,
    'unknown-name «vilage0» `vilage0` is not a text or code fact of the household',
  ],
  [
    'tables of no code',
    ['checks:\n', `${each((n) => `  t${n}: [{ otherwise: retain }]\n`)}checks:\n`],
    MANY,
    'bad-table «t0» `t0` is not a code of `status`',
  ],
  [
    'pillars without a title, on one line',
    ['pillars: {', `pillars: { ${each((n) => `p${n}: 5, `)}`],
    MANY,
    'shape «5» pillar `p0` is the number `5`, where a text or a mapping of `title` and `labels` is expected',
  ],
  [
    'values of one day',
    [
      'values: [{ from: 2014-01-01, value: 20',
      `values: [${each(() => '{ from: 2014-01-01, value: 1, source: paper, evidence: weak }, ')}{ from: 2014-01-01, value: 20`,
    ],
    MANY,
    'bad-date «2014-01-01» two values start on 2014-01-01',
  ],
  [
    'derived values in one circle',
    derived(each((n) => `  d${n}: { sources: [d${(n + 1) % MANY}] }\n`)),
    1,
    `cycle «d0» \`d0\` → \`d1\` → \`d2\` → \`d3\` → … → \`d${MANY - 3}\` → \`d${MANY - 2}\` → \`d${MANY - 1}\` → \`d0\` is a circle`,
  ],
  [
    'derived values in circles with the first',
    derived(
      each((n) => `  d${n}: { sources: [d0 or d${n + 1}] }\n`).concat(`  d${MANY}: { sources: [dry] }\n`),
    ),
    MANY,
    'cycle «d0» `d0` → `d0` is a circle',
  ],
  ['brackets', met('('.repeat(100 * MANY)), 1, 'expression-syntax «(» the expression is nested too deeply'],
  [
    'filters',
    met('count(members['.repeat(MANY)),
    1,
    'expression-syntax «count» the expression is nested too deeply',
  ],
  [
    'alternatives',
    met(`${each(() => 'dry or ')}dry`),
    1,
    'expression-syntax «or» more than 400 operators stand in a row',
  ],
  [
    'words of a list of criteria',
    ['any unmet of [income, water]', `any unmet of [${'a '.repeat(10 * MANY)}]`],
    1,
  ],
  ['spaces of no list of criteria', ['any unmet of [income, water]', `any ${' '.repeat(100 * MANY)}x`], 1],
  ['digits', met(`minutes > ${'9'.repeat(100 * MANY)}`), 1],
  ['digits of no number', met('1.'.repeat(10 * MANY)), 1, 'expression-syntax «1.1.» `1.1.` is not a number'],
  ['digits of a value', ['value: 20', `value: ${'9'.repeat(100 * MANY)}`], 1],
  ['letters of a name', met('a'.repeat(100 * MANY)), 1],
  ['letters of a code', met(`grade = "${'a'.repeat(100 * MANY)}"`), 1],
  ['factors of a unit', ['unit: minute, min', `unit: "${'minute*'.repeat(MANY)}minute", min`], 1],
  [
    'letters behind escapes',
    ['    met: minutes <= round_trip and not(dry)\n', `    met: "${'\\x61'.repeat(30 * MANY)}"\n`],
    1,
  ],
]

describe('thousands', () => {
  for (const [what, edits, count, first] of [...LOADING, ...REFUSED]) {
    it(`of ${what}`, () => {
      const faults = faultsOf(edited(edits))
      expect(faults).toHaveLength(count)
      if (first !== undefined) expect(faults.slice(0, 1).map(told)).toEqual([first])
    })
  }
})

describe('derived values on derived values', () => {
  const chain = (count: number) =>
    edited([
      ...derived(`  d0: { sources: [dry] }\n${each((n) => `  d${n + 1}: { sources: [d${n}] }\n`, count)}`),
      ...met(`d${count}`),
    ])

  it.each([MANY, 500])('%i of them are refused', (count) => {
    const [first] = faultsOf(chain(count))
    expect(first && told(first)).toMatch(/^too-deep «d\d+» more than 400 operators stand above each other/)
  })

  it('as many as are taken can be worked out with half the stack', () => {
    const pack = packOf(chain(198))
    const [, water] = pack.criteria
    const deepen = (depth: number): unknown =>
      depth > 0 ? deepen(depth - 1) : water && evaluate(createOpenEvaluation(pack), water.met)
    expect(deepen(2000)).toEqual({ kind: 'truth', truth: 'open' })
  })
})
