import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeSource } from '../../../src/base/source.js'
import { MAX_DEPTH, type Tree } from '../../../src/base/tree/tree.js'
import { readYaml } from '../../../src/base/tree/yaml.js'
import { documents, faults, plain, shown } from './trees.js'

const read = (text: string) => documents(readYaml, text).map(plain)
const fault = (text: string) => shown(faults(readYaml, text)[0])
const codes = (text: string) => faults(readYaml, text).map((each) => each.code)

describe('a scalar is the text that stands in the file', () => {
  test.each([
    ['a number keeps its digits', 'a: 4000.50', '4000.50', true],
    ['a number beyond any double', 'a: 12345678901234567890.1', '12345678901234567890.1', true],
    ['an octal-looking id keeps its zeros', 'a: 0012', '0012', true],
    ['an underscore is no digit', 'a: 1_000', '1_000', true],
    ['a date is a text', 'a: 2020-12-31', '2020-12-31', true],
    ['yes is a word', 'a: yes', 'yes', true],
    ['quotes say text', 'a: "15"', '15', false],
    ['single quotes too', "a: 'it''s'", "it's", false],
    ['a block is text', 'a: |\n  one\n  two\n', 'one\ntwo\n', false],
    ['a folded text', 'a: one\n  two', 'one two', true],
    ['a tag changes nothing', 'a: !!float 15', '15', true],
    ['nothing', 'a:', '', true],
  ])('%s', (_, text, expected, isPlain) => {
    const [tree] = documents(readYaml, text)
    expect(tree?.kind === 'mapping' && tree.entries[0]?.value).toMatchObject({
      text: expected,
      plain: isPlain,
    })
  })

  test('Chinese keys, comments, Windows line breaks', () => {
    expect(read('户编号: h1 # the id\r\n人数: 3\r\n')).toEqual([{ 户编号: 'h1', 人数: '3' }])
  })

  test('what is JSON is YAML and says the same', () => {
    const key = fc.string({ maxLength: 20 })
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'grapheme-composite', maxLength: 20 }),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(value, (sound) => {
        expect(read(JSON.stringify(sound))).toEqual([JSON.parse(JSON.stringify(sound))])
      }),
    )
  })
})

test('every value and key knows its place in the text', () => {
  const text = 'facts:\n  wage: { min: 0 }\n  list:\n    - "b"\n'
  const seen: string[] = []
  const visit = (tree: Tree) => {
    if (tree.kind === 'scalar') seen.push(text.slice(tree.start, tree.end))
    else if (tree.kind === 'sequence') tree.items.forEach(visit)
    else for (const { key, value } of tree.entries) [key, value].forEach(visit)
  }
  documents(readYaml, text).forEach(visit)
  expect(seen).toEqual(['facts', 'wage', 'min', '0', 'list', '"b"'])
})

