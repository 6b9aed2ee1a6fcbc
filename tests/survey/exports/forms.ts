import type { ExportForm, Rows } from './export.js'
import { countedFacts, type TrueHousehold, type TrueMember, type Village } from './village.js'

const uuid = (id: string) => `5d3c${id.slice(2)}-77b1-4d52-9a1e-0c1d2e3f4a5b`

export const HOUSEHOLD_FACTS = [
  ...['village', 'survey_date', 'registration_status', 'household_size', 'net_income', 'food_secure'],
  ...['clothing_secure', 'housing_grade', 'housing_remedy', 'water_minutes', 'water_shortage'],
  ...['water_quality_safe', 'electricity', 'risk'],
]
export const MEMBER_FACTS = ['age', 'in_school', 'school_exempt', 'completed_grade_9', 'insured']
const COUNTED_FACTS = [...HOUSEHOLD_FACTS, 'insured_members', 'school_age_children', 'school_age_enrolled']

const said = (facts: Readonly<Record<string, string>>, names: readonly string[]) =>
  names.map((name) => facts[name] ?? '')

interface Person {
  readonly household: TrueHousehold
  /** The place of the household, and of the member in it, from 1. */
  readonly at: number
  readonly n: number
  readonly member: TrueMember
}

const personsOf = (village: Village): Person[] =>
  village.flatMap((household, at) =>
    household.members.map((member, n) => ({ household, at: at + 1, n: n + 1, member })),
  )

/** Columns, each with its header and its cells. */
export type Column<T> = readonly [header: string, cell: (of: T) => string]

export const rowsOf = <T>(columns: readonly Column<T>[], of: readonly T[]): Rows => [
  columns.map(([header]) => header),
  ...of.map((each) => columns.map(([, cell]) => cell(each))),
]

export type Numbered = readonly [household: TrueHousehold, at: number]

export const numbered = (village: Village): Numbered[] => village.map((household, at) => [household, at + 1])

export const factColumns = (names: readonly string[], header: (fact: string) => string): Column<Numbered>[] =>
  names.map((fact) => [header(fact), ([household]) => countedFacts(household)[fact] ?? ''])

const memberColumns = (header: (fact: string) => string): Column<Person>[] =>
  MEMBER_FACTS.map((fact) => [header(fact), ({ member }) => member.facts[fact] ?? ''])

const same = (fact: string) => fact

/** What a tool adds to the columns of its questions, and how it calls them. */
interface Tool {
  readonly header: (fact: string) => string
  readonly before: readonly Column<Numbered>[]
  readonly after: readonly Column<Numbered>[]
}

const mainTable = ({ header, before, after }: Tool, village: Village, facts = HOUSEHOLD_FACTS): Rows =>
  rowsOf([...before, ...factColumns(facts, header), ...after], numbered(village))

const KOBO: Tool = {
  header: (fact) => `g1/${fact}`,
  before: [['start', ([{ facts }]) => `${facts.survey_date}T11:41:34.523+03:00`]],
  after: [
    ['_id', ([, at]) => String(9000 + at)],
    ['_uuid', ([{ id }]) => uuid(id)],
    ['_submission_time', ([{ facts }]) => `${facts.survey_date}T12:02:00`],
    ['_index', ([, at]) => String(at)],
  ],
}

const ODK: Tool = {
  header: (fact) => `g1-${fact}`,
  before: [['SubmissionDate', ([{ facts }]) => `${facts.survey_date}T12:02:00.000Z`]],
  after: [
    ['meta-instanceID', ([{ id }]) => `uuid:${uuid(id)}`],
    ['KEY', ([{ id }]) => `uuid:${uuid(id)}`],
    ['SET-OF-member', ([{ id }]) => `uuid:${uuid(id)}/member`],
    ['SubmitterName', () => 'enumerator'],
    ['ReviewState', () => ''],
  ],
}

const wide = (header: (fact: string, n: number) => string): Column<Numbered>[] =>
  [1, 2, 3, 4, 5].flatMap((n) =>
    MEMBER_FACTS.map(
      (fact): Column<Numbered> => [header(fact, n), ([{ members }]) => members[n - 1]?.facts[fact] ?? ''],
    ),
  )

const CHINESE: Readonly<Record<string, string>> = {
  village: '行政村',
  survey_date: '调查日期',
  registration_status: '户类型',
  household_size: '家庭人口',
  net_income: '家庭纯收入',
  food_secure: '不愁吃',
  clothing_secure: '不愁穿',
  housing_grade: '房屋安全等级',
  housing_remedy: '住房保障措施',
  water_minutes: '取水往返时间',
  water_shortage: '是否缺水',
  water_quality_safe: '水质是否达标',
  electricity: '是否通生活用电',
  risk: '返贫致贫风险',
  insured_members: '参保人数',
  school_age_children: '义务教育适龄儿童数',
  school_age_enrolled: '义务教育在读人数',
  age: '年龄',
  in_school: '是否在校',
  school_exempt: '经批准免学缓学',
  completed_grade_9: '完成九年义务教育',
  insured: '是否参加基本医疗保险',
}

