import { type Chance, oneOf } from '../../tests/engine/random/chance.js'

/** What a cell or a value is for. */
export type Kind = 'number' | 'date' | 'yes-no' | 'code' | 'text' | 'id'

const NUMBERS = [
  ...['0', '1', '-1', '2', '7', '12', '999', '-88', '0.01', '0.1', '3999.99', '4000', '4000.01', '1499.5'],
  ...['12345678.99', '123456789.99', '1,234', '1.234,5', '1 234', '6.300', '+5', '00012', '１２３', '12.0'],
  ...['1e5', '1e+05', '1e400', '9007199254740993', '99999999999999999999', '0.0000000001', '-0', '.5', '1.'],
  ...['15 min', '4,40', "1'000", '12元', '1.5万', '²', '٣', '=12', '"3"', '--', '1/2', '0x10'],
]

const DATES = [
  ...['2020-08-19', '2016-01-01', '2013-12-31', '2020-02-29', '2021-02-29', '2020-02-30', '0001-01-01'],
  ...['9999-12-31', '5/2/2023', '31/12/2020', '17-Nov-16', '2020年8月19日', '2020/8/9', '20200819', '44061'],
  ...['2020-08-19T11:41:34.523+03:00', '2020-08-19 10:00', '2020-13-01', 'Aug 27, 2019', '2020-8', '0'],
]

const YES_NO = [
  ...['yes', 'no', 'Yes', 'NO', 'y', 'n', 'true', 'FALSE', '1', '0', '2', '是', '否', '有', '无', 'oui'],
  ...['Yego (Yes)', 'yes;no', 'yes ', '√', '×', 'x', 'ja', 'TRUE()'],
]

const CODES = [
  ...['A', 'B', 'C', 'D', 'a', 'E', 'none', 'registered', 'exited', 'renovated', 'west', 'east', 'central'],
  ...['建档立卡户', '脱贫户', '一般农户', '东部', 'A级', 'grade A', 'A;B', 'None', 'null', 'toString'],
]

const MISSING = [
  ...['', '', ' ', 'NA', 'n/a', '---', '.', 'NULL', '999', '-99', 'dont_know', 'refused', 'not_asked'],
  ...['dnk', 'pnta', '##N/A##', '#N/A', '不详', '-999999999'],
]

const TEXTS = [
  ...[
    'Shangzhai',
    '石寨村',
    'a b',
    'é',
    'e\u0301',
    'ﬁ',
    '😀',
    'Ünal',
    'x'.repeat(300),
    "O'Neil",
    'a,b',
    'x"y',
  ],
  ...['a\nb', 'a\r\nb', '\u3000村\u3000', '#adm1', 'constructor', '__proto__', 'hasOwnProperty', 'İ', 'ß'],
]

/** What programs that read a result could take for more than text. */
const HOSTILE = [
  ...[
    '=1+1',
    '+cmd',
    '-cmd',
    '@SUM(1)',
    '\t=1',
    '\n=1',
    '＝1',
    '::error::x',
    '\n::error file=a::x',
    '##[error]x',
  ],
  ...['\u001b[31mred', '\u001b]0;x\u0007', '\u009b2J', '\u202eabc', '\u0008', '\u007f', '\ufeff', '\u2028'],
  ...['<b>', '&amp;', '&#0;', '|', '`', '$(x)', '%0A', '../..', '[x](http://x)', '\\u001b', ']]>'],
]

const IDS = [
  ...[
    'H-1',
    'H-2',
    'H-00001',
    'h-1',
    '4.40981E+17',
    "'7",
    '="8"',
    'ｈ１',
    '=H',
    '##[x',
    "'##[x",
    '0',
    '-',
    '',
  ],
  ...['520221199001011234', '13812345678', '1/2', '0012', '2020-03-12', 'a\nb', '户-1', 'H 1', '999'],
]

const OF: Readonly<Record<Kind, readonly string[]>> = {
  number: NUMBERS,
  date: DATES,
  'yes-no': YES_NO,
  code: CODES,
  text: TEXTS,
  id: IDS,
}

const ALL = [...NUMBERS, ...DATES, ...YES_NO, ...CODES, ...MISSING, ...TEXTS, ...HOSTILE, ...IDS]

/** An odd but typical value where one of a kind belongs; now and then one of no kind at all. */
export function oddValue(kind: Kind, chance: Chance): string {
  const draw = chance(20)
  if (draw < 12) return oneOf(OF[kind], chance)
  if (draw < 16) return oneOf(MISSING, chance)
  return oneOf(draw < 18 ? HOSTILE : ALL, chance)
}

/** A text for people: a title, a label, a message. */
export const oddText = (chance: Chance): string => oneOf(chance(2) === 0 ? TEXTS : HOSTILE, chance)

/** Anything at all. */
export const oddAnything = (chance: Chance): string => oneOf(ALL, chance)
