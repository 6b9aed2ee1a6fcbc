import { expect, test } from 'vitest'
import { createAbsentColumns } from '../../../src/report/assess/absent-columns.js'
import { caseOf, HOUSEHOLDS, type Household, PACK, school } from './sample.js'

const [SOUND] = HOUSEHOLDS
if (SOUND === undefined) throw new Error('no sample')
const sound = SOUND

function told(...households: Household[]): (readonly [file: string | undefined, message: string])[] {
  const absent = createAbsentColumns(PACK)
  for (const household of households) absent.add(caseOf(household).assessment)
  return absent.diagnostics().map(({ at, message }) => [at?.file, message])
}

test('a column that members lack is told as one of members, once a household', () => {
  const open = { ...sound, members: school({ gap: 'absent' }, { gap: 'absent' }) }
  expect(told(open, { ...open, id: 'B' })).toEqual([
    [
      'households.csv',
      'the file has no column `members.in_school`, and without it 2 households cannot be decided',
    ],
  ])
})

test('a blank of some members is no column that is absent', () => {
  expect(told({ ...sound, members: school({ gap: 'blank' }, true) })).toEqual([])
})

test('a column that the file of members lacks is told of that file', () => {
  const members = school({ gap: 'absent' }, true)
  if (members.kind !== 'rows') throw new Error('no rows')
  const rows = members.rows.map((row) => ({ ...row, file: 'roster.csv' }))
  const { wage: _, ...answers } = sound.answers
  expect(
    told({ ...sound, answers: { ...answers, wage: { gap: 'absent' } }, members: { kind: 'rows', rows } }),
  ).toMatchObject([
    ['households.csv', expect.stringContaining('`wage`')],
    ['roster.csv', expect.stringContaining('`members.in_school`')],
  ])
})
