import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesOfPath, placePath } from '../../src/engine/place-path.js'
import type { Fact } from '../../src/lang/record.js'

const PLACES = ['province', 'county', 'village']

const factsOf = (names: readonly (string | null)[]): ReadonlyMap<string, Fact> =>
  new Map(
    names.map((value, at): [string, Fact] => [
      PLACES[at] ?? '',
      value === null ? { kind: 'gap', reason: 'blank' } : { kind: 'known', value },
    ]),
  )

test('two places of one name in two others are two', () => {
  const of = (county: string) => placePath(PLACES, factsOf(['Guizhou', county, 'Shiban']))
  expect(of('Wanshan')).not.toBe(of('Jiangkou'))
})

test('a blank place is unknown, and one that the file has no column for is left out', () => {
  expect(placePath(PLACES, factsOf(['Guizhou', null, null]))).toBe('Guizhou/(unknown)/(unknown)')
  const absent = new Map(factsOf(['Guizhou', 'Wanshan', 'Shiban'])).set('county', {
    kind: 'gap',
    reason: 'absent',
  })
  expect(placePath(PLACES, absent)).toBe('Guizhou/Shiban')
})

test('a path says its names again, whatever is in them, and different names have different paths', () => {
  const name = fc.string({
    unit: fc.constantFrom('a', '/', '%', '2', 'F', '5', '村'),
    minLength: 1,
    maxLength: 4,
  })
  const names = fc.array(name, { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(names, names, (a, b) => {
      const [x, y] = [placePath(PLACES, factsOf(a)), placePath(PLACES, factsOf(b))]
      expect(namesOfPath(x)).toEqual(a)
      expect(x === y).toBe(a.join('\n') === b.join('\n'))
    }),
  )
})
