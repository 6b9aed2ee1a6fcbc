import { inlineRows, workbookOf, zipOf } from '../files/archive.js'
import { testExports } from './corpus.js'

const sheet = (name: string, ...rows: string[]) => ({
  name,
  rows: inlineRows(rows.map((row) => row.split(','))),
})

testExports({
  'KoboToolbox: a workbook with a sheet a repeat, dates as serials, labels where none is asked for': {
    files: {
      'export.xlsx': workbookOf({
        sheets: [
          sheet(
            'survey',
            'start,g1/household_size,g1/food_secure,_id,_uuid,_index',
            '2020-08-19,2,yes,7,u1,1',
            '2020-08-20,1,n/a,8,u2,2',
          ),
          sheet(
            'members',
            'g2/age,g2/in_school,_index,_parent_table_name,_parent_index,_submission__id,_submission__uuid',
            '40,no,1,survey,1,7,u1',
            '8,yes,2,survey,1,7,u1',
            ',,3,survey,2,8,u2',
            '70,n/a,4,survey,2,8,u2',
          ),
        ],
      }),
    },
    mapping: 'kobo',
    comes: `
      read 2 = assessed 2
      export.xlsx#members read 4 = joined 3 + blank 1
      u1 verify: food_secure yes, household_size 2; age 40, in_school no; age 8, in_school yes
      u2 verify: food_secure ?blank, household_size 1; age 70, in_school ?blank
      last-part export.xlsx#survey:1
      last-part export.xlsx#members:1
      unused-columns`,
  },
  'ODK Central: an archive of the form and its repeats, joined by PARENT_KEY': {
    files: {
      'odk.zip': zipOf([
        {
          name: 'form.csv',
          content:
            'SubmissionDate,meta-instanceID,g1-household_size,g1-water_minutes,KEY,SET-OF-member\n2020-08-19T11:41:34.523+03:00,uuid:1,2,15,uuid:1,uuid:1/member\n',
        },
        {
          name: 'form-member.csv',
          content:
            'age,in_school,PARENT_KEY,KEY,SET-OF-member\n40,no,uuid:1,uuid:1/member[1],uuid:1/member\n8,yes,uuid:1,uuid:1/member[2],uuid:1/member\n,,uuid:1,uuid:1/member[3],uuid:1/member\n',
        },
        { name: 'readme.pdf', content: Buffer.from([0xff, 0xd8, 0xff]) },
      ]),
    },
    mapping: 'odk',
    comes: `
      read 1 = assessed 1
      odk.zip/form-member.csv read 3 = joined 2 + blank 1
      uuid:1 verify: water_minutes 15, household_size 2; age 40, in_school no; age 8, in_school yes
      last-part odk.zip/form.csv:1
      unused-columns
      ignored-files`,
  },
  'Survey Solutions: an archive of tables with tabs and a byte order mark, -999999999 and ##N/A##': {
    files: {
      'suso.zip': zipOf([
        {
          name: 'hh.tab',
          content:
            '\uFEFFinterview__key\tinterview__id\twage\tenergy__1\tenergy__2\r\n01-01\taaa\t400\t1\t0\r\n01-02\tbbb\t-999999999\t##N/A##\t##N/A##\r\n',
        },
        {
          name: 'members.tab',
          content:
            '\uFEFFinterview__key\tinterview__id\tmembers__id\tage\r\n01-01\taaa\t1\t40\r\n01-01\taaa\t2\t-999999999\r\n01-02\tbbb\t1\t70\r\n',
        },
      ]),
    },
    mapping: `
households:
  file: hh.tab
  key: interview__id
  missing: { -999999999: not_asked, "##N/A##": not_asked }
  facts:
    wage_income: wage
    electricity: { column: energy, has: ["1", "2"] }
rosters:
  - file: members.tab
    key: interview__id
    missing: { -999999999: not_asked }
    facts: { member_id: members__id, age: age }`,
    comes: `
      read 2 = assessed 2
      suso.zip/members.tab read 3 = joined 3
      aaa verify: wage_income 400, electricity yes; member_id 1, age 40; member_id 2, age ?not_asked
      bbb verify: wage_income ?not_asked, electricity ?not_asked; member_id 1, age 70`,
  },
  'SurveyCTO, wide: name_1, name_2': {
    files: {
      'wide.csv':
        'KEY,hh_size,name_1,age_1,school_1,name_2,age_2,school_2\nuuid:1,2,Mo,40,0,Li,8,1\nuuid:2,1,Wu,-88,0,,,\n',
    },
    mapping: `
households:
  key: KEY
  missing: { -88: dont_know }
  facts: { household_size: hh_size }
  members: { age: "age_{n}", in_school: "school_{n}" }`,
    comes: `
      read 2 = assessed 2
      uuid:1 verify: household_size 2; age 40, in_school no; age 8, in_school yes
      uuid:2 verify: household_size 1; age ?dont_know, in_school no
      unused-columns wide.csv:1`,
  },
  'Ona, wide: children[1]/name': {
    files: {
      'wide.csv':
        '_uuid,children[1]/age,children[1]/school,children[2]/age,children[2]/school\nu1,40,n/a,8,True\nu2,n/a,n/a,n/a,n/a\n',
    },
    mapping: `
households:
  key: _uuid
  missing: { n/a: blank }
  members: { age: "children[{n}]/age", in_school: "children[{n}]/school" }`,
    comes: `
      read 2 = assessed 2
      u1 verify: age 40, in_school ?blank; age 8, in_school yes
      u2 verify: members blank
      no-members wide.csv:3`,
  },
  'REDCap: one file, in which the household and each repeat fill their own block': {
    files: {
      'redcap.csv': [
        'record_id,redcap_repeat_instrument,redcap_repeat_instance,hh_size,water,age,school,cough',
        ...[
          '1,,,2,15,,,',
          '1,member,1,,,40,,',
          '1,member,2,,,8,1,',
          '1,visit,1,,,,,0',
          '2,,,1,30,,,',
          '2,member,1,,,70,0,',
          '',
        ],
      ].join('\n'),
    },
    mapping: `
households:
  key: record_id
  rows_if: redcap_repeat_instrument = ""
  facts: { household_size: hh_size, water_minutes: water }
rosters:
  - file: redcap.csv
    rows_if: redcap_repeat_instrument = "member"
    key: record_id
    facts: { age: age, in_school: school }`,
    comes: `
      read 2 = assessed 2
      redcap.csv read 3 = joined 3
      1 verify: water_minutes 15, household_size 2; age 40, in_school ?blank; age 8, in_school yes
      2 register water: water_minutes 30, household_size 1; age 70, in_school no
      unused-columns redcap.csv:1
      stray-rows redcap.csv`,
  },
})
