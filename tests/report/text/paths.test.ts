import { expect, test } from 'vitest'
import { shownPaths } from '../../../src/report/text/paths.js'

test.each([
  [['A/B/C', 'A/B/D'], ['C', 'D'], 'A/B'],
  [['A/B/C', 'A/X/C'], ['B/C', 'X/C'], 'A'],
  [['A/B', 'C/B'], ['A/B', 'C/B'], null],
  [['A/B/C'], ['C'], 'A/B'],
  [['A'], ['A'], null],
  [['A/B', 'A'], ['A/B', 'A'], null],
  [['A/B/C', 'A/B'], ['B/C', 'B'], 'A'],
  [['AB/C', 'A/C'], ['AB/C', 'A/C'], null],
  [[], [], null],
])('%j is shown as %j', (paths, names, shared) => {
  const shown = shownPaths(paths)
  expect(paths.map(shown.name)).toEqual(names)
  expect(shown.notes).toEqual(shared === null ? [] : [`All of them are in ${shared}.`])
})
