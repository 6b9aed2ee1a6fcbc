import { type Chance, oneOf } from '../../engine/random/chance.js'

/** Rows of cells, the header first. */
export type Table = readonly (readonly string[])[]

/** The tables of a survey by the names of their files, without extension, and how they are to be read. */
export interface Survey {
  readonly tables: ReadonlyMap<string, Table>
  /** A mapping.yaml; `null`: by a preset, or by names. `%` stands for the file of a table in front of its name. */
  readonly mapping: string | null
  readonly preset: string | null
  /** Headers by whose cells the rows of `roster` find those of `main`. */
  readonly join: { readonly roster: string; readonly child: string; readonly parent: string } | null
}

/** How likely something that no clean export has stands in the place of a cell, an id or a row: one in so many; 0 is never. */
export interface Dirt {
  readonly cells: number
  readonly ids: number
  readonly rows: number
}

export const CLEAN: Dirt = { cells: 0, ids: 0, rows: 0 }

const happens = (chance: Chance, oneIn: number) => oneIn > 0 && chance(oneIn) === 0

/** Cells that real exports hold where a value belongs. */
const ZOO = [
  ...['', ' ', 'NA', 'n/a', '---', '##N/A##', '-999999999', '-88', '999', '777', 'dnk', '.', 'NULL'],
  ...[
    '1e+05',
    '190000.0',
    '6.300',
    '1,234',
    '"1,234"',
    '１２３',
    '00',
    'O',
    '400 VENTA',
    '0x10',
    '-0',
    '1e400',
  ],
  ...['2020-08-19T11:41:34.523+03:00', '17-Nov-16', '5/2/2023', '44861.3735', '2020年8月19日', '2020-02-30'],
  ...[
    '是',
    'Yego (Yes)',
    'TRUE',
    '2',
    'yes;no',
    'a\nb',
    'x"y',
    "'123",
    '="123"',
    '12\t',
    '\u2028',
    '\uFEFF',
    '=1+1',
  ],
  ...['x'.repeat(300), '😀', 'ÿ', '#adm1', '123456789012345678'],
]

const ODD_IDS = [
  '',
  ' ',
  '4.40981E+17',
  "'7",
  '="8"',
  'ｈ１',
  'H1',
  'h1',
  '=H',
  '0',
  '-',
  'a\nb',
  '999',
  '#id',
]

const cell = (chance: Chance, dirt: Dirt, value: string) =>
  happens(chance, dirt.cells) ? oneOf(ZOO, chance) : value

const yes = (chance: Chance, oneIn = 8) => (chance(oneIn) === 0 ? 'no' : 'yes')

/** What is said of a household, decided or not; sums are around the line of 4,000 a head. */
function household(chance: Chance, size: number): ReadonlyArray<readonly [fact: string, value: string]> {
  const line = 4000 * size
  const total = oneOf([line - 1, line, line + 1, line * 2, line * 3, Math.floor(line / 2)], chance)
  const blank = (value: string) => (chance(25) === 0 ? '' : value)
  return [
    ['village', '石寨村'],
    ['survey_date', '2020-08-01'],
    ['registration_status', oneOf(['none', 'registered', 'exited'], chance)],
    ['household_size', String(size)],
    ['wage_income', blank(`${total}.00`)],
    ['business_income', '0'],
    ['property_income', blank('0')],
    ['transfer_income', '0.00'],
    ['business_expense', '0'],
    ['food_secure', yes(chance)],
    ['clothing_secure', blank('yes')],
    ['housing_grade', oneOf(['A', 'B', 'B', 'C', 'D', ''], chance)],
    ['housing_remedy', oneOf(['none', 'none', 'renovated'], chance)],
    ['water_minutes', oneOf(['0', '5', '20', '20.1'], chance)],
    ['water_shortage', chance(8) === 0 ? 'yes' : 'no'],
    ['water_quality_safe', 'yes'],
    ['electricity', 'yes'],
    ['risk', chance(4) === 0 ? 'yes' : 'no'],
  ]
}

/** What is said of a member. */
function member(chance: Chance, at: number): ReadonlyArray<readonly [fact: string, value: string]> {
  const age = at === 0 ? '40' : oneOf(['3', '6', '12', '15', '16', '70'], chance)
  return [
    ['head', at === 0 ? 'yes' : 'no'],
    ['age', age],
    ['in_school', ['6', '12', '15', '16'].includes(age) ? yes(chance, 6) : 'no'],
    ['school_exempt', 'no'],
    ['completed_grade_9', 'no'],
    ['insured', yes(chance, 10)],
  ]
}

interface Household {
  readonly id: string
  readonly facts: ReadonlyMap<string, string>
  readonly members: readonly ReadonlyMap<string, string>[]
}

