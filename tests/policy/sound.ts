import type { Cells } from './tpa.js'

/** Everything but income: each of the other six met, no risk. Three persons, one of them a child in school. */
const WITHOUT_INCOME: Cells = {
  survey_date: '2020-08-01',
  registration_status: 'none',
  household_size: '3',
  food_secure: 'yes',
  clothing_secure: 'yes',
  insured_members: '3',
  housing_grade: 'A',
  housing_remedy: 'none',
  water_minutes: '5',
  water_shortage: 'no',
  water_quality_safe: 'yes',
  electricity: 'yes',
  school_age_children: '1',
  school_age_enrolled: '1',
  risk: 'no',
}

/** A sound household with 8,000 yuan a head, known as one sum. */
export const sound = (cells: Cells): Cells => ({ ...WITHOUT_INCOME, net_income: '24000', ...cells })

/** A sound household whose income is known by its parts. */
export const soundByParts = (cells: Cells): Cells => ({
  ...WITHOUT_INCOME,
  wage_income: '24000',
  business_income: '0',
  property_income: '0',
  transfer_income: '0',
  business_expense: '0',
  ...cells,
})

export type MemberFacts = { readonly [fact: string]: string | number | boolean | null }

/** A sound household with a roster of members instead of counts, as a line of NDJSON; members are insured unless they say otherwise. */
export function soundWithMembers(cells: Cells, members: readonly MemberFacts[]): string {
  const {
    household_size: _size,
    insured_members: _insured,
    school_age_children: _children,
    school_age_enrolled: _enrolled,
    ...rest
  } = sound({})
  const roster = members.map((member, index) => ({ member_id: index + 1, insured: true, ...member }))
  return `${JSON.stringify({ ...rest, ...cells, members: roster })}\n`
}
