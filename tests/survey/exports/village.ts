import { type Chance, oneOf } from '../../engine/random/chance.js'

/** A household as it is, whatever an export says of it. Facts and members are named as `cn-2020` names them. */
export interface TrueHousehold {
  readonly id: string
  readonly facts: Readonly<Record<string, string>>
  readonly members: readonly TrueMember[]
}

export interface TrueMember {
  readonly name: string
  readonly relation: string
  readonly facts: Readonly<Record<string, string>>
}

export type Village = readonly TrueHousehold[]

const SURNAMES = ['张', '王', '李', '赵', '陈', '罗', '杨', '田']
const GIVEN = ['甲', '乙', '丙', '丁', '戊', '己']

const mostly = (chance: Chance, usual: string, seldom: string) => (chance(7) === 0 ? seldom : usual)

/** Ages that no day of the survey moves over a limit of the pack. */
const CHILDREN = [2, 4, 8, 9, 11, 12, 13]

function memberOf(chance: Chance, at: number, surname: string): TrueMember {
  const isChild = at > 1
  const age = isChild ? oneOf(CHILDREN, chance) : 24 + chance(50)
  return {
    name: `${surname}${GIVEN[at]}`,
    relation: ['户主', '配偶'][at] ?? '子女',
    facts: {
      age: String(age),
      in_school: age > 6 && age < 15 ? mostly(chance, 'yes', 'no') : 'no',
      school_exempt: 'no',
      completed_grade_9: age > 20 ? 'yes' : 'no',
      insured: mostly(chance, 'yes', 'no'),
    },
  }
}

function householdOf(chance: Chance, at: number): TrueHousehold {
  const size = 1 + chance(5)
  const surname = oneOf(SURNAMES, chance)
  const members = Array.from({ length: size }, (_, person) => memberOf(chance, person, surname))
  return {
    id: `H-${1001 + at}`,
    facts: {
      village: oneOf(['石寨', '上寨', '下寨'], chance),
      survey_date: `2020-08-${String(10 + chance(19))}`,
      registration_status: oneOf(['none', 'none', 'none', 'registered', 'exited'], chance),
      household_size: String(size),
      net_income: String(size * (1200 + 10 * chance(900)) + chance(97)),
      food_secure: mostly(chance, 'yes', 'no'),
      clothing_secure: mostly(chance, 'yes', 'no'),
      housing_grade: oneOf(['A', 'B', 'B', 'C'], chance),
      housing_remedy: mostly(chance, 'none', 'renovated'),
      water_minutes: String(5 * chance(6)),
      water_shortage: mostly(chance, 'no', 'yes'),
      water_quality_safe: mostly(chance, 'yes', 'no'),
      electricity: mostly(chance, 'yes', 'no'),
      risk: mostly(chance, 'no', 'yes'),
    },
    members,
  }
}

export const villageOf = (chance: Chance, count: number): Village =>
  Array.from({ length: count }, (_, at) => householdOf(chance, at))

/** The facts of a household that says of its members only how many they are. */
export function countedFacts({ facts, members }: TrueHousehold): Readonly<Record<string, string>> {
  const pupils = members.filter(({ facts: { age } }) => Number(age) >= 6 && Number(age) < 15)
  const count = (list: readonly TrueMember[], fact: string) =>
    String(list.filter((each) => each.facts[fact] === 'yes').length)
  return {
    ...facts,
    insured_members: count(members, 'insured'),
    school_age_children: String(pupils.length),
    school_age_enrolled: count(pupils, 'in_school'),
  }
}

const typed = (facts: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [fact, /^\d+$/.test(value) ? Number(value) : value]),
  )

/** The truth as NDJSON by the names of the pack. */
export const trueLines = (village: Village): string =>
  village
    .map(({ id, facts, members }) =>
      JSON.stringify({
        household_id: id,
        ...typed(facts),
        members: members.map((each) => typed(each.facts)),
      }),
    )
    .join('\n')