describe('several documents', () => {
  test.each([
    ['two', 'a: 1\n---\na: 2\n', [{ a: '1' }, { a: '2' }]],
    ['each with its mark', '---\na: 1\n...\n---\na: 2\n...\n', [{ a: '1' }, { a: '2' }]],
    ['none in an empty text', '', []],
    ['none in a comment', '# nothing\n', []],
    ['an empty one between', 'a: 1\n---\n---\na: 2\n', [{ a: '1' }, '', { a: '2' }]],
    ['a directive', '%YAML 1.2\n---\na: 1\n', [{ a: '1' }]],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('an anchor ends with its document', () => {
    expect(fault('a: &x 1\n---\nb: *x\n')).toBe('syntax 3:4 alias `*x` has no anchor before it | *x | ')
  })
})

describe('anchors, aliases and merge keys', () => {
  test.each([
    ['an alias is what it names', 'a: &x { b: 1 }\nc: *x\n', { a: { b: '1' }, c: { b: '1' } }],
    ['an alias of a text', 'a: &x yes\nb: *x\n', { a: 'yes', b: 'yes' }],
    ['an anchor that comes again is the latest', '- &x 1\n- *x\n- &x 2\n- *x\n', ['1', '1', '2', '2']],
    ['an alias as a key', '? &x a\n: 1\nb: { *x : 2 }\n', { a: '1', b: { a: '2' } }],
    [
      'a merge gives what is not said',
      'd: &d { a: 1, b: 2 }\ne: { <<: *d, b: 3 }\n',
      { d: { a: '1', b: '2' }, e: { a: '1', b: '3' } },
    ],
    [
      'own keys win wherever they stand',
      'd: &d { a: 1 }\ne: { a: 2, <<: *d }\n',
      { d: { a: '1' }, e: { a: '2' } },
    ],
    ['a merge may stand in place', 'e: { <<: { a: 1, b: 2 }, b: 3 }\n', { e: { a: '1', b: '3' } }],
    [
      'merges pass on what they merged',
      'a: &a { x: 1 }\nb: &b { <<: *a, y: 2 }\nc: { <<: *b }\n',
      { a: { x: '1' }, b: { x: '1', y: '2' }, c: { x: '1', y: '2' } },
    ],
    ['a quoted << is a key', 'a: { "<<": 1 }\n', { a: { '<<': '1' } }],
    [
      'a key like a prototype is a key',
      'a: &a { __proto__: 1 }\nb: { <<: *a, constructor: 2 }\n',
      { a: { ['__proto__']: '1' }, b: { ['__proto__']: '1', constructor: '2' } },
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual([expected])
  })

  test('in a list of merges the earlier wins, and own keys win over all', () => {
    const mapping = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3'))
    const flow = (entries: Record<string, string>) =>
      `{ ${Object.entries(entries)
        .map(([key, value]) => `${key}: ${value}`)
        .join(', ')} }`
    fc.assert(
      fc.property(mapping, mapping, mapping, fc.boolean(), (first, second, own, inList) => {
        const merge = inList ? '  <<: [*one, *two]\n' : '  <<: *one\n  <<: *two\n'
        const rest = Object.entries(own)
          .map(([key, value]) => `  ${key}: ${value}\n`)
          .join('')
        const text = `one: &one ${flow(first)}\ntwo: &two ${flow(second)}\nall:\n${merge}${rest}`
        expect(read(text)).toEqual([{ one: first, two: second, all: { ...second, ...first, ...own } }])
      }),
    )
  })

  test('a merged value stands where it was written, so that an error points there', () => {
    const text = 'base: &base { water: 20 }\nh: { <<: *base }\n'
    const [tree] = documents(readYaml, text)
    const entries = tree?.kind === 'mapping' && tree.entries[1]?.value
    expect(entries && entries.kind === 'mapping' && entries.entries[0]?.value).toMatchObject({
      start: text.indexOf('20'),
    })
  })

  test.each([
    ['a: *x', 'syntax 1:4 alias `*x` has no anchor before it | *x | '],
    ['a: { <<: *x }', 'syntax 1:10 alias `*x` has no anchor before it | *x | '],
    ['a: &x [1, *x]', 'alias-expansion 1:11 alias `*x` is inside the value that it names | *x | '],
    ['a: &x { b: { <<: *x } }', 'alias-expansion 1:18 alias `*x` is inside the value that it names | *x | '],
    ['a: { <<: 1 }', 'syntax 1:10 a merge key `<<` takes a mapping or a list of mappings | 1 | '],
    ['a: { <<: [{ b: 1 }, c] }', 'syntax 1:21 a merge key `<<` takes a mapping or a list of mappings | c | '],
    ['a: { <<: }', 'syntax 1:10 a merge key `<<` takes a mapping or a list of mappings | } | '],
  ])('%s', (text, expected) => {
    expect(faults(readYaml, text)).toHaveLength(1)
    expect(fault(text)).toBe(expected)
  })
})

describe('what cannot be meant is refused, with its place', () => {
  test.each([
    ['a: 1\nb: 2\na: 3\n', 'duplicate-key 3:1 key `a` occurs twice | a | keep one of the two'],
    ['a: 1\n"a": 2\n', 'duplicate-key 2:1 key `a` occurs twice | "a" | keep one of the two'],
    ['? [a]\n: b\n', 'syntax 1:3 a key must be a single text | [a] | '],
    [
      'a: [1, 2\nb: 3\n',
      /^syntax 2:1 malformed YAML: a bracket is not closed .* close the bracket that is open/,
    ],
    ['a:\n\t- b\n', /^syntax 2:1 malformed YAML: tabs are not allowed as indentation .* indent with spaces/],
    ['a: "b\n', /^syntax 2:1 malformed YAML: a text has no closing quote .* close the quote/],
    ['a: b: c\n', /^syntax 1:4 malformed YAML: another key or list begins on this line/],
    ['a: `b`\n', /^syntax 1:4 malformed YAML: a text without quotes cannot begin/],
    ['a: 1\n b: 2\n', /^syntax 1:4 malformed YAML: another key or list begins/],
    [
      'a:\n  b: 1\n c: 2\n',
      /^syntax \d:\d malformed YAML: what belongs together must start at the same column/,
    ],
    ['a: [1 2, {]\n', /^syntax \d:\d+ malformed YAML: /],
    ['a: "\\q"\n', /^syntax 1:5 malformed YAML: a text in double quotes has an escape that is unknown/],
    ['[a\n b]: 1\n', /^syntax 1:1 malformed YAML: a key must be on one line/],
    ['a: "b"#c\n', /^syntax 1:7 malformed YAML: a blank is missing/],
    ['a: *\n', /^syntax 1:4 malformed YAML: an alias or anchor has no name/],
  ])('%j', (text, expected) => {
    expect(fault(text)).toMatch(expected)
  })

  test('all duplicate keys are told in one go, inner ones too', () => {
    expect(codes('a: { b: 1, b: 2 }\na: 3\n---\nc: 1\nc: 2\n')).toEqual(Array(3).fill('duplicate-key'))
  })

  test('whatever the text, it reads or has faults inside the text', () => {
    const unit = fc.constantFrom(
      'a',
      'b: ',
      '- ',
      '\n',
      '  ',
      '\t',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '&x ',
      '*x',
      '<<: ',
      '# c',
      '|\n',
      '---\n',
      '? ',
      '%',
      '户',
      '!t ',
    )
    let refused = 0
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 25 }), (text) => {
        refused += faults(readYaml, text).length > 0 ? 1 : 0
      }),
      { numRuns: 1_500 },
    )
    expect(refused).toBeGreaterThan(100)
    expect(refused).toBeLessThan(1_500)
  })
})

