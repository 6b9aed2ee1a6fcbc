import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeSource } from '../../../src/base/source.js'
import { readJson } from '../../../src/base/tree/json.js'
import { isNull, MAX_DEPTH, type Tree } from '../../../src/base/tree/tree.js'
import { documents, faults, shown } from './trees.js'

const fault = (text: string) => shown(faults(readJson, text)[0])

describe('numbers are the digits that stand in the file', () => {
  test.each(['0', '-0', '4000.50', '1e400', '12345678901234567890.123456789', '0.1', '1E+5'])(
    '%s',
    (text) => {
      const [tree] = documents(readJson, ` ${text} `)
      expect(tree).toEqual({ kind: 'scalar', text, plain: true, start: 1, end: 1 + text.length })
    },
  )

  test('a number in quotes is a text, and null is nothing', () => {
    const [text, nothing, word] = ['"15"', 'null', '"null"'].map((each) => documents(readJson, each)[0])
    expect(text).toMatchObject({ text: '15', plain: false })
    expect([nothing, word].map((tree) => tree && isNull(tree))).toEqual([true, false])
  })
})

describe('values stand where they stand', () => {
  test('every value and key knows its place in the text', () => {
    const text = '{ "a": [10, "x\\ny"],\n "b": {"__proto__": true} }'
    const [tree] = documents(readJson, text)
    if (tree?.kind !== 'mapping') throw new Error('no mapping')
    const [a, b] = tree.entries
    const slice = (place: { start: number; end: number } | undefined) =>
      place && text.slice(place.start, place.end)
    expect([slice(a?.key), slice(a?.value), slice(b?.key), slice(b?.value)]).toEqual([
      '"a"',
      '[10, "x\\ny"]',
      '"b"',
      '{"__proto__": true}',
    ])
    expect(b?.value).toMatchObject({
      entries: [{ key: { text: '__proto__' }, value: { text: 'true', plain: true } }],
    })
  })
})

describe('what is wrong is said to a person who never wrote a parser', () => {
  test.each([
    ['', 'syntax 1:1 malformed JSON: the text is empty |  | '],
    [' \n ', 'syntax 1:1 malformed JSON: the text is empty |   | '],
    ['{', 'syntax 1:2 malformed JSON: the text ends too early |  | close the `{` of line 1'],
    ['{\n "a": [1,\n 2\n', 'syntax 3:3 malformed JSON: the text ends too early |  | close the `[` of line 2'],
    ['{"a"', 'syntax 1:5 malformed JSON: the text ends too early |  | close the `{` of line 1'],
    ['{"a":', 'syntax 1:6 malformed JSON: the text ends too early |  | close the `{` of line 1'],
    ['{"a": "b', 'syntax 1:9 malformed JSON: the text ends too early |  | close the `"` of line 1'],
    ['[1,]', 'syntax 1:4 malformed JSON: `]` is not expected here | ] | take away the comma before it'],
    [
      '{"a": 1, }',
      'syntax 1:10 malformed JSON: `}` is not expected here | } | take away the comma before it',
    ],
    ['{"a":}', 'syntax 1:6 malformed JSON: `}` is not expected here | } | '],
    ['[1]]', 'syntax 1:4 malformed JSON: `]` is not expected here | ] | '],
    [
      '[1 2]',
      'syntax 1:4 malformed JSON: `2` is not expected here | 2 | is a comma or a colon missing before it?',
    ],
    [
      '{"a": 1 "b": 2}',
      'syntax 1:9 malformed JSON: `"b"` is not expected here | "b" | is a comma or a colon missing before it?',
    ],
    [
      '{"a" 1}',
      'syntax 1:6 malformed JSON: `1` is not expected here | 1 | is a comma or a colon missing before it?',
    ],
    [
      '{"a":1}\n{"a":2}',
      'syntax 2:1 malformed JSON: `{` is not expected here | { | a JSON text is one value; several, one a line, are NDJSON',
    ],
    [
      '{name: 1}',
      'syntax 1:2 malformed JSON: `name` is not expected here | name | put texts and keys in double quotes',
    ],
    [
      "['a']",
      "syntax 1:2 malformed JSON: `'` is not expected here | ' | put texts and keys in double quotes",
    ],
    [
      '[NaN]',
      'syntax 1:2 malformed JSON: `NaN` is not expected here | NaN | put texts and keys in double quotes',
    ],
    [
      '[True]',
      'syntax 1:2 malformed JSON: `True` is not expected here | True | put texts and keys in double quotes',
    ],
    ['[01]', 'syntax 1:2 malformed JSON: `01` is not a JSON number | 01 | '],
    ['[1.]', 'syntax 1:2 malformed JSON: `1.` is not a JSON number | 1. | '],
    ['[.5]', 'syntax 1:2 malformed JSON: `.5` is not a JSON number | .5 | '],
    ['[+1]', 'syntax 1:2 malformed JSON: `+1` is not a JSON number | +1 | '],
    ['[1e]', 'syntax 1:2 malformed JSON: `1e` is not a JSON number | 1e | '],
    ['[1, // a\n2]', 'syntax 1:5 malformed JSON: `/` is not expected here | / | JSON has no comments'],
    [
      '["\\x"]',
      'syntax 1:3 malformed JSON: `\\x` is not a JSON escape | \\x | a backslash is written `\\\\`',
    ],
    [
      '["\\u00g0"]',
      'syntax 1:3 malformed JSON: `\\u00g` is not a JSON escape | \\u00g | a backslash is written `\\\\`',
    ],
    [
      '["C:\\户"]',
      'syntax 1:5 malformed JSON: `\\户` is not a JSON escape | \\户 | a backslash is written `\\\\`',
    ],
    [
      '["a\\\n"]',
      'syntax 1:4 malformed JSON: `\\` is not a JSON escape | \\ | a backslash is written `\\\\`',
    ],
    [
      '["a\n"]',
      'syntax 1:4 malformed JSON: a text does not end on its line |  | close it with `"`; a line break in a text is written `\\n`',
    ],
    ['["a\tb"]', 'syntax 1:4 malformed JSON: `U+0009` must be escaped in a text | \t | write it as `\\t`'],
    [
      '["\u0000"]',
      'syntax 1:3 malformed JSON: `U+0000` must be escaped in a text | \u0000 | write it as `\\u0000`',
    ],
    ['[\u00a01]', 'syntax 1:2 malformed JSON: `U+00A0` is not expected here | \u00a0 | '],
    ['[1]\u00a0', 'syntax 1:4 malformed JSON: `U+00A0` is not expected here | \u00a0 | '],
    ['{"a": 1, "b": 2, "a": 3}', 'duplicate-key 1:18 key `a` occurs twice | "a" | keep one of the two'],
    ['[{"é": 1, "\\u00e9": 2}]', 'duplicate-key 1:11 key `é` occurs twice | "\\u00e9" | keep one of the two'],
  ])('%j', (text, expected) => {
    expect(fault(text)).toBe(expected)
  })

  test('a key that stands three times is told twice, with all others', () => {
    expect(faults(readJson, '[{"a":1,"a":2,"a":3},{"b":1,"b":2}]').map((each) => each.code)).toEqual(
      Array(3).fill('duplicate-key'),
    )
  })
})

