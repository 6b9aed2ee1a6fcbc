import fc from 'fast-check'
import { SOUND } from '../example-pack.js'

/** A text of which the places are known where `--update` may write. */
export interface RandomSuite {
  readonly text: string
  /** Matches the text with any expectations, and nothing else. */
  readonly otherwiseSame: RegExp
}

/** What stands, or a place for a value: what may come there is a pattern. */
type Piece = string | { readonly now: string; readonly then: RegExp }

const NAME = /(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)/
const LIST = /\[(?:"[^"\n]*"|'[^'\n]*'|[^\]"'\n])*\]/
const FIGURE = /(?:[\d.]+|\{[^}\n]*\})/
const OWN_IN_FLOW = /(?:, [^\n]*)?/
const OWN_IN_BLOCK = /(?:\n {8,}[^\n]*)*/
const BLOCK_LIST = /(?: \[\]|(?:\n +- [^\n]*)+)/

interface Style {
  readonly isFlow: boolean
  readonly quote: '' | '"' | "'"
  readonly isBlockList: boolean
  readonly comment: string
}

const style: fc.Arbitrary<Style> = fc.record({
  isFlow: fc.boolean(),
  quote: fc.constantFrom('' as const, '"' as const, "'" as const),
  isBlockList: fc.boolean(),
  comment: fc.constantFrom('', ' # why, as the paper says: [a] { b }'),
})

const some = (names: readonly string[]) => fc.subarray([...names], { maxLength: 2 })
const verdict = fc.constantFrom('met', 'unmet', 'unknown', 'not_applicable')
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })

const expectation = fc.record({
  decision: optional(fc.constantFrom('register', 'not_eligible', 'retain', 'exit', 'verify')),
  possible: optional(some(['register', 'not_eligible', 'retain', 'exit'])),
  reasons: optional(some(['income', 'medical'])),
  not_reasons: fc.option(fc.constant(['medical']), { nil: undefined, freq: 8 }),
  needs: optional(some(['wage_income', 'members[2].insured', 'status'])),
  blocked: optional(some(['poverty_line', 'net_income'])),
  diagnostics: optional(some(['no-income', 'conflict'])),
  income: optional(verdict),
  power: optional(verdict),
  outputs: optional(fc.constantFrom('4500', '4500.00', '{ min: 500 }', '{ min: 0, max: 9000 }')),
})
type Drawn = typeof expectation extends fc.Arbitrary<infer T> ? T : never

const given = fc.record(
  {
    wage_income: fc.constantFrom('', '0', '4600', '6999.99', '7000', '20000'),
    electricity: fc.constantFrom('yes', 'no', 'yes', 'no', 'maybe'),
    status: fc.constantFrom('none', 'registered', ''),
    members: fc.constantFrom('[{ insured: yes }, { insured: }]', '[{ insured: no }, { insured: yes }]', ''),
    net_income: fc.constantFrom('1', '9000'),
  },
  { requiredKeys: [] },
)
const givenText = (facts: object) =>
  `{ ${['household_size: 2', ...Object.entries(facts).map(([name, value]) => `${name}: ${value}`)].join(', ')} }`

/** The members of an expectation, each in a piece of its own; in a block at an indent. */
function membersOf(drawn: Drawn, { isFlow, quote, isBlockList, comment }: Style, indent: string): Piece[][] {
  const { income, power, outputs, decision, ...lists } = drawn
  const quoted = (name: string) => (quote === '' && /\W/.test(name) ? `"${name}"` : quote + name + quote)
  const members: Piece[][] = []
  if (decision !== undefined) members.push(['decision: ', { now: quoted(decision), then: NAME }])
  for (const [key, names] of Object.entries(lists)) {
    if (names === undefined) continue
    const isBlock = !isFlow && isBlockList && names.length > 0
    members.push(
      isBlock
        ? [
            `${key}:`,
            { now: names.map((name) => `\n${indent}  - ${quoted(name)}`).join(''), then: BLOCK_LIST },
          ]
        : [`${key}: `, { now: `[${names.map(quoted).join(', ')}]`, then: LIST }],
    )
  }
  const verdicts = Object.entries({ income, power }).flatMap(([id, value]) =>
    value === undefined ? [] : [[`${id}: `, { now: value, then: NAME }] satisfies Piece[]],
  )
  if (verdicts.length > 0)
    members.push(['verdicts: { ', ...between(verdicts, ', '), { now: '', then: OWN_IN_FLOW }, ' }'])
  if (outputs !== undefined)
    members.push([
      'outputs: { income_per_capita: ',
      { now: outputs, then: FIGURE },
      { now: '', then: OWN_IN_FLOW },
      ' }',
    ])
  return isFlow || comment === '' ? members : members.map((each) => (isBlockList ? each : [...each, comment]))
}

