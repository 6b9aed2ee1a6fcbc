import type { FactDeclaration } from '../../../src/lang/pack.js'

const words = (text: string): string[] => text.trim().split(/\s+/)

/** Spellings of numbers, most of which read as one. */
const NUMBERS = [
  ...words(`0 -0 7 007 0000 +5 -5 1e3 1E3 1e-2 5. .5 0.5 5.0 3.50 -.5 3.5 2.0 2.00 20.1 4000`),
  ...words(`1,250 1.250 6.300 0.300 1.234.567 1'250 1250.75 12.345 -6.300 6.3000 1_000 5,0 5;0`),
  ...words(`999 -999 999.0 999.5 77 88 0999 99999 -999999999 999999999 0.01 0.001 0.10`),
  ...words(`123456789012345 1234567890123456 12345678901234.5 99999999999.99 9999999999999.99`),
  ...words(`0.123456789 0.1234567891 10000000000 -9999999999.99 1e400 1e15 １２３ １２．５ 5² ① −5 —`),
  ...words(`--5 5- +-5 0x10 Infinity NaN O 12a 4000元 %`),
  ...words(
    `5..7 5.. ..5 7..5 5..5 0..0.5 1.5..2.75 ...5 5... 1..2..3 . .. ... 5‥7 -1..3 55-63 999..1000 5.55..6`,
  ),
  ...['5 .. 7', ' ..7', '12 ', ' 12', '\t12', '12\t', '\u300012', '12\u3000', '\u00a07', '1 250'],
]

/** Spellings of yes and no, and some that are neither. */
const ANSWERS = [
  ...words(
    `yes no Yes NO yEs y n Y N true false TRUE False 1 0 是 否 2 01 1.0 0.0 1.00 0.5 √ × ✓ ✗ ✔️ ❌ 无 ｙｅｓ １ si ye yess fals nn 有 不`,
  ),
  ...[' yes', 'no ', '是 ', '\u3000否', 'yes\t'],
]

/** Spellings of days, and of what is none. */
const DAYS = [
  ...words(
    `2020-08-19 2020-02-29 2019-02-29 2000-02-29 1900-02-29 2100-02-28 2020-2-1 2020-02-30 2020-04-31`,
  ),
  ...words(
    `2020-13-01 2020-00-10 2020-10-00 0000-01-01 0001-01-01 0099-12-31 9999-12-31 2020/08/19 2020.8.19`,
  ),
  ...words(`2014-01-01 2013-12-31 2019-12-31 2020-01-01 2020年8月19日 17-Nov-16 5/2/2023 44861 44861.3735`),
  ...words(`2020-08-19T11:41:34.523+03:00 ２０２０-08-19 20200819 2020-08-19x 202O-08-19 +020-08-19`),
  ...['19 August 2020', '2020-08-19 10:00', ' 2020-08-19', '2020-08-19 ', '2020-08-1 '],
]

/** Cells that real exports hold anywhere. */
const ANYTHING = [
  ...words(
    `NA n/a --- . NULL dnk ? none None NONE refused '123 ' '' 'yes' ="123" ="yes" ="12""3" ="" =" =1+1 #adm1 #`,
  ),
  ...words(`4.40981E+17 4E+17 a"b " "" a,b a;b a|b 😀 家 é yes;no ::error:: A ａ a级 A级 Ａ`),
  ...[
    '',
    ' ',
    '\t',
    '\u3000',
    'a\nb',
    'a\r\nb',
    'a\rb',
    '\n',
    '\uFEFF',
    '\uFEFF7',
    '\u2028',
    '\u200b',
    '\u0007',
  ],
  ...['x'.repeat(70), '家'.repeat(40), '7'.repeat(30)],
]

/** Spellings of codes, as they are declared and nearly so. */
const codeSpellings = ({ codes }: FactDeclaration): string[] =>
  codes
    .flatMap(({ code, aliases }) => [code, ...aliases])
    .flatMap((each) => [each, each.toUpperCase(), ` ${each}`, `${each}\u3000`, `'${each}`, `="${each}"`])
    .flatMap((each) => [each, `${each}x`, each.slice(1)])

/** What may stand in the cells of a fact, whether it reads or not. */
export function spellingsOf(declaration: FactDeclaration): readonly string[] {
  switch (declaration.type) {
    case 'yes_no':
      return [...ANSWERS, ...ANYTHING, ...NUMBERS]
    case 'code':
      return [...codeSpellings(declaration), ...ANYTHING, ...ANSWERS, '1', '01', '99']
    case 'date':
      return [...DAYS, ...ANYTHING, ...NUMBERS]
    case 'text':
      return [...ANYTHING, ...NUMBERS, ...DAYS]
    default:
      return [...NUMBERS, ...ANYTHING]
  }
}
