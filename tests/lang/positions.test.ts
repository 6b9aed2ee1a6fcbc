import { describe, expect, it } from 'vitest'
import { type Diagnostic, isTextPlace } from '../../src/base/diagnostic.js'
import { edited, faultsOf, SMALL, underlined } from './small.js'

/** Where a fault stands and what it underlines: `74:10 «wter»`. */
function placed(fault: Diagnostic): string {
  if (!isTextPlace(fault.at)) throw new Error('a fault of a pack stands at a place in its text')
  return `${fault.at.line}:${fault.at.column} «${underlined(fault)}»`
}

const MET = '    met: all_in_school\n'

/** Where `wrong` is found in the expression of a criterion, which begins on this line of the pack. */
const LINE = SMALL.slice(0, SMALL.indexOf(MET)).split('\n').length

const find = (written: string) => faultsOf(edited([MET, `    met: ${written}\n`])).map(placed)

describe('a name in an expression', () => {
  it.each([
    ['plain', 'dry or wrong', `${LINE}:17 «wrong»`],
    ['plain with spaces before', '   dry   or   wrong', `${LINE}:24 «wrong»`],
    ['plain with a comment', 'wrong # or dry', `${LINE}:10 «wrong»`],
    ['in double quotes', '"dry or wrong"', `${LINE}:18 «wrong»`],
    ['in single quotes', "'dry or wrong'", `${LINE}:18 «wrong»`],
    ['in double quotes after an escape', '"grade = \\"A\\" or wrong"', `${LINE}:28 «wrong»`],
    ['in double quotes, itself with an escape', '"dry or wr\\x6fng"', `${LINE}:18 «wr\\x6fng»`],
    [
      'in double quotes after a sign beyond the basic plane',
      '"grade = \\"\\U0001F600\\" or wrong"',
      `${LINE}:19 «\\"\\U0001F600\\"»`,
      `${LINE}:37 «wrong»`,
    ],
    ['in double quotes over lines', '"dry or\n      wrong"', `${LINE + 1}:7 «wrong»`],
    ['in double quotes with an escaped break', '"dry or \\\n      wrong"', `${LINE + 1}:7 «wrong»`],
    ['in single quotes over lines', "'dry or\n\n      wrong'", `${LINE + 2}:7 «wrong»`],
    ['in single quotes after a doubled one', "'dry or wrong'' '", `${LINE}:23 «''»`],
    ['plain over lines', 'dry or\n      wrong', `${LINE + 1}:7 «wrong»`],
    ['literal', '|\n      dry or\n        wrong', `${LINE + 2}:9 «wrong»`],
    ['literal with a comment', '| # why\n      dry or wrong', `${LINE + 1}:14 «wrong»`],
    ['literal with marks', '|2-\n      dry or wrong', `${LINE + 1}:14 «wrong»`],
    ['folded', '>\n      dry\n      or\n\n      wrong', `${LINE + 4}:7 «wrong»`],
    ['folded and stripped', '>-\n      dry or wrong', `${LINE + 1}:14 «wrong»`],
    ['with an anchor', '&here dry or wrong', `${LINE}:23 «wrong»`],
    ['with a tag', '!!str dry or wrong', `${LINE}:23 «wrong»`],
  ])('%s', (_style, written, ...places) => expect(find(written)).toEqual(places))

  it('after what is written in another script, counted in UTF-16 units', () => {
    const long = edited([MET, '    met: "grade = \\"好😀\\" or wrong"\n'])
    expect(faultsOf(long).map(placed)).toEqual([`${LINE}:19 «\\"好😀\\"»`, `${LINE}:30 «wrong»`])
  })

  it('on lines that end as Windows ends them', () => {
    const windows = (written: string) =>
      faultsOf(edited([MET, `    met: ${written}\n`]).replaceAll('\n', '\r\n')).map(placed)
    expect(windows('dry or wrong')).toEqual([`${LINE}:17 «wrong»`])
    expect(windows('|\n      dry or\n      wrong')).toEqual([`${LINE + 2}:7 «wrong»`])
    expect(windows('>-\n      dry or\n      wrong')).toEqual([`${LINE + 2}:7 «wrong»`])
    expect(windows('"dry or\n      wrong"')).toEqual([`${LINE + 1}:7 «wrong»`])
  })

  it('after a byte order mark, which takes no column', () => {
    const marked = faultsOf(`\uFEFF${edited(['language: 1', 'languag: 1'])}`).map(placed)
    expect(marked).toContain('1:1 «languag»')
  })

  it('in an expression that an alias repeats, where it is written', () => {
    const shared = edited([
      'met: minutes <= round_trip and not(dry)',
      'met: &shared dry or wrong',
      MET,
      '    met: *shared\n',
    ])
    const line = shared.slice(0, shared.indexOf('&shared')).split('\n').length
    expect(faultsOf(shared).map(placed)).toEqual([`${line}:25 «wrong»`, `${line}:25 «wrong»`])
  })
})

describe('a fault of the shape', () => {
  const of = (...edits: string[]) => faultsOf(edited(edits)).map(placed)
  const lineOf = (text: string) => SMALL.slice(0, SMALL.indexOf(text)).split('\n').length

  it('of a value stands at the value', () => {
    expect(of('version: 1.0.0', 'version: "one"')).toEqual([`${lineOf('version')}:10 «"one"»`])
  })
  it('of an empty value stands at its key', () => {
    expect(of('    title: Longest round trip', '    title:')).toEqual([
      `${lineOf('    title: Longest')}:5 «title»`,
    ])
  })
  it('of a list stands at its key', () => {
    expect(of('title: The paper', 'title: [The paper]')).toEqual([`${lineOf('  paper')}:12 «title»`])
  })
  it('of an item stands at the item', () => {
    expect(of('places: [village]', 'places: [village, 5]')).toEqual([`${lineOf('record:')}:105 «5»`])
  })
  it('of a missing key stands at the key of what lacks it', () => {
    expect(of('    unit: minute\n    values', '    values')).toEqual([
      `${lineOf('  round_trip:')}:3 «round_trip»`,
    ])
  })
  it('of a missing key of an item stands at its first entry', () => {
    expect(of('    reason: water too far\n', '')).toEqual([`${lineOf('  - id: water')}:5 «id: water»`])
  })
  it('of a name stands at the name, and of a criterion in a list at that criterion', () => {
    expect(of('any unmet of [income, water]', 'any unmet of [income,  watr]')).toEqual([
      `${lineOf('any unmet')}:39 «watr»`,
    ])
  })
  it('in a criterion of a list over lines stands on its line', () => {
    const line = lineOf('    - { when: "any')
    expect(
      of(
        '    - { when: "any unmet of [income, water]", then: register, source: paper, evidence: weak }',
        '    - when: >-\n        any unmet of [\n        income,\n        watr]\n      then: register',
      ),
    ).toEqual([`${line + 3}:9 «watr»`])
  })
})
