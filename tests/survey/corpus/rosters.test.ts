import { testExports } from './corpus.js'

/** Households, and a roster that points at them by `parent`. */
const JOINED = `
households: { file: main.csv, key: id, facts: { household_size: size } }
rosters: [{ file: roster.csv, key: parent, person: person, facts: { member_id: nr, age: age } }]`

const MAIN = 'id,size\nH1,2\nH2,1\n'
const HEADER = 'parent,person,nr,age\n'

testExports({
  'rows of a roster stand in any order, and nobody is lost': {
    files: { 'main.csv': MAIN, 'roster.csv': `${HEADER}H2,P3,1,70\nH1,P1,1,40\nH2,,,\nH1,P2,2,8\n` },
    mapping: JOINED,
    comes: `
      read 2 = assessed 2
      roster.csv read 4 = joined 3 + blank 1
      H1 verify: household_size 2; member_id 1, age 40; member_id 2, age 8
      H2 verify: household_size 1; member_id 1, age 70`,
  },
  'a member without a household is an orphan and is written out, and a household without members is told': {
    files: { 'main.csv': MAIN, 'roster.csv': `${HEADER}H1,P1,1,40\nH1,P2,2,8\nH9,P3,1,70\n,P4,1,3\n` },
    mapping: JOINED,
    comes: `
      read 2 = assessed 2
      roster.csv read 4 = joined 2 + orphaned 2
      H1 verify: household_size 2; member_id 1, age 40; member_id 2, age 8
      H2 verify: household_size 1; members blank
      rejected orphan-member roster.csv:4 parent
      rejected orphan-member roster.csv:5 parent
      no-members main.csv:3`,
  },
  'a row of the roster that cannot be read makes the members of its household unknown': {
    files: { 'main.csv': MAIN, 'roster.csv': `${HEADER}H1,P1,1,40\nH1,P2,2,8,9\nH2,P3,1,70\n` },
    mapping: JOINED,
    comes: `
      read 2 = assessed 2
      roster.csv read 3 = joined 2 + rejected 1
      H1 verify: household_size 2; members invalid
      H2 verify: household_size 1; member_id 1, age 70
      rejected ragged-row roster.csv:3`,
  },
  'the roster is of another size than the household says, so the size is unknown': {
    files: { 'main.csv': MAIN, 'roster.csv': `${HEADER}H1,P1,1,40\nH2,P3,1,70\n` },
    mapping: JOINED,
    comes: `
      read 2 = assessed 2
      roster.csv read 2 = joined 2
      H1 verify: household_size 2; member_id 1, age 40
      H2 verify: household_size 1; member_id 1, age 70
      conflict main.csv:2 size`,
  },
  'a person stands in two households': {
    files: { 'main.csv': MAIN, 'roster.csv': `${HEADER}H1,P1,1,40\nH1,P2,2,8\nH2,P2,1,8\n` },
    mapping: JOINED,
    comes: `
      read 2 = assessed 2
      roster.csv read 3 = joined 3
      H1 verify: household_size 2; members suspect
      H2 verify: household_size 1; members suspect
      repeated-person main.csv:2 and 1 more`,
  },
  'two members of one household have one number': {
    files: { 'main.csv': MAIN, 'roster.csv': `${HEADER}H1,P1,1,40\nH1,P2,1,8\nH2,P3,1,8\n` },
    mapping: JOINED,
    comes: `
      read 2 = assessed 2
      roster.csv read 3 = joined 3
      H1 verify: household_size 2; members suspect
      H2 verify: household_size 1; member_id 1, age 8
      duplicate-member roster.csv:3 members.member_id`,
  },
  'two members are the head, or nobody is': {
    files: {
      'main.csv': MAIN,
      'roster.csv': 'parent,relation,insured\nH1,head,yes\nH1,head,yes\nH2,son,yes\n',
    },
    mapping: `
households: { file: main.csv, key: id, facts: { household_size: size } }
rosters: [{ file: roster.csv, key: parent, head_if: relation = "head", facts: { insured: insured } }]`,
    comes: `
      read 2 = assessed 2
      roster.csv read 3 = joined 3
      H1 verify: household_size 2; head yes, insured yes; head yes, insured yes
      H2 verify: household_size 1; head no, insured yes
      check main.csv:2 members and 1 more`,
  },
  'a household that stands twice has its members both times': {
    files: {
      'main.csv': 'id,size\nH1,2\nH1,2\nH2,1\nH1,3\n',
      'roster.csv': `${HEADER}H1,P1,1,40\nH1,P2,2,8\nH2,P3,1,70\n`,
    },
    mapping: JOINED,
    comes: `
      read 4 = assessed 1 + duplicates 3
      roster.csv read 3 = joined 3
      held H1 main.csv:2 as a
      held H1 main.csv:3 as a
      H2 verify: household_size 1; member_id 1, age 70
      held H1 main.csv:5 as b`,
  },
  'a household that refused at first and not later has its members, and they are no orphans': {
    files: {
      'main.csv': 'id,size,consent\nH1,2,no\nH2,1,yes\nH1,1,yes\nH3,1,no\n',
      'roster.csv': `${HEADER}H1,P1,1,40\nH2,P2,1,8\nH3,P3,1,9\n`,
    },
    mapping: JOINED.replace('key: id,', `key: id, interview_if: 'consent = "yes"',`),
    comes: `
      read 4 = assessed 2 + not_interviews 2
      roster.csv read 3 = joined 3
      no interview H1 main.csv:2
      H2 verify: household_size 1; member_id 1, age 8
      H1 verify: household_size 1; member_id 1, age 40
      no interview H3 main.csv:5`,
  },
  'a key that stands in the first row of a household alone leaves its members unknown, and no others': {
    files: {
      'main.csv': 'id,size\nH1,\nH2,\nH3,\n',
      'roster.csv': `${HEADER}H1,P1,1,40\n,P2,2,38\n,P3,3,8\nH2,P4,1,70\nH9,P5,1,70\n,P6,2,70\nH3,P7,1,30\n`,
    },
    mapping: JOINED,
    comes: `
      read 3 = assessed 3
      roster.csv read 7 = joined 3 + orphaned 4
      H1 verify: household_size ?blank; members invalid
      H2 verify: household_size ?blank; member_id 1, age 70
      H3 verify: household_size ?blank; member_id 1, age 30
      rejected orphan-member roster.csv:3 parent
      rejected orphan-member roster.csv:4 parent
      rejected orphan-member roster.csv:6 parent
      rejected orphan-member roster.csv:7 parent`,
  },
  'keys that a spreadsheet has destroyed join nothing': {
    files: {
      'main.csv': 'id,size\n4.40981E+17,1\n4.40981E+17,1\nH3,1\n',
      'roster.csv': `${HEADER}4.40981E+17,P1,1,40\nH3,P2,1,8\n`,
    },
    mapping: JOINED,
    comes: `
      read 3 = assessed 1 + rejected 2
      roster.csv read 2 = joined 1 + orphaned 1
      rejected destroyed-id main.csv:2 id
      rejected destroyed-id main.csv:3 id
      H3 verify: household_size 1; member_id 1, age 8
      rejected orphan-member roster.csv:2 parent`,
  },
  'no row of the roster finds a household': {
    files: { 'main.csv': MAIN, 'roster.csv': `${HEADER}1,P1,1,40\n` },
    mapping: JOINED,
    comes: 'fault no-join roster.csv',
  },
  'what another table says of a member is found by the person, and disagreement is no answer': {
    files: {
      'main.csv': MAIN,
      'roster.csv': `parent,person,age,school\nH1,P1,40,\nH1,P2,8,yes\nH2,P3,9,yes\n`,
      'school.csv': 'household,who,attends\nH1,P2,no\nH2,P3,\nH2,P9,yes\n',
    },
    mapping: `
households: { file: main.csv, key: id, facts: { household_size: size } }
rosters:
  - { file: roster.csv, key: parent, person: person, facts: { age: age, in_school: school } }
  - { file: school.csv, key: household, person: who, role: details, facts: { in_school: attends } }`,
    comes: `
      read 2 = assessed 2
      roster.csv read 3 = joined 3
      school.csv read 3 = joined 2 + orphaned 1
      H1 verify: household_size 2; age 40, in_school ?blank; age 8, in_school ?conflicting
      H2 verify: household_size 1; age 9, in_school yes
      rejected orphan-member school.csv:4 who
      conflict school.csv:2 in_school`,
  },
  'members are numbered anew in each household, in both tables about them': {
    files: {
      'main.csv': MAIN,
      'roster.csv': 'hh,nr,age\nH1,1,40\nH1,2,8\nH2,1,9\nH2,1,70\n',
      'school.csv': 'hh,nr,attends\nH1,2,yes\nH1,1,no\n',
    },
    mapping: `
households: { file: main.csv, key: id, facts: { household_size: size } }
rosters:
  - { file: roster.csv, key: hh, person: nr, facts: { age: age } }
  - { file: school.csv, key: hh, person: nr, role: details, facts: { in_school: attends } }`,
    comes: `
      read 2 = assessed 2
      roster.csv read 4 = joined 4
      school.csv read 2 = joined 2
      H1 verify: household_size 2; age 40, in_school no; age 8, in_school yes
      H2 verify: household_size 1; members suspect
      repeated-person main.csv:3`,
  },
  'two rosters stand in one sheet, of which many rows have only the id of the submission': {
    files: {
      'main.csv': '_uuid,_index,size\nu1,1,2\nu2,2,1\n',
      'repeats.csv': [
        '_index,_parent_table_name,_parent_index,_submission__uuid,age,crop',
        ...['1,main,1,u1,40,', '2,members,,u1,8,', '3,main,2,u2,70,', '4,crops,,u2,,rice', '5,crops,1,u1,,'],
        ...['6,members,,u2,,', ''],
      ].join('\n'),
    },
    mapping: `
households: { file: main.csv, key: _uuid, facts: { household_size: size } }
rosters:
  - file: repeats.csv
    rows_if: _parent_table_name != "crops"
    join: [{ _submission__uuid: _uuid }, { _parent_index: _index }]
    facts: { age: age }`,
    comes: `
      read 2 = assessed 2
      repeats.csv read 4 = joined 3 + blank 1
      u1 verify: household_size 2; age 40; age 8
      u2 verify: household_size 1; age 70
      unused-columns
      stray-rows repeats.csv`,
  },
  'members beside each other in one row: numbers, double persons, and 1 and 2 over all of them': {
    files: {
      'main.csv': [
        'id,name_1,age_1,school_1,name_2,age_2,school_2',
        ...['H1,Mo,40,,Li,8,1', 'H2,Wu,70,2,,,', 'H3,Mo,9,1,,,', 'H4,,,,,,', ''],
      ].join('\n'),
    },
    mapping: `
households:
  key: id
  person: name_{n}
  members: { age: "age_{n}", in_school: "school_{n}" }`,
    comes: `
      read 4 = assessed 4
      H1 verify: members suspect
      H2 verify: age 70, in_school ?suspect
      H3 verify: members suspect
      H4 verify: members blank
      suspect-column main.csv:3 school_1
      repeated-person main.csv:2 and 1 more
      no-members main.csv:5`,
  },
})
