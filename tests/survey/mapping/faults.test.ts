import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { isTextPlace } from '../../../src/base/diagnostic.js'
import { speak } from '../../../src/base/say/say.js'
import { SMALL } from '../../lang/small.js'
import { faultsOf, MAPPING, packOf, read, toldWhole } from './small.js'

type Case = readonly [what: string, edits: readonly string[], ...faults: string[]]

/** Tests each case: exactly these faults, each with its code, the text it underlines, what, why and help; and in Chinese no English. */
const tells = (cases: readonly Case[]): void => {
  for (const [what, edits, ...faults] of cases) {
    test(what, () => expect(faultsOf(edits)).toEqual(faults))
    test(`${what}, in Chinese`, async () => {
      await speak('zh')
      const said = faultsOf(edits)
      expect(said.map(headOf).sort()).toEqual(faults.map(headOf).sort())
      for (const each of said) expect(wordsOf(each)).not.toMatch(PROSE)
    })
  }
}

afterEach(() => speak('en'))

/** The code of a fault, and the text that it underlines. */
const headOf = (fault: string) => /^.*?»/s.exec(fault)?.[0]

/** What is said of it, without what is typed. */
const wordsOf = (fault: string) =>
  fault.slice(headOf(fault)?.length).replace(/`[^`]*`| \| (?:why|help): /g, '·')

/** Two English words in a row, but for keys and kinds of a mapping. */
const PROSE = /[a-z]{2,} [a-z]{2,}/

/** The size of the household as something else. */
const size = (written: string) => ['household_size: hh_size', `household_size: ${written}`]

/** The wage as another expression. */
const wage = (expression: string) => ['wage_month * 12', `'${expression}'`]

/** A line more for the households. */
const more = (...lines: string[]) => [
  '  key: uuid\n  int',
  `  key: uuid\n${lines.map((each) => `  ${each}\n`).join('')}  int`,
]

/** What the roster says behind its file. */
const roster = (written: string) => ['    key: uuid\n    person: person_id\n', `    ${written}\n`]

test('the mapping without edits has no fault', () => expect(faultsOf([])).toEqual([]))

describe('the form of a mapping', () => {
  tells([
    [
      'records under another name',
      ['households:', 'household:'],
      'shape «household» unknown key `household` in the mapping | help: did you mean `households`?',
    ],
    [
      'no version',
      ['mapping: 1\n', ''],
      'shape «pack: small» the mapping has no `mapping` | help: add `mapping:` (the version of the form of mappings: 1)',
    ],
    [
      'another version',
      ['mapping: 1', 'mapping: 2'],
      'shape «2» `2` cannot be `mapping` | why: this tpa reads version 1 of mappings; one of a later version needs a later tpa | help: write 1',
    ],
    [
      'another pack',
      ['pack: small', 'pack: other'],
      'unknown-name «other» this mapping is for the pack `other` | why: the pack in use is `small` | help: name the pack with `--rules`, or take the mapping that belongs to this one',
    ],
    [
      'an unknown key',
      ['file: main.csv', 'fil: main.csv'],
      'shape «fil» unknown key `fil` in `households` | help: did you mean `file`?',
    ],
    [
      'an unknown key of a fact, which is told once',
      size('{ columm: hh_size }'),
      'shape «columm» unknown key `columm` in fact `household_size` | help: did you mean `column`?',
    ],
    [
      'a list of columns for a fact',
      size('[hh_size]'),
      'shape «household_size» fact `household_size` is a list, where a column, or a mapping with `column` or `value` is expected',
    ],
    ['an empty fact', size(''), 'shape «household_size» fact `household_size` is empty'],
    [
      'a fact without a column',
      size('{ missing: { x: blank } }'),
      'shape «household_size» fact `household_size` names no column | help: write `column:` with a header, or `value:` with an expression',
    ],
    [
      'a key twice',
      size('a\n    household_size: b'),
      'duplicate-key «household_size» key `household_size` occurs twice | help: keep one of the two',
    ],
    [
      'malformed YAML',
      size('{ column: "a" "b" }'),
      'syntax «"b"» malformed YAML: this is not expected here | help: put a text with `[`, `]`, `{`, `}`, `,`, `: ` or ` #` in it in quotes',
    ],
    [
      'several at once, in the order of the file',
      [
        'key: uuid\n  int',
        'key: row\n  dates: dm\n  int',
        '"2": registered',
        '"2": registred',
        'wage_month * 12',
        'wage_month * "12"',
      ],
      'shape «dm» `dm` cannot be `dates` of `households` | help: did you mean `dmy`?',
      'unknown-name «registred» `registred` is not one of the codes of `status` | help: did you mean `registered`?',
      'type «"12"» `*` takes numbers, and this is a text',
      'shape «uuid» no column can hold a key that is the place of a row | help: name a pair of columns with `join`, or give the records a `key`',
    ],
  ])

  test('an empty file, two documents, and what is no UTF-8', () => {
    const told = (text: string) => {
      const reading = read(text)
      return 'faults' in reading ? reading.faults.map(toldWhole) : []
    }
    expect(told('')).toEqual(['shape «» the mapping is empty'])
    expect(told(`${MAPPING}---\n${MAPPING}`)).toEqual(['shape «mapping: 1» a mapping holds one document'])
    expect(told('mapping: \uFFFD')).toEqual([
      'not-utf-8 «\uFFFD» this is not UTF-8 | help: save the file as UTF-8',
    ])
  })
})

