import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePack } from '../../../src/compile/compile.js'
import { functionOf, type Judge } from '../../../src/compile/generate.js'
import { periodsOf } from '../../../src/compile/periods.js'
import { highest, lowest, nearest } from '../../../src/compile/rounding.js'
import { createMemoryJudges, judgeSizes } from '../../../src/compile/wasm/judges.js'
import { placed } from '../../../src/compile/wasm/memory-places.js'
import { functionIn } from '../../../src/compile/wasm/module.js'
import { translate } from '../../../src/compile/wasm/translate.js'
import { createCodeWriter } from '../../../src/compile/writer.js'
import { type Chance, chanceFrom, oneOf } from '../../engine/random/chance.js'
import { holds } from '../../engine/random/runs.js'
import { smallPack } from '../../engine/small.js'

const SIZES = { v: 6, g: 6, q: 8, w: 8, r: 8 }
const ARRAYS = {
  v: { at: 64, of: 'f64' },
  q: { at: 128, of: 'f64' },
  r: { at: 256, of: 'f64' },
  w: { at: 384, of: 'i32' },
  g: { at: 448, of: 'u8' },
} as const

/** Runs code as WebAssembly: what it gives, and what stands then in the arrays that it writes. */
function inMemory(
  code: string,
  values: Float64Array,
  gaps: Uint8Array,
  parameters: Float64Array,
  period: number,
) {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const { buffer } = memory
  new Float64Array(buffer, ARRAYS.v.at, SIZES.v).set(values)
  new Float64Array(buffer, ARRAYS.q.at, SIZES.q).set(parameters)
  new Uint8Array(buffer, ARRAYS.g.at, SIZES.g).set(gaps)
  const run = functionIn(translate(code, ARRAYS), memory) as (period: number) => number
  return {
    given: run(period),
    words: [...new Int32Array(buffer, ARRAYS.w.at, SIZES.w)],
    numbers: [...new Float64Array(buffer, ARRAYS.r.at, SIZES.r)],
  }
}

const periods = periodsOf(smallPack({ facts: { a: { type: 'yes_no' } }, criteria: { c: 'a' } }))

/** The same as JavaScript. */
function inJavaScript(
  code: string,
  values: Float64Array,
  gaps: Uint8Array,
  parameters: Float64Array,
  period: number,
) {
  if ('refused' in periods) throw new Error(periods.refused)
  const words = new Int32Array(SIZES.w)
  const numbers = new Float64Array(SIZES.r)
  const run = functionOf(code, 'v, g, p, w, r', { ...periods, values: parameters }) as Judge
  return { given: run(values, gaps, period, words, numbers), words: [...words], numbers: [...numbers] }
}

/** Random code of the kind that is generated: names are those of lines before. */
function randomCode(chance: Chance): string {
  const numbers: string[] = []
  const sets: string[] = []
  const isSimple = (depth: number) => depth === 0 || chance(3) === 0
  const literal = () =>
    oneOf(
      ['0', '1', '2', '100', '4000', '268435456', '9007199254740991', 'Infinity', '-Infinity', '-7'],
      chance,
    )
  const number = (depth: number): string => {
    if (isSimple(depth))
      return oneOf([literal(), `v[${chance(SIZES.v)}]`, `q[o + ${chance(3)}]`, ...numbers.slice(-4)], chance)
    const [a, b] = [number(depth - 1), number(depth - 1)]
    return oneOf(
      [
        `(${a} + ${b})`,
        `(${a} - ${b})`,
        `${wrapped(a)} * ${wrapped(b)}`,
        `-${wrapped(a)}`,
        `times(${a}, ${b})`,
        `Math.min(${a}, ${b}, ${literal()})`,
        `Math.max(${a}, ${b})`,
        `(${condition(depth - 1)} ? ${a} : ${b})`,
        `Math.floor(${wrapped(a)} / 7)`,
      ],
      chance,
    )
  }
  /** A small whole number, as sets of what is possible are written. */
  const set = (depth: number): string => {
    if (isSimple(depth))
      return oneOf(['0', '1', '2', '3', '15', `g[${chance(SIZES.g)}]`, ...sets.slice(-4)], chance)
    const [a, b] = [set(depth - 1), set(depth - 1)]
    return oneOf(
      [
        `${wrapped(a)} & ${wrapped(b)}`,
        `(${a} | ${b})`,
        `(${a} >> 1) | ((${a} & 1) << 1)`,
        `(1 << ${wrapped(a)})`,
        `~${wrapped(a)}`,
        `bits(${a})`,
        `(${condition(depth - 1)} ? ${a} : ${b})`,
        `(g[${chance(SIZES.g)}] === 0 ? 2 + 1 : ${b})`,
      ],
      chance,
    )
  }
  const condition = (depth: number): string => {
    if (isSimple(depth))
      return oneOf([`g[${chance(SIZES.g)}] === 0`, 'true', 'false', `v[${chance(SIZES.v)}] !== 1`], chance)
    const [a, b] = [number(depth - 1), number(depth - 1)]
    return oneOf(
      [
        ...['<', '>', '<=', '>=', '===', '!=='].map((sign) => `${wrapped(a)} ${sign} ${wrapped(b)}`),
        `${a.length} * 2 < ${wrapped(b)} + 1`,
        `(${set(depth - 1)}) === ${chance(4)}`,
        `!(${condition(depth - 1)})`,
        `${either(depth)} && ${either(depth)}`,
        `${either(depth)} || ${either(depth)}`,
      ],
      chance,
    )
  }
  const either = (depth: number) => {
    const code = condition(depth - 1)
    return /\|\||&&/.test(code) ? `(${code})` : code
  }
  const lines = Array.from({ length: 4 + chance(12) }, (_, at) => {
    const name = `t${at}`
    if (chance(6) === 0) return `if (${condition(2)}) return 1`
    if (chance(2) === 0) {
      const line = `const ${name} = ${number(3)}`
      numbers.push(name)
      return line
    }
    const line = `const ${name} = ${set(3)}`
    sets.push(name)
    return line
  })
  const results = [
    ...numbers.slice(-SIZES.r).map((name, at) => `r[${at}] = ${name}`),
    ...sets.slice(-SIZES.w).map((name, at) => `w[${at}] = ${name}`),
  ]
  return ['const o = Math.imul(p, 3)', ...lines, ...results, 'return 0'].join('\n')
}