const between = (groups: readonly Piece[][], mark: string): Piece[] =>
  groups.flatMap((group, index) => (index === 0 ? group : [mark, ...group]))

function expectPieces(drawn: Drawn, drawnStyle: Style, indent: string): Piece[] | null {
  const members = membersOf(drawn, drawnStyle, `${indent}  `)
  if (members.length === 0) return null
  if (drawnStyle.isFlow)
    return [
      'expect: { ',
      ...between(members, ', '),
      { now: '', then: OWN_IN_FLOW },
      ` }${drawnStyle.comment}`,
    ]
  return [
    'expect:',
    ...members.flatMap((each) => [`\n${indent}  `, ...each]),
    { now: '', then: OWN_IN_BLOCK },
  ]
}

/** Often nothing of its own, so that cases share what they expect. */
const seldom = <T extends object>(value: fc.Arbitrary<T>) => fc.oneof(fc.constant({} as T), value)
const row = fc.record({ given: seldom(given), drawn: seldom(expectation), isFlow: fc.boolean() })
const oneCase = fc.record({
  given: seldom(given),
  drawn: expectation,
  style,
  rows: fc.array(row, { maxLength: 3 }),
  alias: fc.boolean(),
})
type OneCase = typeof oneCase extends fc.Arbitrary<infer T> ? T : never

function casePieces(
  { given: facts, drawn, style: own, rows, alias }: OneCase,
  number: number,
  anchored: number,
): Piece[] {
  const expected = expectPieces(drawn, own, '    ') ?? [
    'expect: { decision: ',
    { now: 'verify', then: NAME },
    ' }',
  ]
  const head = `  - name: case ${number}${own.comment}\n    like: sound\n    given: ${givenText(facts)}\n    `
  if (alias && number > 1 && anchored > 0) return [head, `expect: *e${anchored}\n`]
  const [first, ...others] = expected
  const pieces: Piece[] = [head, String(first).replace('expect:', `expect: &e${number}`), ...others, '\n']
  if (rows.length === 0) return pieces
  pieces.push('    rows:\n')
  for (const [index, each] of rows.entries()) {
    const written = expectPieces(each.drawn, { ...own, isFlow: each.isFlow, comment: '' }, '        ')
    const named = `name: row ${index}`
    if (each.isFlow)
      pieces.push(
        `      - { ${named}, given: ${givenText(each.given)}`,
        ...(written === null ? [] : [', ', ...written]),
        { now: '', then: OWN_IN_FLOW },
        ' }\n',
      )
    else
      pieces.push(
        `      - ${named}\n        given: ${givenText(each.given)}${own.comment}`,
        ...(written === null ? [] : ['\n        ', ...written]),
        { now: '', then: OWN_IN_BLOCK },
        '\n',
      )
  }
  return pieces
}

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Cases in many forms, with expectations of which most are wrong. */
export const randomSuite: fc.Arbitrary<RandomSuite> = fc
  .array(oneCase, { minLength: 1, maxLength: 4 })
  .map((cases) => {
    const pieces: Piece[] = [`# first\n${SOUND}\ncases:\n`]
    let anchored = 0
    for (const [index, each] of cases.entries()) {
      const own = casePieces(each, index + 1, anchored)
      if (!own.some((piece) => typeof piece === 'string' && piece.includes('expect: *e')))
        anchored = index + 1
      pieces.push(...own)
    }
    pieces.push('# last\n')
    return {
      text: pieces.map((piece) => (typeof piece === 'string' ? piece : piece.now)).join(''),
      otherwiseSame: new RegExp(
        `^${pieces.map((piece) => (typeof piece === 'string' ? literally(piece) : piece.then.source)).join('')}$`,
      ),
    }
  })