describe('strict: what the platform reads is read, and nothing else', () => {
  const value = fc.json({ maxDepth: 4 })
  const change = fc.tuple(
    fc.nat(),
    fc.constantFrom('drop', 'double', 'put'),
    fc.constantFrom(...'{}[],:"\\ \n\t01.-+eEnutx/\'\u00a0'),
  )
  const changed = fc.tuple(value, fc.array(change, { maxLength: 3 })).map(([text, changes]) =>
    changes.reduce((now, [place, kind, char]) => {
      const at = place % (now.length + 1)
      return (
        now.slice(0, at) +
        { drop: '', double: now.charAt(at).repeat(2), put: char }[kind] +
        now.slice(at + (kind === 'put' ? 0 : 1))
      )
    }, text),
  )
  const parsed = (text: string): { value: unknown } | null => {
    try {
      return { value: JSON.parse(text) }
    } catch {
      return null
    }
  }
  const written = (tree: Tree): unknown => {
    if (tree.kind === 'scalar') return tree.plain ? JSON.parse(tree.text) : tree.text
    if (tree.kind === 'sequence') return tree.items.map(written)
    return Object.fromEntries(tree.entries.map((entry) => [entry.key.text, written(entry.value)]))
  }

  test('of texts with slips in them', () => {
    let refused = 0
    fc.assert(
      fc.property(changed, (text) => {
        const found = faults(readJson, text)
        if (found.length > 0) refused += 1
        if (found.some((each) => each.code === 'duplicate-key')) return
        expect(found.length === 0, text).toBe(parsed(text) !== null)
      }),
      { numRuns: 2_000 },
    )
    expect(refused).toBeGreaterThan(200)
  })

  test('of sound texts, with the same values', () => {
    fc.assert(
      fc.property(value, (text) => {
        expect(documents(readJson, text).map(written)).toEqual([JSON.parse(text)])
      }),
    )
  })
})

describe('no file can exhaust the program', () => {
  const nested = (depth: number) => `${'['.repeat(depth + 1)}${']'.repeat(depth + 1)}`

  test('nesting is read to a depth beyond any real file, and refused below it with its place', () => {
    expect(faults(readJson, nested(MAX_DEPTH))).toEqual([])
    expect(fault(nested(MAX_DEPTH + 1))).toMatch(/^too-deep 1:202 values are nested too deeply/)
  })

  test.each([
    ['open brackets', '['.repeat(1_000_000)],
    ['open objects', '{"a":'.repeat(200_000)],
    ['closed brackets', nested(200_000)],
    ['brackets in a text are text', JSON.stringify(['['.repeat(100_000)])],
  ])('%s', (name, text) => {
    const reading = readJson(makeSource('f', text))
    expect('faults' in reading && reading.faults.map((each) => each.code)).toEqual(
      name.endsWith('text') ? false : ['too-deep'],
    )
  })
})
