import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTextPlace } from '../../src/base/diagnostic.js'
import { loadPackText } from '../../src/engine/load-pack.js'
import { RESERVED } from '../../src/lang/parse/keywords.js'
import { SMALL } from './small.js'

const LINES = SMALL.split('\n')

/** Scalars and marks of the small pack, with what else a hand can slip to. */
const WORDS = [
  ...new Set(SMALL.match(/[\w.-]+|[^\s\w]/g)),
  ...RESERVED,
  ...[
    '0',
    '-1',
    '1e9',
    '""',
    '~',
    '[]',
    '{}',
    '&a',
    '*a',
    '!!int',
    '|',
    '>',
    '#',
    '<<',
    '工资',
    '\u3000',
    '😀',
    "''",
  ],
]

type Slip = (text: string) => string

const line = fc.nat(LINES.length - 1)
const place = fc.nat(SMALL.length - 1)
const word = fc.constantFrom(...WORDS)

const onLines =
  (change: (lines: string[]) => void): Slip =>
  (text) => {
    const lines = text.split('\n')
    change(lines)
    return lines.join('\n')
  }

/** Small changes as people make them: a line gone, doubled or moved, a word for another, a character too many or too few. */
const slip: fc.Arbitrary<Slip> = fc.oneof(
  line.map((at) => onLines((lines) => lines.splice(at, 1))),
  line.map((at) => onLines((lines) => lines.splice(at, 0, lines[at] ?? ''))),
  fc.tuple(line, line).map(([from, to]) => onLines((lines) => lines.splice(to, 0, ...lines.splice(from, 1)))),
  fc.tuple(line, fc.integer({ min: -2, max: 2 })).map(([at, by]) =>
    onLines((lines) => {
      const old = lines[at] ?? ''
      lines[at] = by > 0 ? ' '.repeat(by) + old : old.slice(-by)
    }),
  ),
  fc.tuple(fc.nat(), word).map(
    ([index, put]): Slip =>
      (text) => {
        const words = [...text.matchAll(/[\w.-]+/g)]
        const found = words[index % Math.max(1, words.length)]
        return found === undefined
          ? text
          : text.slice(0, found.index) + put + text.slice(found.index + found[0].length)
      },
  ),
  fc.tuple(place, word).map(
    ([at, put]): Slip =>
      (text) =>
        text.slice(0, at) + put + text.slice(at),
  ),
  fc.tuple(place, fc.integer({ min: 1, max: 8 })).map(
    ([at, count]): Slip =>
      (text) =>
        text.slice(0, at) + text.slice(at + count),
  ),
)

describe('a pack with slips of the hand', () => {
  it('loads, or is told where and why: it never throws', () => {
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) => {
        const text = slips.reduce((changed, each) => each(changed), SMALL)
        const loaded = loadPackText('pack.yaml', text)
        if ('pack' in loaded) return
        expect(loaded.faults).not.toHaveLength(0)
        for (const { at, message, severity } of loaded.faults) {
          expect(severity).toBe('error')
          expect(message).toMatch(/\S/)
          expect(message).not.toMatch(/undefined|null,|NaN|\[object|Infinity/)
          if (!isTextPlace(at)) throw new Error(`${message} has no place`)
          expect(text.split('\n')[at.line - 1]?.replace(/\r$/, '')).toBe(at.text)
          expect(at.column - 1).toBeLessThanOrEqual(at.text.length)
        }
      }),
      { numRuns: 300 },
    )
  })
})
