import type { ExportForm } from './export.js'
import {
  type Column,
  chinese,
  factColumns,
  HOUSEHOLD_FACTS,
  MEMBER_FACTS,
  type Numbered,
  numbered,
  rowsOf,
  translated,
} from './forms.js'

/** Forms in which the columns of members are beside each other, by how a header writes whose it is. */
interface WideForm {
  readonly name: string
  readonly key: string
  readonly keyOf?: (id: string) => string
  readonly before?: readonly Column<Numbered>[]
  readonly memberHeader: (fact: string, n: number) => string
  /** The header of a member's name, where names are asked for. */
  readonly nameHeader?: (n: number) => string
  /** Whether all columns of a fact come before those of the next one. */
  readonly byFact?: true
  readonly isChinese?: true
  readonly csv?: ExportForm['csv']
}

const NUMBERS = [1, 2, 3, 4, 5]
const HAN = ['一', '二', '三', '四', '五']

const two = (n: number) => String(n).padStart(2, '0')
const three = (n: number) => String(n).padStart(3, '0')

const WAYS: readonly WideForm[] = [
  {
    name: 'CSPro, occurrences in brackets',
    key: 'HHNO',
    keyOf: (id) => id.slice(2),
    before: [['CLUSTER', ([, at]) => String(1 + (at % 3))]],
    memberHeader: (fact, n) => `${fact.toUpperCase()}(${n})`,
    nameHeader: (n) => `NAME(${n})`,
  },
  {
    name: 'CSPro, occurrences with zeros',
    key: 'HHNO',
    keyOf: (id) => id.slice(2),
    memberHeader: (fact, n) => `${fact.toUpperCase()}_${two(n)}`,
    byFact: true,
  },
  {
    name: 'CSPro, occurrences behind a dollar sign',
    key: 'HHNO',
    keyOf: (id) => id.slice(2),
    memberHeader: (fact, n) => `${fact.toUpperCase()}$${n}`,
  },
  {
    name: 'LimeSurvey, a table of members',
    key: 'id',
    memberHeader: (fact, n) => `members[${n}_${fact}]`,
    nameHeader: (n) => `members[${n}_name]`,
    csv: { quotes: 'all' },
  },
  {
    name: 'LimeSurvey, a table of members under codes',
    key: 'id',
    memberHeader: (fact, n) => `roster[SQ${three(n)}_${fact}]`,
    csv: { quotes: 'all' },
  },
  {
    name: 'LimeSurvey, subquestions',
    key: 'id',
    memberHeader: (fact, n) => `${fact}[SQ${three(n)}]`,
    byFact: true,
    csv: { quotes: 'all' },
  },
  {
    name: 'LimeSurvey, codes and questions',
    key: 'id',
    memberHeader: (fact, n) => `${fact}[SQ${three(n)}]. What of the ${fact}? [Person ${n}]`,
    nameHeader: (n) => `name[SQ${three(n)}]. What is the name? [Person ${n}]`,
    csv: { quotes: 'all' },
  },
  {
    name: 'Qualtrics, loop and merge',
    key: 'ResponseId',
    keyOf: (id) => `R_${id.slice(2)}a`,
    before: [['Finished', () => '1']],
    memberHeader: (fact, n) => `${n}_${fact}`,
    nameHeader: (n) => `${n}_name`,
  },
  ...[
    (fact: string, n: number) => `${fact}（成员${n}）`,
    (fact: string, n: number) => `成员${n}的${fact}`,
    (fact: string, n: number) => `第${n}位成员${fact}`,
    (fact: string, n: number) => `第${HAN[n - 1]}位家庭成员的${fact}`,
  ].map(
    (header): WideForm => ({
      name: `a form in Chinese, ${header('年龄', 1)}`,
      key: '户编号',
      memberHeader: (fact, n) => header(chinese(fact), n),
      nameHeader: (n) => header('姓名', n),
      isChinese: true,
    }),
  ),
]

const QUESTIONS: WideForm = {
  name: 'a form in Chinese, with the numbers of its questions',
  key: '户编号',
  memberHeader: (fact, n) => `${n * 10 + MEMBER_FACTS.indexOf(fact)}、成员${n}的${chinese(fact)}（必填）`,
  nameHeader: (n) => `${n * 10 - 1}、成员${n}的姓名`,
  isChinese: true,
}

const same = (fact: string) => fact

function formOf(way: WideForm): ExportForm {
  const { name, key, keyOf = same, before = [], memberHeader, nameHeader, byFact, isChinese, csv } = way
  const header = isChinese ? chinese : same
  const column = (fact: string, n: number): Column<Numbered> => [
    memberHeader(fact, n),
    ([{ members }]) => members[n - 1]?.facts[fact] ?? '',
  ]
  const names = (n: number): Column<Numbered>[] =>
    nameHeader === undefined ? [] : [[nameHeader(n), ([{ members }]) => members[n - 1]?.name ?? '']]
  const members = byFact
    ? MEMBER_FACTS.flatMap((fact) => NUMBERS.map((n) => column(fact, n)))
    : NUMBERS.flatMap((n) => [...names(n), ...MEMBER_FACTS.map((fact) => column(fact, n))])
  return {
    name,
    container: 'folder',
    csv: csv ?? {},
    preset: null,
    header,
    memberHeader,
    key,
    keyOf,
    row: 'household',
    write: (village) => {
      const all: Column<Numbered>[] = [
        [key, ([{ id }]) => keyOf(id)],
        ...before,
        ...factColumns(HOUSEHOLD_FACTS, header),
        ...members,
      ]
      const rows = rowsOf(all, numbered(village))
      return { tables: [{ name: 'wide.csv', rows: isChinese ? translated(rows) : rows }] }
    },
  }
}

export const WIDE_FORMS: readonly ExportForm[] = [...WAYS, QUESTIONS].map(formOf)