const wrapped = (code: string) => (/^-?[\w[\]]+$/.test(code) && !code.startsWith('-') ? code : `(${code})`)

describe('generated code as WebAssembly', () => {
  it('comes to what it comes to as JavaScript', () => {
    let stopped = 0
    let went = 0
    holds(
      fc.property(fc.nat(2 ** 31), (seed) => {
        const chance = chanceFrom(seed)
        const code = randomCode(chance)
        const value = () => oneOf([0, 1, 2, 5, 400_000, -3, 2 ** 51, 0.5], chance)
        const values = Float64Array.from({ length: SIZES.v }, value)
        const parameters = Float64Array.from({ length: SIZES.q }, () => oneOf([value(), Number.NaN], chance))
        const gaps = Uint8Array.from({ length: SIZES.g }, () => oneOf([0, 0, 1, 8], chance))
        const period = chance(2)
        const expected = inJavaScript(code, values, gaps, parameters, period)
        const found = inMemory(code, values, gaps, parameters, period)
        const text = (result: typeof found) =>
          JSON.stringify(result, (_, each) => (typeof each === 'number' ? String(each + 0) : each))
        if (text(expected) !== text(found)) throw new Error(`${text(expected)}\n${text(found)}\n${code}`)
        if (expected.given === 1) stopped += 1
        else went += 1
      }),
      1500,
    )
    expect(stopped).toBeGreaterThan(200)
    expect(went).toBeGreaterThan(200)
  })

  it('divides as JavaScript does, whole numbers up to 2^51 and infinite ones', () => {
    const top = fc.oneof(
      fc.integer({ min: -400, max: 400 }),
      fc.integer({ min: -(2 ** 51), max: 2 ** 51 }),
      fc.constantFrom(Infinity, -Infinity),
    )
    const by = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 2 ** 51 }))
    const code = [
      'r[0] = nearest(v[0], v[3])',
      'r[1] = lowest(v[0], v[1], v[2])',
      'r[2] = highest(v[0], v[1], v[2])',
      'return 0',
    ].join('\n')
    holds(
      fc.property(top, by, fc.oneof(by, fc.constant(Infinity)), (n, least, most) => {
        const divisor = Math.max(1, least)
        const found = inMemory(
          code,
          Float64Array.of(n, least, Math.max(1, most), divisor, 0, 0),
          new Uint8Array(SIZES.g),
          new Float64Array(SIZES.q),
          0,
        )
        const expected = [
          nearest(n, divisor),
          lowest(n, least, Math.max(1, most)),
          highest(n, least, Math.max(1, most)),
        ]
        for (const [at, number] of expected.entries())
          if (number !== found.numbers[at]) throw new Error(`${at}: ${number}, not ${found.numbers[at]}`)
      }),
      3000,
    )
  })

  it.each([
    'const t0 = v[0] % 2',
    'const t0 = v[0]; const t1 = 1',
    'const t0 = v[0] +',
    'const t0 = (v[0]',
    'const t0 = x',
    'const t0 = "text"',
    'let t0 = 1',
    'while (true) return 1',
    'y[0] = 1',
    'const t0 = Math.sqrt(v[0])',
    'const t0 = v[0] ? 1 : 2',
  ])('is refused where it is more than is generated: %s', (line) => {
    expect(() => translate(line, ARRAYS)).toThrow()
  })

  it('is all that is written by those who generate it', () => {
    const w = createCodeWriter()
    w.stop(`${w.keep('v[0] + 1')} === 3`)
    expect(() => translate(w.lines.join('\n'), ARRAYS)).not.toThrow()
  })

  it('is not made where it would be too long', () => {
    const compiled = compilePack(smallPack({ facts: { a: { type: 'yes_no' } }, criteria: { c: 'a' } }))
    if ('refused' in compiled) throw new Error(compiled.refused)
    const { plan } = compiled
    const { places } = placed(judgeSizes(plan), 64)
    const [period] = plan.periods.classes
    if (period === undefined) throw new Error('there is a class of periods')
    const make = (most?: number) =>
      createMemoryJudges(plan, places, new WebAssembly.Memory({ initial: 1 }), most)(period, ['known'])
    expect(make()?.judge()(0)).toBe(0)
    expect(make(3)).toBe(null)
  })
})