function households(chance: Chance, dirt: Dirt): Household[] {
  const count = happens(chance, dirt.rows * 4) ? 0 : 1 + chance(8)
  return Array.from({ length: count }, (_, at) => {
    const size = 1 + chance(4)
    const id = happens(chance, dirt.ids) ? oneOf(ODD_IDS, chance) : `H-${at + 1}`
    const dirty = (cells: ReadonlyArray<readonly [string, string]>) =>
      new Map(cells.map(([name, value]) => [name, cell(chance, dirt, value)]))
    const members = happens(chance, dirt.rows) ? chance(6) : size
    return {
      id,
      facts: dirty(household(chance, size)),
      members: Array.from({ length: members }, (_, person) => dirty(member(chance, person))),
    }
  })
}

const FACTS = household(() => 0, 1).map(([fact]) => fact)
const MEMBER_FACTS = member(() => 0, 0).map(([fact]) => fact)

const cellsOf = (facts: readonly string[], said: ReadonlyMap<string, string>) =>
  facts.map((fact) => said.get(fact) ?? '')

/** Rows that no clean export has, among those that it has. */
function withOddRows(chance: Chance, dirt: Dirt, [header = [], ...rows]: Table): Table {
  const out: (readonly string[])[] = [header]
  for (const row of rows) {
    if (happens(chance, dirt.rows * 2)) continue
    out.push(row)
    if (happens(chance, dirt.rows)) out.push(row)
    if (happens(chance, dirt.rows)) out.push(header.map(() => ''))
    if (happens(chance, dirt.rows)) out.push(row.slice(chance(row.length)))
    if (happens(chance, dirt.rows)) out.push([...row, 'more'])
  }
  return out
}

const table = (chance: Chance, dirt: Dirt, header: readonly string[], rows: Table): Table =>
  withOddRows(chance, dirt, [header, ...rows])

/** A survey in one table, columns named as the pack names its facts. */
function byNames(chance: Chance, dirt: Dirt): Survey {
  const facts = [...FACTS, 'insured_members', 'school_age_children', 'school_age_enrolled']
  const rows = households(chance, dirt).map(({ id, facts: said }) => [
    id,
    ...cellsOf(FACTS, said),
    cell(chance, dirt, said.get('household_size') ?? ''),
    '0',
    '0',
  ])
  const main = table(chance, dirt, ['household_id', ...facts], rows)
  return { tables: new Map([['main', main]]), mapping: null, preset: null, join: null }
}

const header = (fact: string) => `g1/q_${fact}`

const factLines = (facts: readonly string[], indent: string) =>
  facts.map((fact) => `${indent}  ${fact}: "${header(fact)}"\n`).join('')

/** Households in one table, members in another, details of them in a third. */
function withRosters(chance: Chance, dirt: Dirt): Survey {
  const list = households(chance, dirt)
  const isNamed = chance(2) === 0
  const isKeyed = chance(2) === 0
  const named = (fact: string) => (isNamed ? fact : header(fact))
  const childKey = (at: number, id: string) =>
    happens(chance, dirt.ids) ? oneOf(['', 'H-404', ...ODD_IDS], chance) : isKeyed ? id : String(at + 1)
  const main = list.map(({ id, facts }, at) => [String(at + 1), id, ...cellsOf(FACTS, facts), 'yes'])
  const persons = list.flatMap(({ id, members }, at) =>
    members.map((said, person) => ({ key: childKey(at, id), person: `${at}-${person}`, said })),
  )
  const roster = persons.map(({ key, person, said }) => [
    key,
    person,
    ...cellsOf(MEMBER_FACTS.slice(0, 3), said),
  ])
  const details = persons.map(({ key, person, said }) => [
    key,
    person,
    ...cellsOf(MEMBER_FACTS.slice(3), said),
  ])
  const join = isKeyed ? 'key: parent' : 'join: { parent: _index }'
  const facts = (names: readonly string[], indent: string) =>
    isNamed ? `${indent}match: names\n` : `${indent}facts:\n${factLines(names, indent)}`
  const [basic, more] = [MEMBER_FACTS.slice(0, 3), MEMBER_FACTS.slice(3)]
  const hasDetails = chance(3) > 0
  const mapping = `mapping: 1
households:
  file: "%main"
  key: ${oneOf(['id', '[id, _index]'], chance)}
  interview_if: consent = "yes"
  missing: { n/a: blank, dnk: dont_know }
${facts(FACTS, '  ')}rosters:
  - file: "%roster"
    ${join}
    ${hasDetails ? 'person: pid' : oneOf(['person: pid', 'missing: { "-88": refused }'], chance)}
${facts(basic, '    ')}`
  const ofDetails = `  - file: "%details"
    ${join}
    person: pid
    role: details
${facts(more, '    ')}`
  const tables = new Map([
    ['main', table(chance, dirt, ['_index', 'id', ...FACTS.map(named), 'consent'], main)],
    ['roster', table(chance, dirt, ['parent', 'pid', ...basic.map(named)], roster)],
  ])
  if (hasDetails) tables.set('details', table(chance, dirt, ['parent', 'pid', ...more.map(named)], details))
  return {
    tables,
    mapping: hasDetails ? mapping + ofDetails : mapping,
    preset: null,
    join: { roster: 'roster', child: 'parent', parent: isKeyed ? 'id' : '_index' },
  }
}

