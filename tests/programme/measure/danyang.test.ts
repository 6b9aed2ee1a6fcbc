import { expect, test } from 'vitest'
import { boundsOf, figuresOfRecords, judgedBy, recordsOf } from './measured.js'

const judged = await judgedBy('rules/cn-2020')
const records = await recordsOf(judged, ['fixtures/danyang.csv'])
const figures = figuresOfRecords(judged, records, [['village'], ['registration_status', 'village']])

test.each([
  ['households', 'households', '825'],
  ['persons', 'persons', '2850'],
  ['proposed.poor', 'households', '137..157'],
  ['proposed.poor', 'persons', '443..518'],
  ['proposed.marginal', 'households', '20..21'],
  ['proposed.marginal', 'persons', '69..72'],
  ['proposed.none', 'households', '647..668'],
  ['proposed.none', 'persons', '2260..2338'],
  ['book.poor', 'households', '254..255'],
  ['book.poor', 'persons', '896..899'],
  ['book.none', 'households', '570..571'],
  ['book.marginal', 'households', '0'],
  ['book.none', 'persons', '1951..1954'],
  ['book.unsettled', 'households', '1'],
  ['book.unsettled', 'persons', '3'],
])('Danyang: %s in %s is %s', (name, counted, expected) => {
  expect(boundsOf(figures, name, counted)).toBe(expected)
})

test.each([
  // 443 of 2,850 persons, 137 of 825 households are proposed for certain.
  ['share.proposed.poor', 'persons', 4, '0.1554..0.1818'],
  ['share.proposed.poor', 'households', 4, '0.1661..0.1903'],
  ['p0', 'persons', 6, '0.104912..0.117895'],
  ['p1.floored', 'persons', 5, '0.035203..0.039869'],
  ['p2.floored', 'persons', 5, '0.015657..0.01927'],
  ['p1', 'persons', 5, '0.035378..'],
  ['p2', 'persons', 5, '0.016023..'],
  ['h', 'persons', 4, '0.1049..0.1193'],
  ['m0', 'persons', 3, '0.0355..0.0408'],
  ['a', 'persons', 4, '0.3378..0.3432'],
])('Danyang: %s of %s', (name, counted, digits, expected) => {
  expect(boundsOf(figures, name, counted, digits)).toBe(expected)
})

test('a household that is decided may still be below the line or not', () => {
  const record = records.filter(({ id }) => id === 'DY-0341')
  const alone = figuresOfRecords(judged, record)
  expect(boundsOf(alone, 'proposed.poor', 'persons')).toBe('6')
  expect(boundsOf(alone, 'p0', 'persons')).toBe('0..1')
})

test('groups by village are those of the whole path, and add up', () => {
  const villages = new Set(figures.filter(({ by }) => by === 'village').map(({ group }) => group))
  expect([...villages][0]).toMatch(/^Guizhou\/Wanshan\/Danyang\//)
  expect(villages.size).toBe(8)
})