export const chinese = (fact: string) => CHINESE[fact] ?? fact

const IN_CHINESE: Readonly<Record<string, string>> = {
  yes: '是',
  no: '否',
  registered: '未脱贫户',
  exited: '脱贫户',
  renovated: '危房改造',
}

const inChinese = (cell: string, header: string) =>
  cell !== 'none' ? (IN_CHINESE[cell] ?? cell) : header === chinese('registration_status') ? '一般农户' : '无'

export const translated = ([header = [], ...rows]: Rows): Rows => [
  header,
  ...rows.map((row) => row.map((cell, at) => inChinese(cell, header[at] ?? ''))),
]

/** The ten forms in which surveys come. */
export const FORMS: readonly ExportForm[] = [
  {
    name: 'KoboToolbox, one file',
    container: 'folder',
    csv: { delimiter: ';', lineEnd: '\r\n', quotes: 'all' },
    preset: 'kobo',
    header: KOBO.header,
    memberHeader: same,
    key: '_uuid',
    keyOf: uuid,
    row: 'household',
    write: (village) => ({ tables: [{ name: 'hh.csv', rows: mainTable(KOBO, village, COUNTED_FACTS) }] }),
  },
  {
    name: 'KoboToolbox, a workbook',
    container: 'workbook',
    csv: {},
    preset: 'kobo',
    header: KOBO.header,
    memberHeader: same,
    key: '_uuid',
    keyOf: uuid,
    row: 'household',
    write: (village) => ({
      tables: [
        { name: 'hh', rows: mainTable(KOBO, village) },
        {
          name: 'member',
          rows: rowsOf<Person>(
            [
              ['name', ({ member }) => member.name],
              ...memberColumns(same),
              ['_index', ({ at, n }) => String(at * 10 + n)],
              ['_parent_table_name', () => 'hh'],
              ['_parent_index', ({ at }) => String(at)],
              ['_submission__id', ({ at }) => String(9000 + at)],
              ['_submission__uuid', ({ household }) => uuid(household.id)],
            ],
            personsOf(village),
          ),
        },
      ],
    }),
  },
  {
    name: 'Ona, members beside each other',
    container: 'folder',
    csv: {},
    preset: null,
    readBy: 'kobo',
    header: (fact) => `g1/${fact}`,
    memberHeader: (fact, n) => `member[${n}]/${fact}`,
    key: '_uuid',
    keyOf: uuid,
    row: 'household',
    write: (village) => ({
      tables: [
        {
          name: 'ona.csv',
          rows: rowsOf(
            [
              ['_uuid', ([{ id }]) => uuid(id)],
              ['_xform_id_string', () => 'hh_2020'],
              ...factColumns(HOUSEHOLD_FACTS, KOBO.header),
              ...wide((fact, n) => `member[${n}]/${fact}`),
            ],
            numbered(village),
          ).map((row) => row.map((cell) => (cell === '' ? 'n/a' : cell))),
        },
      ],
    }),
  },
  {
    name: 'ODK Central, an archive',
    container: 'zip',
    csv: {},
    preset: 'odk',
    header: ODK.header,
    memberHeader: same,
    key: 'KEY',
    keyOf: (id) => `uuid:${uuid(id)}`,
    row: 'household',
    write: (village) => ({
      tables: [
        { name: 'hh.csv', rows: mainTable(ODK, village) },
        {
          name: 'hh-member.csv',
          rows: rowsOf<Person>(
            [
              ['name', ({ member }) => member.name],
              ...memberColumns(same),
              ['PARENT_KEY', ({ household }) => `uuid:${uuid(household.id)}`],
              ['KEY', ({ household, n }) => `uuid:${uuid(household.id)}/member[${n}]`],
              ['SET-OF-member', ({ household }) => `uuid:${uuid(household.id)}/member`],
            ],
            personsOf(village),
          ),
        },
      ],
    }),
  },
  {
    name: 'SurveyCTO, wide',
    container: 'folder',
    csv: {},
    preset: null,
    readBy: 'odk',
    header: same,
    memberHeader: (fact, n) => `${fact}_${n}`,
    key: 'KEY',
    keyOf: (id) => `uuid:${uuid(id)}`,
    row: 'household',
    write: (village) => ({
      tables: [
        {
          name: 'hh_WIDE.csv',
          rows: rowsOf(
            [
              ['SubmissionDate', ([{ facts }]) => `${facts.survey_date} 12:02:00`],
              ['starttime', ([{ facts }]) => `${facts.survey_date} 11:02:00`],
              ['formdef_version', () => '2008011200'],
              ...factColumns(HOUSEHOLD_FACTS, same),
              ...wide((fact, n) => `${fact}_${n}`),
              ['KEY', ([{ id }]) => `uuid:${uuid(id)}`],
            ],
            numbered(village),
          ),
        },
      ],
    }),
  },
  {
    name: 'CommCare, a table a repeat',
    container: 'folder',
    csv: {},
    preset: null,
    header: (fact) => `form.g1.${fact}`,
    memberHeader: (fact) => `form.member.${fact}`,
    key: 'formid',
    keyOf: uuid,
    row: 'household',
    write: (village) => ({
      tables: [
        {
          name: 'Forms.csv',
          rows: rowsOf(
            [
              ['formid', ([{ id }]) => uuid(id)],
              ...factColumns(HOUSEHOLD_FACTS, (fact) => `form.g1.${fact}`),
              ['completed_time', ([{ facts }]) => `${facts.survey_date}T12:02:00Z`],
              ['username', () => 'enumerator'],
            ],
            numbered(village),
          ),
        },
        {
          name: 'Members.csv',
          rows: rowsOf<Person>(
            [
              ['number', ({ n }) => String(n)],
              ['formid', ({ household }) => uuid(household.id)],
              ['form.member.name', ({ member }) => member.name],
              ...memberColumns((fact) => `form.member.${fact}`),
            ],
            personsOf(village),
          ),
        },
      ],
    }),
  },
  {
    name: 'Survey Solutions, an archive',
    container: 'zip',
    csv: { delimiter: '\t', encoding: 'utf-8-bom', lineEnd: '\r\n' },
    preset: null,
    header: same,
    memberHeader: same,
    key: 'interview__id',
    keyOf: uuid,
    row: 'household',
    write: (village) => ({
      tables: [
        {
          name: 'hh.tab',
          rows: rowsOf(
            [
              ['interview__key', ([, at]) => `10-20-30-${at + 10}`],
              ['interview__id', ([{ id }]) => uuid(id)],
              ...factColumns(HOUSEHOLD_FACTS, same),
              ['interview__status', () => '100'],
            ],
            numbered(village),
          ),
        },
        {
          name: 'members.tab',
          rows: rowsOf<Person>(
            [
              ['interview__key', ({ at }) => `10-20-30-${at + 10}`],
              ['interview__id', ({ household }) => uuid(household.id)],
              ['members__id', ({ n }) => String(n)],
              ...memberColumns(same),
            ],
            personsOf(village),
          ),
        },
      ],
    }),
  },
  {
    name: 'REDCap, one block matrix',
    container: 'folder',
    csv: {},
    preset: null,
    header: same,
    memberHeader: same,
    key: 'record_id',
    keyOf: (id) => id,
    row: 'block',
    write: (village) => ({
      tables: [
        {
          name: 'redcap.csv',
          rows: [
            [
              'record_id',
              'redcap_repeat_instrument',
              'redcap_repeat_instance',
              ...HOUSEHOLD_FACTS,
              ...MEMBER_FACTS,
              'form_complete',
            ],
            ...village.flatMap(({ id, facts, members }) => [
              [id, '', '', ...said(facts, HOUSEHOLD_FACTS), ...MEMBER_FACTS.map(() => ''), '2'],
              ...members.map((member, n) => [
                id,
                'members',
                String(n + 1),
                ...HOUSEHOLD_FACTS.map(() => ''),
                ...said(member.facts, MEMBER_FACTS),
                '',
              ]),
            ]),
          ],
        },
      ],
    }),
  },
  {
    name: 'CSPro, a file a record type',
    container: 'folder',
    csv: {},
    preset: null,
    header: (fact) => fact.toUpperCase(),
    memberHeader: (fact) => fact.toUpperCase(),
    key: 'HHNO',
    keyOf: (id) => id.slice(2),
    row: 'household',
    write: (village) => ({
      tables: [
        {
          name: 'HOUSING.csv',
          rows: rowsOf(
            [
              ['CLUSTER', ([, at]) => String(1 + (at % 3))],
              ['HHNO', ([{ id }]) => id.slice(2)],
              ...factColumns(HOUSEHOLD_FACTS, (fact) => fact.toUpperCase()),
            ],
            numbered(village),
          ),
        },
        {
          name: 'PERSONS.csv',
          rows: rowsOf<Person>(
            [
              ['CLUSTER', ({ at }) => String(1 + ((at - 1) % 3))],
              ['HHNO', ({ household }) => household.id.slice(2)],
              ['LINE', ({ n }) => String(n)],
              ...memberColumns((fact) => fact.toUpperCase()),
            ],
            personsOf(village),
          ),
        },
      ],
    }),
  },
  {
    name: 'the national register, a row a person',
    container: 'workbook',
    csv: {},
    preset: 'register-cn',
    header: chinese,
    memberHeader: chinese,
    key: '户编号',
    keyOf: (id) => id,
    row: 'person',
    write: (village) => ({
      tables: [
        {
          name: '人口信息',
          rows: translated(
            rowsOf<Person>(
              [
                ['户编号', ({ household }) => household.id],
                ['人编号', ({ household, n }) => `${household.id}-${n}`],
                ['姓名', ({ member }) => member.name],
                ['与户主关系', ({ member }) => member.relation],
                ...HOUSEHOLD_FACTS.map(
                  (fact): Column<Person> => [chinese(fact), ({ household }) => household.facts[fact] ?? ''],
                ),
                ...memberColumns(chinese),
              ],
              personsOf(village),
            ),
          ),
        },
      ],
    }),
  },
]