describe('the table of a mapping', () => {
  tells([
    [
      'no key',
      ['  key: uuid\n  int', '  int'],
      'shape «households» `households` has no `key` | help: add `key:` with the column that tells one household from another, or `key: row`',
    ],
    [
      'rows of something else',
      more('one_row_per: persn'),
      'shape «persn» `persn` cannot be `one_row_per` of `households` | help: did you mean `person`?',
    ],
    [
      'no rows of a header',
      more('header_rows: 0'),
      'shape «0» `0` cannot be `header_rows` of `households` | help: at least 1',
    ],
    [
      'a strange delimiter',
      more('delimiter: x'),
      'shape «x» `x` cannot be `delimiter` of `households` | help: write one of ,, ;, tab, |',
    ],
    [
      'a near encoding',
      more('encoding: utf8'),
      'shape «utf8» `utf8` cannot be `encoding` of `households` | help: did you mean `utf-8`?',
    ],
    [
      'another match',
      more('match: name'),
      'shape «name» `name` cannot be `match` of `households` | why: names, or leave the key out | help: did you mean `names`?',
    ],
    [
      'the head of a row that is none',
      more('head_if: a = "1"'),
      'shape «head_if» `head_if` asks of a row that is a person | help: say `one_row_per: person`, or put it under the roster',
    ],
    [
      'one column for all members',
      more('members: { age: age }'),
      'shape «age» this names one column for all members | help: write `{n}` for the number of the member: `age_{n}`; with a row a person say `one_row_per: person`',
    ],
    [
      'one column for all ids of members',
      more('members: { age: "age_{n}" }', 'person: pid'),
      'shape «pid» one column cannot tell several members apart | help: with a row a person say `one_row_per: person`',
    ],
    ['ids of no members', more('person: "p_{n}"'), 'shape «person» `person` needs `members` beside it'],
    [
      'several columns in a row that is a person',
      more('one_row_per: person', 'members: { age: "age_{n}" }'),
      'shape «"age_{n}"» a row is one person here | help: name the column without `{n}`',
    ],
    [
      'several columns for the household',
      size('"n_{n}"'),
      'shape «"n_{n}"» `{n}` stands for members | help: put the fact under `members`, or name one column',
    ],
  ])
})

