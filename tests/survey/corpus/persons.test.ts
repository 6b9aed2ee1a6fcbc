import { testExports } from './corpus.js'

const LIST = `
households:
  key: 户编号
  one_row_per: person
  person: 人编号
  head_if: 与户主关系 = "户主"
  facts: { village: 行政村 }
  members: { age: 年龄 }`

const HEADER = '户编号,人编号,与户主关系,行政村,年龄\n'

testExports({
  'persons of a household stand together': {
    files: { 'list.csv': `${HEADER}H1,P1,户主,上堡,40\nH1,P2,子,上堡,8\nH2,P3,户主,下堡,70\n` },
    mapping: LIST,
    comes: `
      read 2 = assessed 2
      list.csv read 3 = joined 3
      H1 verify: village 上堡; head yes, age 40; head no, age 8
      H2 verify: village 下堡; head yes, age 70`,
  },
  'persons of a household stand apart': {
    files: { 'list.csv': `${HEADER}H1,P1,户主,上堡,40\nH2,P3,户主,下堡,70\nH1,P2,子,上堡,8\n` },
    mapping: LIST,
    comes: `
      read 2 = assessed 2
      list.csv read 3 = joined 3
      H1 verify: village 上堡; head yes, age 40; head no, age 8
      H2 verify: village 下堡; head yes, age 70`,
  },
  'the rows of a household differ in a fact, which is then unknown': {
    files: { 'list.csv': `${HEADER}H1,P1,户主,上堡,40\nH1,P2,子,下堡,8\nH2,P3,户主,,70\nH2,P4,子,上堡,7\n` },
    mapping: LIST,
    comes: `
      read 2 = assessed 2
      list.csv read 4 = joined 4
      H1 verify: village ?conflicting; head yes, age 40; head no, age 8
      H2 verify: village 上堡; head yes, age 70; head no, age 7
      conflict list.csv:3 village`,
  },
  'a person without a household, one in two of them, and rows of nothing': {
    files: {
      'list.csv': `${HEADER}H1,P1,户主,上堡,40\n,P2,子,上堡,8\n,,,,\nH2,P1,户主,下堡,40\nH3,P4,户主,下堡,9\n`,
    },
    mapping: LIST,
    comes: `
      read 3 = assessed 3
      list.csv read 5 = joined 3 + orphaned 1 + blank 1
      rejected orphan-member list.csv:3 户编号
      H1 verify: village 上堡; members suspect
      H2 verify: village 下堡; members suspect
      H3 verify: village 下堡; head yes, age 9
      repeated-person list.csv:2 and 1 more`,
  },
  'a household whose number stands in the first of its rows alone has members that nobody knows': {
    files: {
      'list.csv': `${HEADER}H1,P1,户主,上堡,40\n,P2,配偶,,38\n,P3,子,,8\nH2,P4,户主,下堡,70\nH2,P5,配偶,,66\n`,
    },
    mapping: LIST,
    comes: `
      read 2 = assessed 2
      list.csv read 5 = joined 3 + orphaned 2
      rejected orphan-member list.csv:3 户编号
      rejected orphan-member list.csv:4 户编号
      H1 verify: village 上堡; members invalid
      H2 verify: village 下堡; head yes, age 70; head no, age 66`,
  },
  'a row that cannot be read leaves the members of its household unknown, wherever it stands': {
    files: {
      'list.csv': `${HEADER}H2,P9,子,下堡\nH1,P1,户主,上堡,40\nH1,P2,子,上堡,8,9\nH2,P3,户主,下堡,70\nH3,P4,户主,下堡,9\n`,
    },
    mapping: LIST,
    comes: `
      read 3 = assessed 3
      list.csv read 5 = joined 3 + rejected 2
      rejected ragged-row list.csv:2
      rejected ragged-row list.csv:4
      H1 verify: village 上堡; members invalid
      H2 verify: village 下堡; members invalid
      H3 verify: village 下堡; head yes, age 9`,
  },
  'household numbers that a spreadsheet has destroyed make no household': {
    files: {
      'list.csv': `${HEADER}4.40981E+17,P1,户主,上堡,40\n4.40981E+17,P2,户主,下堡,8\n'440981,P3,户主,下堡,70\n`,
    },
    mapping: LIST,
    comes: `
      read 1 = assessed 1
      list.csv read 3 = joined 1 + orphaned 2
      rejected destroyed-id list.csv:2 户编号
      rejected destroyed-id list.csv:3 户编号
      440981 verify: village 下堡; head yes, age 70`,
  },
  'the list of the register, as its preset reads it': {
    files: {
      'list.csv': [
        '建档立卡人口信息,,,,,,,,',
        '户编号,人编号,与户主关系,行政村,年龄,是否在校,户类型,人均纯收入,家庭人口',
        '\'440981,\'4409810001,户主,上堡,40,,一般贫困户,"3,900.50",2',
        '\'440981,\'4409810002,子,上堡,8,是,一般贫困户,"3,900.50",2',
        "'440982,'4409820001,户主,上堡,70,/,一般脱贫户,4200,1",
        '',
      ].join('\r\n'),
    },
    mapping: 'register-cn',
    reading: { titleRows: 1 },
    comes: `
      read 2 = assessed 2 + skipped_rows 1
      list.csv read 3 = joined 3
      440981 retain income_above_line: village 上堡, registration_status registered, income_per_capita 3900.5, household_size 2; head yes, age 40, in_school ?blank; head no, age 8, in_school yes
      440982 verify: village 上堡, registration_status exited, income_per_capita 4200, household_size 1; head yes, age 70, in_school ?blank`,
  },
})
