import { readFileSync } from 'node:fs'
import { testExports } from './corpus.js'

/** Households with a village and an income; what is damaged is the file. */
const PLAIN = `
households: { key: id, facts: { village: village, wage_income: wage } }`

const ROWS = 'id,village,wage\nH1,Shang,400\nH2,Xia,\n'
const READ = `
  read 2 = assessed 2
  H1 verify: village Shang, wage_income 400
  H2 verify: village Xia, wage_income ?blank`

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

testExports({
  'a byte order mark is no part of the first header': {
    files: { 'main.csv': `\uFEFF${ROWS}` },
    mapping: PLAIN,
    comes: READ,
  },
  'a byte order mark that a program took for text is told': {
    files: { 'main.csv': `ï»¿${ROWS}` },
    mapping: PLAIN,
    comes: `${READ}
      misread-mark main.csv`,
  },
  'R has made `X_uuid` of `_uuid`, and `ï..X_uuid` where it read the mark as text': {
    files: { 'main.csv': 'ï..X_uuid,g1.village,wage\nH1,Shang,400\nH2,Xia,\n' },
    mapping: `
households: { key: _uuid, facts: { village: g1/village, wage_income: wage } }`,
    comes: `${READ}
      misread-mark main.csv`,
  },
  'Excel in China saves GB18030, which is told': {
    files: { 'main.csv': readFileSync(new URL('./gb18030.csv', import.meta.url)) },
    mapping: `
households: { key: 户编号, facts: { village: 行政村, wage_income: 工资性收入 } }`,
    comes: `
      read 2 = assessed 2
      H1 verify: village 上堡, wage_income 400
      H2 verify: village 下堡, wage_income ?blank
      read-as main.csv`,
  },
  'Excel saves "Unicode text" as UTF-16 with tabs': {
    files: { 'main.txt': utf16(ROWS.replaceAll(',', '\t').replaceAll('\n', '\r\n')) },
    mapping: PLAIN,
    comes: READ,
  },
  'KoboToolbox quotes every cell, parts them by semicolons and ends rows in CR LF': {
    files: { 'main.csv': '"id";"village";"wage"\r\n"H1";"Shang";"400"\r\n"H2";"Xia";""\r\n' },
    mapping: PLAIN,
    comes: READ,
  },
  'a cell holds a line break, a comma and a quote': {
    files: { 'main.csv': 'id,village,wage\nH1,"Shang, the\nupper ""one""",400\nH2,Xia,no\n' },
    mapping: PLAIN,
    comes: `
      read 2 = assessed 2
      H1 verify: village Shang, the⏎upper "one", wage_income 400
      H2 verify: village Xia, wage_income ?invalid
      invalid-number main.csv:4 wage`,
  },
  'a row with a cell too many or too few is rejected, and no other': {
    files: { 'main.csv': 'id,village,wage\nH1,Shang,400\nH2,Xia,1,200\nH3,Xia\nH4,Xia,\n' },
    mapping: PLAIN,
    comes: `
      read 4 = assessed 2 + rejected 2
      H1 verify: village Shang, wage_income 400
      rejected ragged-row main.csv:3
      rejected ragged-row main.csv:4
      H4 verify: village Xia, wage_income ?blank`,
  },
  'bytes that are no text cost one row': {
    files: {
      'main.csv': Buffer.concat([Buffer.from(ROWS), Buffer.from([0x48, 0x33, 0x2c, 0xff, 0x2c, 0x31, 0x0a])]),
    },
    mapping: PLAIN,
    comes: `
      read 3 = assessed 2 + rejected 1
      H1 verify: village Shang, wage_income 400
      H2 verify: village Xia, wage_income ?blank
      rejected bad-bytes main.csv:4
      bad-bytes main.csv`,
  },
  'a table of one column is parted by another sign than was said': {
    files: { 'main.csv': ROWS.replaceAll(',', ';') },
    mapping: PLAIN,
    reading: { delimiter: ',' },
    comes: 'fault wrong-delimiter main.csv:1',
  },
  'a title stands above the header, and a row of labels and hashtags below it': {
    files: {
      'main.csv':
        '2020年农户调查表,,\nid,village,wage\nNumber,Village,Wage\n#id,#adm4+name,#income\nH1,Shang,400\nH2,Xia,\n',
    },
    mapping: `
households: { key: id, title_rows: 1, label_rows: 1, facts: { village: village, wage_income: wage } }`,
    comes: READ.replace('assessed 2', 'assessed 2 + skipped_rows 3'),
  },
  'hashtags of HXL are found by themselves': {
    files: { 'main.csv': ROWS.replace('\n', '\n#id,#adm4+name,#income\n') },
    mapping: PLAIN,
    comes: READ.replace('assessed 2', 'assessed 2 + skipped_rows 1'),
  },
  'a title that nobody spoke of stops the run': {
    files: { 'main.csv': `2020年农户调查表,,\n${ROWS}` },
    mapping: PLAIN,
    comes: 'fault title-row main.csv:1',
  },
  'a header of two rows has both parts in its names': {
    files: { 'main.csv': 'id,place,income,\n,village,wage,other\nH1,Shang,400,1\nH2,Xia,,2\n' },
    mapping: `
households: { key: id, header_rows: 2, facts: { village: village, wage_income: income / wage } }`,
    comes: `${READ}\n      unused-columns main.csv:1`,
  },
})