/** A row a person. */
function personRows(chance: Chance, dirt: Dirt): Survey {
  const rows = households(chance, dirt).flatMap(({ id, facts, members }) =>
    members.map((said, person) => [
      happens(chance, dirt.ids) ? oneOf(ODD_IDS, chance) : id,
      `${id}/${person}`,
      ...cellsOf(FACTS, facts),
      ...cellsOf(MEMBER_FACTS, said),
    ]),
  )
  const isScattered = dirt.rows > 0 && chance(3) === 0
  const mapping = `mapping: 1
households:
  file: "%persons"
  one_row_per: person
  key: 户编号
  person: 人编号
  match: names
  ${oneOf(['head_if: head = "yes"', 'missing: { "": not_asked }', 'note: none'], chance)}
`.replace('  note: none\n', '')
  const main = table(
    chance,
    dirt,
    ['户编号', '人编号', ...FACTS, ...MEMBER_FACTS],
    isScattered ? rows.reverse() : rows,
  )
  return { tables: new Map([['persons', main]]), mapping, preset: null, join: null }
}

const WIDE = [1, 2, 3, 4]

/** Members beside each other in one row. */
function wideRows(chance: Chance, dirt: Dirt): Survey {
  const rows = households(chance, dirt).map(({ id, facts, members }) => [
    id,
    ...cellsOf(FACTS, facts),
    ...WIDE.flatMap((_, at) => MEMBER_FACTS.map((fact) => members[at]?.get(fact) ?? '')),
  ])
  const isById = chance(3) > 0
  const mapping = `mapping: 1
households:
  file: "%main"
  key: ${isById ? 'id' : 'row'}
  match: names
  members:
${MEMBER_FACTS.map((fact) => `    ${fact}: "${fact}_{n}"\n`).join('')}`
  const wide = WIDE.flatMap((n) => MEMBER_FACTS.map((fact) => `${fact}_${n}`))
  return {
    tables: new Map([['main', table(chance, dirt, ['id', ...FACTS, ...wide], rows)]]),
    mapping,
    preset: null,
    join: null,
  }
}

/** Households and members in one table, told apart by a column. */
function blockRows(chance: Chance, dirt: Dirt): Survey {
  const rows = households(chance, dirt).flatMap(({ id, facts, members }) => [
    [id, '', ...cellsOf(FACTS, facts), ...MEMBER_FACTS.map(() => '')],
    ...members.map((said) => [
      id,
      happens(chance, dirt.rows) ? 'cattle' : 'members',
      ...FACTS.map(() => ''),
      ...cellsOf(MEMBER_FACTS, said),
    ]),
  ])
  const mapping = `mapping: 1
households: { file: "%main", key: record_id, rows_if: repeat = "", match: names }
rosters: [{ file: "%main", key: record_id, rows_if: repeat = "members", match: names }]
`
  const main = table(chance, dirt, ['record_id', 'repeat', ...FACTS, ...MEMBER_FACTS], rows)
  return { tables: new Map([['main', main]]), mapping, preset: null, join: null }
}

/** An export as a preset knows it. */
function presetRows(chance: Chance, dirt: Dirt): Survey {
  const preset = oneOf(['kobo', 'odk'], chance)
  const list = households(chance, dirt)
  const isKobo = preset === 'kobo'
  const key = isKobo ? '_uuid' : 'KEY'
  const parent = isKobo ? '_submission__uuid' : 'PARENT_KEY'
  const main = list.map(({ id, facts }, at) => [...cellsOf(FACTS, facts), String(at + 1), `uuid:${id}`])
  const roster = list.flatMap(({ id, members }, at) =>
    members.map((said) => [
      ...cellsOf(MEMBER_FACTS, said),
      String(at + 1),
      happens(chance, dirt.ids) ? oneOf(ODD_IDS, chance) : `uuid:${id}`,
    ]),
  )
  const tables = new Map([
    ['main', table(chance, dirt, [...FACTS, '_index', key], main)],
    ['main-members', table(chance, dirt, [...MEMBER_FACTS, '_parent_index', parent], roster)],
  ])
  return { tables, mapping: null, preset, join: { roster: 'main-members', child: parent, parent: key } }
}

const KINDS = { byNames, withRosters, personRows, wideRows, blockRows, presetRows }

export type SurveyKind = keyof typeof KINDS

export const SURVEY_KINDS = Object.keys(KINDS) as SurveyKind[]

export const randomSurvey = (kind: SurveyKind, chance: Chance, dirt: Dirt): Survey =>
  KINDS[kind](chance, dirt)