describe('facts and cells', () => {
  tells([
    [
      'a fact of nearly that name',
      ['household_size: hh', 'houshold_size: hh'],
      'unknown-name «houshold_size» the pack has no fact `houshold_size` | help: did you mean `household_size`?',
    ],
    [
      'a fact of another name',
      ['household_size: hh', 'x: hh'],
      'unknown-name «x» the pack has no fact `x` | help: it has village, survey_date, phone, status, grade, wage_income, transfer_income, rounded_income, minutes, dry, household_size, net_income',
    ],
    [
      'the id of the household',
      ['household_size: hh', 'household_id: hh'],
      'unknown-name «household_id» `household_id` cannot be mapped here | why: it is the id of a household | help: name its column under `key`',
    ],
    [
      'a fact of a member',
      ['household_size: hh', 'age: hh'],
      'unknown-name «age» `age` cannot be mapped here | why: it is a fact of a member | help: put it under `members`, or under the facts of a roster',
    ],
    [
      'a fact of the household among those of members',
      ['age: ind_age', 'dry: ind_age'],
      'unknown-name «dry» `dry` cannot be mapped here | why: it is a fact of a household | help: put it under `facts` of `households`',
    ],
    [
      'a value that is worked out',
      ['household_size: hh', 'all_in_school: hh'],
      'unknown-name «all_in_school» `all_in_school` cannot be mapped here | why: the pack works it out and never reads it | help: map the facts that it is worked out from',
    ],
    [
      'a parameter',
      ['household_size: hh', 'poverty_line: hh'],
      'unknown-name «poverty_line» `poverty_line` cannot be mapped here | why: it is a parameter | help: parameters are numbers of the policy, not of a survey',
    ],
    [
      'a near code',
      ['"2": registered', '"2": registred'],
      'unknown-name «registred» `registred` is not one of the codes of `status` | help: did you mean `registered`?',
    ],
    [
      'an unknown code',
      ['"2": registered', '"2": x'],
      'unknown-name «x» `x` is not one of the codes of `status` | help: the codes are none, registered',
    ],
    [
      'a near kind',
      ['NULL: blank', 'NULL: blnk'],
      'shape «blnk» `blnk` cannot be missing cell `NULL` of `households` | help: did you mean `blank`?',
    ],
    [
      'a kind of the program',
      ['NULL: blank', 'NULL: suspect'],
      'shape «suspect» `suspect` cannot be missing cell `NULL` of `households` | help: write one of blank, dont_know, refused, not_asked, value',
    ],
    [
      'one cell in two widths',
      ['NULL: blank', 'NULL: blank, ＮＵＬＬ: refused'],
      'duplicate-name «ＮＵＬＬ» the cell `ＮＵＬＬ` is named twice | why: cells are compared without spaces around them and in plain width | help: keep one of the two',
    ],
    [
      'yes without no',
      ['yes: ["1"], no: ["2"]', 'yes: ["1"]'],
      'shape «yes» `yes` needs `no` beside it | why: the words of a mapping replace the built-in ones, both of them | help: add `no:` with the cells that mean no',
    ],
    [
      'one cell for yes and no',
      ['yes: ["1"], no: ["2"]', 'yes: ["1"], no: [" 1"]'],
      'duplicate-name «" 1"» the cell ` 1` is named twice | why: cells are compared without spaces around them and in plain width | help: keep one of the two',
    ],
    [
      'one mark for decimals and thousands',
      more('numbers: { thousands: "." }'),
      'shape «"."» `.` cannot be both marks of a number | help: say `decimal` and `thousands`, each with a mark of its own',
    ],
    [
      'an unknown order of dates',
      more('dates: dm'),
      'shape «dm» `dm` cannot be `dates` of `households` | help: did you mean `dmy`?',
    ],
    [
      'codes of a number',
      size('{ column: a, codes: { 1: none } }'),
      'shape «codes» `codes` does not fit `household_size`, which is a count',
    ],
    [
      'choices of money',
      ['{ value: wage_month * 12 }', '{ column: x, has: [y] }'],
      'shape «has» `has` does not fit `wage_income`, which is money',
    ],
    [
      'choices and words for yes',
      ['yes: ["1"], no', 'has: [1], yes: ["1"], no'],
      'shape «has» `has` and `yes` exclude each other | help: the choices of `has` mean yes, all others no',
    ],
    [
      'names for no expression',
      size('{ column: x, columns: { y: z } }'),
      'shape «columns» `columns` cannot be beside `column` | help: names are for expressions: write `value:` instead of `column:`',
    ],
    [
      'a column and an expression',
      size('{ column: x, value: y }'),
      'shape «household_size» `column` and `value` exclude each other | help: write `column:` with a header, or `value:` with an expression',
    ],
    [
      'cells of an expression',
      size('{ value: y, missing: { 9: refused } }'),
      'shape «missing» `missing` cannot be beside `value` | help: say `missing` of the column under `columns`',
    ],
  ])
})

