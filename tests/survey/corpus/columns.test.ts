import { testExports } from './corpus.js'

testExports({
  'a column that is used stands twice': {
    files: { 'main.csv': 'id,wage,wage\nH1,400,500\n' },
    mapping: `
households: { key: id, facts: { wage_income: wage } }`,
    comes: 'fault ambiguous-column mapping.yaml:3',
  },
  'columns that are not used stand twice or have no name': {
    files: { 'main.csv': 'id,wage,note,note,\nH1,400,a,b,c\n' },
    mapping: `
households: { key: id, facts: { wage_income: wage } }`,
    comes: `
      read 1 = assessed 1
      H1 verify: wage_income 400
      unused-columns main.csv:1
      blank-header main.csv:1
      duplicate-header main.csv:1`,
  },
  'a name is the end of one path': {
    files: { 'main.csv': 'meta/id,g1/wage,g1/wage_other\nH1,400,500\n' },
    mapping: `
households: { key: id, facts: { wage_income: wage } }`,
    comes: `
      read 1 = assessed 1
      H1 verify: wage_income 400
      unused-columns main.csv:1`,
  },
  'a name is the end of two paths': {
    files: { 'main.csv': 'id,g1/wage,g2/wage\nH1,400,500\n' },
    mapping: `
households: { key: id, facts: { wage_income: wage } }`,
    comes: 'fault ambiguous-column mapping.yaml:3',
  },
  'a header is written in full width, with a unit': {
    files: { 'main.csv': ' 户编号 ,工资性收入（元）\nH1,４００\n' },
    mapping: `
households: { key: 户编号, facts: { wage_income: 工资性收入 } }`,
    comes: `
      read 1 = assessed 1
      H1 verify: wage_income 400`,
  },
  'a mapping names a table that was not given': {
    files: { 'main.csv': 'id,hh_sise\nH1,4\n' },
    mapping: `
households:
  key: id
  facts: { household_size: hh_size, wage_income: wage }
rosters:
  - { file: "roster.csv", key: uuid, facts: { age: age } }`,
    comes: 'fault missing-table mapping.yaml:7',
  },
  'select-multiple stands in one cell, or as a column a choice': {
    files: {
      'a.csv': 'id,energy\nH1,grid solar\nH2,none\nH3,\nH4,dnk\n',
      'b.csv': 'id,energy,energy/grid,energy/mini_grid\nH5,grid,1,0\nH6,none,0,0\nH7,,,\n',
      'c.csv': 'id,energy___grid,energy___mini_grid\nH8,0,1\nH9,0,0\n',
    },
    mapping: `
households:
  file: "*.csv"
  key: id
  missing: { dnk: dont_know }
  facts: { electricity: { column: energy, has: [grid, mini_grid] } }`,
    comes: `
      read 9 = assessed 9
      H1 verify: electricity yes
      H2 verify: electricity no
      H3 verify: electricity ?blank
      H4 verify: electricity ?dont_know
      H5 verify: electricity yes
      H6 verify: electricity no
      H7 verify: electricity ?blank
      H8 verify: electricity yes
      H9 verify: electricity no
      unused-columns`,
  },
  'rows have no key, so their lines are one': {
    files: { 'main.csv': 'wage\n400\n500\n' },
    mapping: `
households: { key: row, facts: { wage_income: wage } }`,
    comes: `
      read 2 = assessed 2
      main.csv:2 verify: wage_income 400
      main.csv:3 verify: wage_income 500
      row-ids main.csv`,
  },
})