describe('no file can exhaust the program, and honest ones pass', () => {
  test('a village whose households all share a defaults mapping and a roster', () => {
    const roster = Array.from(
      { length: 40 },
      (_, index) => `  - { member_id: m${index}, age: ${index}, insured: yes, in_school: no }`,
    )
    const facts = Array.from({ length: 40 }, (_, index) => `  fact_${index}: ${index}`)
    const households = Array.from({ length: 1_000 }, (_, index) => `- { id: h${index}, <<: *d, members: *r }`)
    const text = ['- &d', ...facts, '- &r', ...roster, ...households].join('\n')
    const village = read(text)[0]
    expect(village).toHaveLength(1_002)
    expect(Array.isArray(village) && village.at(-1)).toMatchObject({
      id: 'h999',
      fact_39: '39',
      members: { length: 40 },
    })
  })

  test('each household says only what differs from the one before, a thousand times', () => {
    const households = Array.from({ length: 1_000 }, (_, n) => `- &h${n + 1} { <<: [*h${n}], id: ${n + 1} }`)
    const list = read(['- &h0 { id: 0, village: V, members: [{ age: 3 }] }', ...households].join('\n'))[0]
    expect(Array.isArray(list) && list.at(-1)).toEqual({ id: '1000', village: 'V', members: [{ age: '3' }] })
  })

  const laughs = (level: number, of: (name: string) => string) =>
    Array.from({ length: level }, (_, n) => `a${n + 1}: &a${n + 1} ${of(`*a${n}`)}`).join('\n')

  test.each([
    ['a billion laughs', `a0: &a0 lol\n${laughs(12, (name) => `[${Array(9).fill(name).join(', ')}]`)}`],
    [
      'a billion laughs by merging',
      `a0: &a0 { k: v }\n${laughs(30, (name) => `{ x: ${name}, y: ${name}, z: ${name} }`)}`,
    ],
    ['doubling, a thousand times', `a0: &a0 lol\n${laughs(150, (name) => `[${name}, ${name}]`)}`],
    [
      'a chain in which each keeps all before it',
      `a0: &a0 { k: v }\n${Array.from({ length: 1_700 }, (_, n) => `a${n + 1}: &a${n + 1} { <<: *a${n}, b${n}: 1 }`).join('\n')}`,
    ],
  ])('%s', (_, text) => {
    expect(codes(text)).toEqual(['alias-expansion'])
  })

  const nested = (depth: number) => `${'['.repeat(depth + 1)}${']'.repeat(depth + 1)}`

  test('nesting is read to a depth beyond any real file, and refused below it with its place', () => {
    expect(faults(readYaml, nested(MAX_DEPTH))).toEqual([])
    expect(fault(nested(MAX_DEPTH + 1))).toMatch(/^too-deep 1:202 values are nested too deeply/)
  })

  test.each([
    ['open brackets', '['.repeat(20_000)],
    ['open braces', '{a: '.repeat(5_000)],
    ['closed brackets', nested(5_000)],
    ['lists in lists', `${'- '.repeat(5_000)}x`],
    [
      'mappings in mappings',
      Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    ],
    ['keys of keys', '? '.repeat(2_000)],
    ['pairs in lists', `${'[a: '.repeat(150)}1${']'.repeat(150)}`],
    [
      'aliases that each go deeper',
      `- &a0 x\n${Array.from({ length: 300 }, (_, n) => `- &a${n + 1} [[*a${n}]]`).join('\n')}`,
    ],
  ])('%s', (_, text) => {
    const reading = readYaml(makeSource('f', text))
    expect('faults' in reading && new Set(reading.faults.map((each) => each.code))).toEqual(
      new Set(['too-deep']),
    )
  })
})