describe('an expression of a mapping', () => {
  tells([
    [
      'divides',
      wage('a / 12'),
      'expression-syntax «/» there is no division | help: multiply instead, such as `x * 0.5`; a column with `/` in its header gets a name under `columns`',
    ],
    ['ends too early', wage('a *'), 'expression-syntax «*» the expression ends too early'],
    [
      'has an unknown operator',
      wage('a == 12'),
      'expression-syntax «==» `==` is not part of the language | help: write `=`',
    ],
    [
      'names a column with a dot',
      wage('g.a * 12'),
      'type «g.a» `g.a` is not a name | help: a column whose header is not a plain word gets a name under `columns`',
    ],
    [
      'goes over members',
      wage('sum(members.age)'),
      'type «sum(members.age)» `sum` goes over members, and a mapping reads one row | help: rosters are for the rules of the pack',
    ],
    [
      'reads no column',
      wage('12'),
      'reads-no-fact «12» this expression reads no column | help: `--assume wage_income=…` states a value for all',
    ],
    ['is of the wrong type', wage('a > 12'), 'type «a > 12» a number is expected here, and this is a yes/no'],
    ['multiplies a text', wage('a * "12"'), 'type «"12"» `*` takes numbers, and this is a text'],
    ['asks a text', wage('if consent then 1 else 2'), 'type «consent» `if` takes yes/no, and this is a text'],
    [
      'asks a number',
      wage('if a * 2 then a else 2'),
      'type «a * 2» `if` takes yes/no, and this is a number | help: compare it with a number',
    ],
    [
      'uses a column in two ways',
      wage('if a and a > 1 then 1 else 2'),
      'type «a > 1» `>` cannot compare a yes/no with a number | help: a yes/no stands for itself: write it alone, or `not(...)` around it',
    ],
    [
      'has branches of two types',
      wage('if not(a) then consent else 2'),
      'type «if not(a) then consent else 2» the branches are a text and a number | why: both branches must be of one type',
    ],
    [
      'uses columns of which nothing is known',
      wage('if a = b then 1 else 2'),
      'type «a» nothing says whether `a` holds numbers, texts or yes/no | help: say it under `columns`: `a: { column: …, type: … }`',
      'type «b» nothing says whether `b` holds numbers, texts or yes/no | help: say it under `columns`: `b: { column: …, type: … }`',
    ],
    [
      'gives what is no code',
      [
        'column: st, codes: { "1": none, "2": registered }, missing: { "9": dont_know }',
        `value: 'if a > 1 then "registred" else b'`,
      ],
      'unknown-name «"registred"» `registred` is not one of the codes of `status` | help: did you mean `registered`?',
    ],
    [
      'of a date',
      ['household_size: hh_size', 'survey_date: { value: today }'],
      'type «today» `survey_date` is a date, which no expression gives | help: name its column: `column:`',
    ],
    [
      'leaves a name unused',
      ['where: wash_yn', 'were: wash_yn'],
      'unused-name «were» `were` is not used in `value` | help: did you mean `where`?',
    ],
    [
      'has a word of the language for a name',
      ['where: wash_yn', 'if: wash_yn'],
      'shape «if» no expression can use the name `if` | why: it is a word of the language',
    ],
    [
      'has no word for a name',
      ['where: wash_yn', 'wash-yn: wash_yn'],
      'shape «wash-yn» no expression can use the name `wash-yn` | why: a name is letters, digits and `_`',
    ],
    [
      'has a column of another type',
      ['type: text', 'type: date'],
      'shape «date» `date` cannot be `type` of column `consent` of `households` | help: write one of text, number, yes_no',
    ],
    [
      'is a condition that is a number',
      ['consent = "yes"', 'a + 1'],
      'type «a + 1» a yes/no is expected here, and this is a number',
    ],
    [
      'is a condition on no column',
      ['consent = "yes"', '1 = 1'],
      'reads-no-fact «1 = 1» this expression reads no column',
    ],
  ])
})

