import { testExports } from './corpus.js'

/** One column of a household, as many rows as there are cells. */
const column = (cells: readonly string[]) =>
  `id,q\n${cells.map((cell, at) => `H${at + 1},"${cell.replaceAll('"', '""')}"\n`).join('')}`

const mapped = (fact: string) => `
households: { key: id, facts: { ${fact} } }`

const CODES = ['400', '500', '600', '700', '999', '999', '999', '999', '999']

testExports({
  'an exponent is a number; 6.300 beside 1,250 may be 6300': {
    files: {
      'main.csv': column([
        '1e+05',
        '6.300',
        '1,250',
        '190000.0',
        '１２３',
        '400 VENTA DE UN CHANCHO',
        'O',
        '0x10',
      ]),
    },
    mapping: mapped('wage_income: q'),
    comes: `
      read 8 = assessed 8
      H1 verify: wage_income 100000
      H2 verify: wage_income ?invalid
      H3 verify: wage_income ?invalid
      H4 verify: wage_income 190000
      H5 verify: wage_income 123
      H6 verify: wage_income ?invalid
      H7 verify: wage_income ?invalid
      H8 verify: wage_income ?invalid
      ambiguous-number main.csv:3 q and 1 more
      invalid-number main.csv:7 q and 2 more`,
  },
  'marks of numbers that are declared leave no doubt': {
    files: { 'main.csv': column(['6.300', '1.250,5', '1,250']) },
    mapping: mapped('wage_income: { column: q, numbers: { decimal: ",", thousands: "." } }'),
    comes: `
      read 3 = assessed 3
      H1 verify: wage_income 6300
      H2 verify: wage_income 1250.5
      H3 verify: wage_income 1.25`,
  },
  'yes and no as 1 and 2 are not guessed': {
    files: { 'main.csv': column(['1', '2', '1', 'yes']) },
    mapping: mapped('food_secure: q'),
    comes: `
      read 4 = assessed 4
      H1 verify: food_secure ?suspect
      H2 verify: food_secure ?suspect
      H3 verify: food_secure ?suspect
      H4 verify: food_secure yes
      suspect-column main.csv:3 q`,
  },
  'yes and no as 1 and 2 are declared, and -88 is no answer': {
    files: { 'main.csv': column(['1', '2', '-88', '']) },
    mapping: mapped('food_secure: { column: q, yes: [1], no: [2], missing: { -88: dont_know } }'),
    comes: `
      read 4 = assessed 4
      H1 verify: food_secure yes
      H2 register food: food_secure no
      H3 verify: food_secure ?dont_know
      H4 verify: food_secure ?blank`,
  },
  '-88 in yes and no of which nothing is declared is neither': {
    files: { 'main.csv': column(['yes', 'no', '-88']) },
    mapping: mapped('food_secure: q'),
    comes: `
      read 3 = assessed 3
      H1 verify: food_secure yes
      H2 register food: food_secure no
      H3 verify: food_secure ?invalid
      invalid-yes-no main.csv:4 q`,
  },
  'labels in two languages': {
    files: { 'main.csv': column(['Yego (Yes)', 'Oya (No)', 'Simbizi']) },
    mapping: mapped('food_secure: { column: q, yes: [Yego (Yes)], no: [Oya (No)] }'),
    comes: `
      read 3 = assessed 3
      H1 verify: food_secure yes
      H2 register food: food_secure no
      H3 verify: food_secure ?invalid
      invalid-yes-no main.csv:4 q`,
  },
  'dates: ISO with a zone, in characters, by name, and two that can be several days': {
    files: {
      'main.csv': column([
        ...['2020-08-19T11:41:34.523+03:00', '2020年8月19日', 'Aug 27, 2019 6:16:19 am', '5/2/2023'],
        ...['17-Nov-16', '44861.3735', '2020-02-30'],
      ]),
    },
    mapping: mapped('survey_date: q'),
    comes: `
      read 7 = assessed 7
      H1 verify: survey_date 2020-08-19
      H2 verify: survey_date 2020-08-19
      H3 verify: survey_date 2019-08-27
      H4 verify: survey_date ?invalid
      H5 verify: survey_date ?invalid
      H6 verify: survey_date ?invalid
      H7 verify: survey_date ?invalid
      ambiguous-date main.csv:5 q and 1 more
      invalid-date main.csv:7 q and 1 more`,
  },
  'days as spreadsheets count them': {
    files: { 'main.csv': column(['44861.3735', '2022-10-27']) },
    mapping: mapped('survey_date: { column: q, dates: excel }'),
    comes: `
      read 2 = assessed 2
      H1 verify: survey_date 2022-10-27
      H2 verify: survey_date 2022-10-27`,
  },
  '999 in every other income is no income until somebody says so': {
    files: { 'main.csv': column(CODES) },
    mapping: mapped('wage_income: q'),
    comes: `
      read 9 = assessed 9
      ${CODES.map((cell, at) => `H${at + 1} verify: wage_income ${cell === '999' ? '?suspect' : cell}`).join('\n')}
      missing-code main.csv:6 q`,
  },
  '999 in every other income is no income in a sum either': {
    files: { 'main.csv': column(CODES) },
    mapping: mapped('wage_income: { value: q * 12 }'),
    comes: `
      read 9 = assessed 9
      ${CODES.map((cell, at) => `H${at + 1} verify: wage_income ${cell === '999' ? '?suspect' : Number(cell) * 12}`).join('\n')}
      missing-code main.csv:6 q`,
  },
  'months become years and hours minutes': {
    files: { 'main.csv': 'id,month,hours,where\nH1,300,1.5,pump\nH2,NULL,,home\nH3,pnta,0.2,\n' },
    mapping: `
households:
  key: id
  missing: { NULL: blank, pnta: refused }
  facts:
    wage_income: { value: month * 12 }
    water_minutes: { value: if where = "home" then 0 else hours * 60 }`,
    comes: `
      read 3 = assessed 3
      H1 register water: wage_income 3600, water_minutes 90
      H2 verify: wage_income ?blank, water_minutes 0
      H3 verify: wage_income ?refused, water_minutes ?blank`,
  },
  'ids that spreadsheets wrapped are unwrapped, and one that they destroyed is none': {
    files: {
      'main.csv': `id,wage\n'440981,1\n"=""0012""",2\n4.40981E+17,3\n440982\t,4\n4.40981E+17,5\n`,
    },
    mapping: mapped('wage_income: wage'),
    comes: `
      read 5 = assessed 3 + rejected 2
      440981 verify: wage_income 1
      0012 verify: wage_income 2
      rejected destroyed-id main.csv:4 id
      440982 verify: wage_income 4
      rejected destroyed-id main.csv:6 id`,
  },
  'duplicates are held, with whether their answers agree': {
    files: { 'main.csv': 'id,wage\nH1,1\nH2,2\nH1,1.0\nH2,3\nH3,4\n' },
    mapping: mapped('wage_income: wage'),
    comes: `
      read 5 = assessed 1 + duplicates 4
      held H1 main.csv:2 as a
      held H2 main.csv:3 as b
      held H1 main.csv:4 as a
      held H2 main.csv:5 as c
      H3 verify: wage_income 4`,
  },
  'who refused is not judged, nor does a refused visit make a duplicate of the next one': {
    files: { 'main.csv': 'id,consent,wage\nH1,yes,1\nH2,no,\nH3,no,\nH3,yes,2\nH4,,3\n' },
    mapping: `
households: { key: id, interview_if: 'consent = "yes"', facts: { wage_income: wage } }`,
    comes: `
      read 5 = assessed 3 + not_interviews 2
      H1 verify: wage_income 1
      no interview H2 main.csv:3
      no interview H3 main.csv:4
      H3 verify: wage_income 2
      H4 verify: wage_income 3`,
  },
})
