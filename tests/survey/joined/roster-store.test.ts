import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRosterStore } from '../../../src/survey/joined/roster-store.js'
import { createKeyIndex } from '../../../src/survey/records/key-index.js'

test('an index numbers keys in the order in which they first come', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3000 }), (keys) => {
      const index = createKeyIndex()
      const expected = [...new Set(keys)]
      expect(keys.map((key) => index.add(key))).toEqual(keys.map((key) => expected.indexOf(key)))
      expect(index.size()).toBe(expected.length)
      expect(expected.map((key) => index.find(key))).toEqual(expected.map((_, number) => number))
      expect(index.find('no such key')).toBe(-1)
    }),
    { numRuns: 30 },
  )
})

test('an index finds every one of many keys', () => {
  const index = createKeyIndex()
  for (let n = 0; n < 50_000; n++) index.add(`key ${n}`)
  for (let n = 0; n < 50_000; n += 7) expect(index.find(`key ${n}`)).toBe(n)
})

test('a store gives back the rows of a household in their order', () => {
  const row = fc.record({
    household: fc.nat(9),
    line: fc.nat(1_000_000),
    cells: fc.array(
      fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
      { minLength: 1 },
    ),
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
      const store = createRosterStore(10)
      for (const { household, line, cells } of rows) store.add(household, { line, cells })
      for (let household = 0; household < 10; household++) {
        const own = rows.filter((each) => each.household === household)
        expect(store.rowsOf(household)).toEqual(own.map(({ line, cells }) => ({ line, cells })))
      }
    }),
  )
})

test('a store holds more than one block', () => {
  const store = createRosterStore(2)
  const long = 'x'.repeat(3_000_000)
  for (const line of [1, 2, 3, 4]) store.add(line % 2, { line, cells: [long, String(line)] })
  expect(store.rowsOf(1).map(({ line, cells }) => [line, cells[0] === long, cells[1]])).toEqual([
    [1, true, '1'],
    [3, true, '3'],
  ])
})