describe('a roster of a mapping', () => {
  tells([
    [
      'without a file',
      ['file: roster.csv\n', 'fil: roster.csv\n'],
      'shape «fil» unknown key `fil` in roster 1 | help: did you mean `file`?',
    ],
    [
      'without a key',
      roster('person: p'),
      'shape «file: roster.csv» nothing says to which record a row belongs | help: add `key:` with the column that holds the key of the record, or `join:` with a pair of columns',
    ],
    [
      'with a key and a join',
      roster('key: a\n    join: { b: c }'),
      'shape «join» `key` and `join` exclude each other | help: put the key among the pairs of `join`, strongest first',
    ],
    [
      'with two pairs in one',
      roster('join: { a: b, c: d }'),
      'shape «c» `c` is a second pair | why: a row belongs to a record by one pair of columns, the strongest that both files have | help: write a list with one pair each, strongest first, or `all:` with such a list where all must be equal',
    ],
    [
      'with two pairs in one of `all`',
      roster('join: { all: [{ a: b, c: d }] }'),
      'shape «c» `c` is a second pair | why: a row belongs to a record by one pair of columns, the strongest that both files have | help: write a list with one pair each, strongest first, or `all:` with such a list where all must be equal',
    ],
    [
      'with more parts of a key than the key has',
      roster('key: { all: [a, b] }'),
      'shape «key» the key of the records has 1 part, not 2 | help: name one column',
    ],
    [
      'with a key of nothing but the sheet',
      roster('key: { all: [{ sheet: true }] }'),
      'shape «all» all rows of a sheet would have the same key | help: name a column beside the sheet',
    ],
    ['with no part of a key', roster('key: { all: [] }'), 'shape «all» no part is named'],
    [
      'with a part that is no column',
      roster('key: { all: [{ sheet: false }] }'),
      'shape «false» `false` cannot be `sheet` of item 1 of `all` of `key` of roster `roster.csv` | help: write true',
    ],
    [
      'of details without persons',
      roster('key: a\n    role: details'),
      'shape «details» details need a `person` | help: add `person:` with the column that tells whom a row is about',
    ],
    [
      'of details about nobody',
      roster('key: a\n    person: p\n    role: details'),
      'shape «details» there are no members that these details could be about | help: map the members too, with `person:` of their own',
    ],
    [
      'of several persons a row',
      ['age: ind_age', 'age: "age_{n}"'],
      'shape «"age_{n}"» a row of a roster is one person | help: name the column without `{n}`',
    ],
  ])

  test('of a pack without members', () => {
    const alone = packOf(
      SMALL.replace(/ {2}member:\n(?: {4}.*\n)+/, '')
        .replace('[given, count(members)]', '[given, rounding * 0]')
        .replace('min: 1, sources: [given, rounding * 0]', 'min: 1, sources: [given, dwellers]')
        .replace('    dry: {', '    dwellers: { type: count, unit: person }\n    dry: {')
        .replace('every m in members satisfies m.in_school', 'not(dry)'),
    )
    expect(faultsOf([], alone)).toEqual(['shape «rosters» pack `small` has no members'])
    expect(faultsOf(more('members: { age: a }'), alone)[0]).toBe(
      'shape «members» pack `small` has no members',
    )
  })
})

test('a mapping of any form is told at places of its text, or loads', () => {
  const word = fc.constantFrom(
    '',
    ' ',
    'x',
    '1',
    '[]',
    '{}',
    '[a, [b]]',
    '{ a: b }',
    '{ value: x }',
    '"{n}"',
    'a +',
    'null',
    'constructor',
    '__proto__',
    '&a',
    '*a',
    ': ',
    '- ',
    '\n',
  )
  const keys = MAPPING.match(/[a-z_]+(?=:)|(?<=: )[^\n]+/g) ?? []
  expect(keys.length).toBeGreaterThan(30)
  let broken = 0
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.nat(3), word, (find, nth, put) => {
      const parts = MAPPING.split(find)
      const at = Math.min(nth, parts.length - 2)
      const text = [parts.slice(0, at + 1).join(find), parts.slice(at + 1).join(find)].join(put)
      const reading = read(text)
      if ('mapping' in reading) return
      broken += 1
      expect(reading.faults).not.toEqual([])
      for (const { at: place } of reading.faults) expect(place !== null && isTextPlace(place)).toBe(true)
    }),
    { numRuns: 300 },
  )
  expect(broken).toBeGreaterThan(100)
})
