import { describe, expect, it } from 'vitest'
import { type Case, edited, packOf, tells } from './small.js'

const CHECK =
  '{ id: no-income, when: net_income <= 0, unless: dry, severity: warning, message: income is not above 0 }'

/** The small pack with another check in the place of its own. */
const withCheck = (when: string, gap: string): readonly [string, string] => [
  CHECK,
  `{ id: odd, when: "${when}", gap: ${gap}, severity: warning, message: odd }`,
]

const PUPIL = 'some m in members satisfies m.in_school and m.pension > 0'

describe('what a check takes away', () => {
  const read = (when: string, gap: string) => packOf(edited(withCheck(when, gap))).checks[0]?.gap
  it('is a fact, a column of a derived value, the roster, or a fact of the members that it is about', () => {
    expect(read('minutes > round_trip', 'minutes')).toEqual(['minutes'])
    expect(read('minutes > round_trip', '[minutes]')).toEqual(['minutes'])
    expect(read('net_income <= 0', 'net_income')).toEqual(['net_income'])
    expect(read('net_income <= 0', '[wage_income, net_income]')).toEqual(['wage_income', 'net_income'])
    expect(read('count(members[in_school]) > household_size', 'members')).toEqual(['members'])
    expect(read(PUPIL, '[members.in_school, members.pension]')).toEqual([
      'members.in_school',
      'members.pension',
    ])
    expect(read('some m in members satisfies m.age > m.age', 'members.birth_date')).toEqual([
      'members.birth_date',
    ])
  })
})

describe('a gap that cannot be', () => {
  const cases: Case[] = [
    [
      'beside `unless`',
      ['unless: dry,', 'unless: dry, gap: wage_income,'],
      'bad-gap «unless» a check with `gap` has no `unless` | why: what is not known must never take away what is | help: say all of it in `when`',
    ],
    [
      'near a fact',
      withCheck('minutes > round_trip', 'minuts'),
      'unknown-name «minuts» unknown fact `minuts` | why: `gap` names a fact, a derived value with `given`, `members`, or `members.` and a fact of a member | help: did you mean `minutes`?',
    ],
    [
      'near a fact of a member',
      withCheck(PUPIL, 'members.in_scool'),
      'unknown-name «members.in_scool» unknown fact `members.in_scool` | why: `gap` names a fact, a derived value with `given`, `members`, or `members.` and a fact of a member | help: did you mean `members.in_school`?',
    ],
    [
      'a fact of a member by its bare name',
      withCheck(PUPIL, 'in_school'),
      'unknown-name «in_school» unknown fact `in_school` | why: `gap` names a fact, a derived value with `given`, `members`, or `members.` and a fact of a member | help: a fact of a member is named `members.in_school`',
    ],
    [
      'a parameter',
      withCheck('minutes > round_trip', 'round_trip'),
      'bad-gap «round_trip» `round_trip` is a parameter | why: a check takes away what a record says, never what the policy says',
    ],
    [
      'a derived value without column',
      withCheck('not(all_in_school)', 'all_in_school'),
      'bad-gap «all_in_school» `all_in_school` has no column of its own | why: a derived value without `given` is worked out, not recorded | help: name the facts that it is worked out from',
    ],
    [
      'twice the same',
      withCheck('minutes > round_trip', '[minutes, minutes]'),
      'duplicate-name «minutes» `minutes` stands twice',
    ],
    ['none', withCheck('minutes > round_trip', '[]'), 'shape «gap» `gap` names one fact at least'],
    [
      'what `when` does not read',
      withCheck('minutes > round_trip', '[minutes, wage_income]'),
      'bad-gap «wage_income» `when` of check `odd` does not read `wage_income` | why: no other answer could silence the check, so that asking for one would be in vain | help: name what `when` reads',
    ],
    [
      'a fact that `when` reads of other members only',
      withCheck('some m in members satisfies m.in_school and sum(members.pension) > 0', 'members.pension'),
      'bad-gap «members.pension» `when` of check `odd` does not read `members.pension` | why: no other answer could silence the check, so that asking for one would be in vain | help: name what `when` reads',
    ],
    [
      'a fact of members of whom it is not plain which',
      withCheck('count(members[in_school]) > household_size', 'members.in_school'),
      'bad-gap «members.in_school» `when` does not tell in which members `members.in_school` is suspect | why: it is taken away in the members that satisfy `some m in members satisfies …`, and `when` has not that form | help: give `when` that form, or take away the roster: `gap: members`',
    ],
  ]
  tells(cases)
})
