import { inlineRows, workbookOf, zipOf } from '../survey/files/archive.js'

/** An invented export in the shape of a tool, with what an inspection should make of it. */
export interface Shape {
  readonly name: string
  readonly files: { readonly [name: string]: string | Buffer }
  /** The operands; all files unless said. */
  readonly operands?: readonly string[]
  readonly tool: string | null
  readonly confidence: string
  /** Under the name of each table what it is. */
  readonly roles: { readonly [table: string]: string }
  /** The line of the mapping that says the key of records. */
  readonly key: string
  /** Facts for which a column is certain. */
  readonly found: readonly string[]
}

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
const cells = (...lines: readonly string[]) => inlineRows(lines.map((line) => line.split(',')))
const uuid = (n: number) => `3f0e5c1a-77b${n}-4d52-9a1e-0c1d2e3f4a5${n}`

/** Households 1 to 3 with 2, 1 and 3 members. */
const MEMBERS = [1, 1, 2, 3, 3, 3]

const koboMain = [
  'start,g1/hh_size,g1/electricity,energy,energy/grid,energy/solar,_id,_uuid,_submission_time,_index',
  ...[2, 1, 3].map(
    (size, at) =>
      `2020-08-19T11:41:34.523+03:00,${size},yes,grid solar,1,1,${9000 + at},${uuid(at)},2020-08-19,${at + 1}`,
  ),
]
const koboRoster = [
  'age,in_school,_index,_parent_table_name,_parent_index,_submission__id,_submission__uuid',
  ...MEMBERS.map((own, at) => `${10 + at},yes,${at + 1},main,${own},${8999 + own},${uuid(own - 1)}`),
]
const odkMain = [
  'SubmissionDate,g1-household_size,g1-village,meta-instanceID,KEY,SET-OF-member,SubmitterID,ReviewState',
  ...[2, 1, 3].map(
    (size, at) => `2020-08-19T02:00:00Z,${size},Danyang,uuid:${uuid(at)},uuid:${uuid(at)},x/${at},4,`,
  ),
]
const odkRoster = [
  'age,PARENT_KEY,KEY,SET-OF-member',
  ...MEMBERS.map((own, at) => `${10 + at},uuid:${uuid(own - 1)},uuid:${uuid(own - 1)}/m[${at}],x/${own}`),
]

export const SHAPES: readonly Shape[] = [
  {
    name: 'KoboToolbox, one file with semicolons',
    files: {
      'kobo.csv': koboMain
        .map((line) =>
          line
            .split(',')
            .map((each) => `"${each}"`)
            .join(';'),
        )
        .join('\r\n'),
    },
    tool: 'KoboToolbox',
    confidence: 'certain',
    roles: { 'kobo.csv': 'records' },
    key: 'key: _uuid',
    found: ['electricity'],
  },
  {
    name: 'KoboToolbox, a workbook with a sheet for the members',
    files: {
      'kobo.xlsx': workbookOf({
        sheets: [
          { name: 'main', rows: cells(...koboMain) },
          { name: 'members', rows: cells(...koboRoster) },
        ],
      }),
    },
    tool: 'KoboToolbox',
    confidence: 'certain',
    roles: { main: 'records', members: 'members' },
    key: 'key: _uuid',
    found: ['electricity', 'household_size', 'age', 'in_school'],
  },
  {
    name: 'KoboToolbox legacy, one wide file',
    files: {
      'ona.csv': rows(
        '_uuid,_xform_id_string,g/electricity,children[1]/age,children[2]/age,energy/grid,energy/solar',
        `${uuid(1)},hh,yes,4,5,True,False`,
        `${uuid(2)},hh,no,7,n/a,False,True`,
      ),
    },
    tool: 'KoboToolbox',
    confidence: 'likely',
    roles: { 'ona.csv': 'records' },
    key: 'key: _uuid',
    found: ['electricity', 'age'],
  },
  {
    name: 'ODK Central, a zip of a form and a repeat',
    files: {
      'odk.zip': zipOf([
        { name: 'form-member.csv', content: rows(...odkRoster) },
        { name: 'form.csv', content: rows(...odkMain) },
        { name: 'media/picture.jpg', content: 'x' },
      ]),
    },
    tool: 'ODK',
    confidence: 'certain',
    roles: { 'form.csv': 'records', 'form-member.csv': 'members' },
    key: 'key: KEY',
    found: ['village', 'household_size', 'age'],
  },
  {
    name: 'SurveyCTO, wide',
    files: {
      'scto.csv': rows(
        'SubmissionDate,CompletionDate,starttime,formdef_version,village,wage_income,q12,q12_1,q12_3,age_1,age_2,KEY',
        '"Aug 27, 2019 6:16:19 am","Aug 27, 2019",x,1,A,-88,1 3,1,1,7,9,uuid:1a',
        '"Aug 28, 2019 6:16:19 am","Aug 27, 2019",x,1,A,400,3,0,1,7,,uuid:2b',
        '"Aug 29, 2019 6:16:19 am","Aug 27, 2019",x,1,B,500,1,1,0,7,9,uuid:3c',
      ),
    },
    tool: 'SurveyCTO',
    confidence: 'certain',
    roles: { 'scto.csv': 'records' },
    key: 'key: KEY',
    found: ['village', 'wage_income', 'age'],
  },
  {
    name: 'Survey Solutions, a zip of tables with tabs',
    files: {
      'suso.zip': zipOf([
        {
          name: 'household.tab',
          content: `\uFEFF${rows(
            ['interview__key', 'interview__id', 'village', 'wage_income', 'energy__1', 'energy__2'].join(
              '\t',
            ),
            ['10-20-30-40', uuid(1), 'A', '-999999999', '1', '0'].join('\t'),
            ['11-20-30-40', uuid(2), '##N/A##', '400', '0', '1'].join('\t'),
          )}`,
        },
        {
          name: 'members.tab',
          content: `\uFEFF${rows(
            ['interview__key', 'interview__id', 'members__id', 'age'].join('\t'),
            ['10-20-30-40', uuid(1), '1', '40'].join('\t'),
            ['10-20-30-40', uuid(1), '2', '41'].join('\t'),
            ['11-20-30-40', uuid(2), '1', '42'].join('\t'),
          )}`,
        },
      ]),
    },
    tool: 'Survey Solutions',
    confidence: 'certain',
    roles: { 'household.tab': 'records', 'members.tab': 'members' },
    key: 'key: interview__id',
    found: ['village', 'wage_income', 'age'],
  },
  {
    name: 'CommCare, a form and a repeat',
    files: {
      'Forms.csv': rows(
        'formid,form.g.village,form.g.wage_income,form.case.@case_id,completed_time',
        'f1,A,---,c1,2020-08-19',
        'f2,A,400,c2,2020-08-19',
      ),
      'Members.csv': rows(
        'number,formid,form.members.age,form.members.sex',
        '1,f1,30,m',
        '2,f1,31,f',
        '1,f2,32,m',
      ),
    },
    tool: 'CommCare',
    confidence: 'certain',
    roles: { 'Forms.csv': 'records', 'Members.csv': 'members' },
    key: 'key: formid',
    found: ['village', 'wage_income', 'age'],
  },
  {
    name: 'REDCap, one block matrix',
    files: {
      'redcap.csv': rows(
        'record_id,redcap_repeat_instrument,redcap_repeat_instance,village,energy___1,energy___2,age,form_complete',
        '1,,,A,1,0,,2',
        '1,members,1,,,,30,',
        '1,members,2,,,,31,',
        '2,,,B,0,1,,2',
        '2,members,1,,,,32,',
        '2,visits,1,,,,,',
      ),
    },
    tool: 'REDCap',
    confidence: 'certain',
    roles: { 'redcap.csv': 'block' },
    key: 'key: record_id',
    found: ['village', 'age'],
  },
  {
    name: 'Qualtrics, whose second and third rows are labels',
    files: {
      'qualtrics.csv': rows(
        'StartDate,Status,Progress,RecordedDate,ResponseId,DistributionChannel,household_size,net_income',
        'Start Date,Response Type,Progress,Recorded Date,Response ID,Distribution Channel,How many are you?,What do you earn?',
        `${['startDate', 'status', 'progress', 'recordedDate', '_recordId', 'channel', 'QID1', 'QID2'].map((id) => `"{""ImportId"":""${id}""}"`).join(',')}`,
        '2020-08-19 09:00:00,Survey Preview,100,2020-08-19 09:20:00,R_1aZ,preview,2,4000',
        '2020-08-20 09:00:00,IP Address,100,2020-08-20 09:20:00,R_2bY,anonymous,3,9000',
        '2020-08-21 09:00:00,IP Address,60,2020-08-21 09:20:00,R_3cX,anonymous,,',
      ),
    },
    tool: 'Qualtrics',
    confidence: 'certain',
    roles: { 'qualtrics.csv': 'records' },
    key: 'key: ResponseId',
    found: ['household_size', 'net_income'],
  },
  {
    name: 'Epi Info, a form and a related one',
    files: {
      'Household.csv': rows(
        'GlobalRecordId,UniqueKey,RECSTATUS,FirstSaveTime,VILLAGE,WAGE_INCOME',
        'a-1,1,1,2020-08-19,A,400',
        'a-2,2,0,2020-08-19,A,500',
        'a-3,3,1,2020-08-20,B,600',
      ),
      'Member.csv': rows(
        'GlobalRecordId,FKEY,RECSTATUS,AGE,SEX',
        'b-1,a-1,1,30,m',
        'b-2,a-1,1,31,f',
        'b-3,a-3,1,32,m',
      ),
    },
    tool: 'Epi Info',
    confidence: 'certain',
    roles: { 'Household.csv': 'records', 'Member.csv': 'members' },
    key: 'key: GlobalRecordId',
    found: ['village', 'wage_income', 'age'],
  },
  {
    name: 'CSPro, a file a record type',
    files: {
      'HOUSING.csv': rows(
        'CLUSTER,HHNO,WAGE_INCOME,QUESTIONNAIRE',
        '1,101,400,7',
        '1,102,500,8',
        '2,201,600,9',
      ),
      'PERSONS.csv': rows('CLUSTER,HHNO,LINE,AGE', '1,101,1,40', '1,101,2,41', '1,102,1,42', '2,201,1,43'),
    },
    tool: 'CSPro',
    confidence: 'likely',
    roles: { 'HOUSING.csv': 'records', 'PERSONS.csv': 'members' },
    key: 'key: HHNO',
    found: ['wage_income', 'age'],
  },
  {
    name: 'the national register, a row a person, in GB18030',
    files: {
      'list.csv': Buffer.concat([
        gb18030(
          rows(
            '户编号,人编号,姓名,与户主关系,行政村,年龄,家庭人口',
            'H1,P1,张甲,户主,丹阳,40,2',
            'H1,P2,张乙,配偶,丹阳,41,2',
            'H2,P3,张甲,户主,丹阳,40,1',
          ),
        ),
      ]),
    },
    tool: 'national register',
    confidence: 'certain',
    roles: { 'list.csv': 'persons' },
    key: 'key: 户编号',
    found: ['village', 'household_size', 'age'],
  },
  {
    name: 'the register as a sheet with a title and a header of two rows',
    files: {
      'list.xlsx': workbookOf({
        sheets: [
          {
            name: '人口信息',
            rows: inlineRows([
              ['附表2 人口信息', '', '', '', ''],
              ['户编号', '人编号', '家庭信息', '', '个人'],
              ['', '', '行政村', '乡镇', '年龄'],
              ['H1', 'P1', '丹阳', '甲镇', '40'],
              ['H1', 'P2', '丹阳', '甲镇', '41'],
              ['H2', 'P3', '丹阳', '甲镇', '42'],
            ]),
          },
        ],
      }),
    },
    tool: 'national register',
    confidence: 'certain',
    roles: { 'list.xlsx#人口信息': 'persons' },
    key: 'key: 户编号',
    found: ['township', 'village', 'age'],
  },
  {
    name: 'two plain files of one shape',
    files: {
      'east.csv': rows('household_id,village,electricity', 'E1,A,yes', 'E2,A,no'),
      'west.csv': rows('household_id,village,electricity', 'W1,B,yes', 'W2,B,no'),
    },
    tool: null,
    confidence: 'unclear',
    roles: { 'east.csv': 'records', 'west.csv': 'records' },
    key: 'key: household_id',
    found: ['village', 'electricity'],
  },
  {
    name: 'what R has rewritten',
    files: {
      'main.csv': rows('X_uuid,SET.OF.m,village,X_index', `${uuid(1)},a,A,1`, `${uuid(2)},b,B,2`),
      'roster.csv': rows(
        'X_submission__uuid,age,X_parent_index',
        `${uuid(1)},4,1`,
        `${uuid(1)},5,1`,
        `${uuid(2)},6,2`,
      ),
    },
    tool: 'KoboToolbox',
    confidence: 'certain',
    roles: { 'main.csv': 'records', 'roster.csv': 'members' },
    key: 'key: X_uuid',
    found: ['village', 'age'],
  },
  {
    name: 'a plain file without a key, with a doubled header and no name',
    files: { 'plain.csv': rows('village,village,,electricity', 'A,A,x,1', 'A,B,y,2') },
    tool: null,
    confidence: 'unclear',
    roles: { 'plain.csv': 'records' },
    key: 'key: row',
    found: ['electricity'],
  },
]

/** A text of Chinese characters in GB18030, which Node reads and does not write. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, readonly number[]>()
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low))
      if ([...character].length === 1 && !bytesOf.has(character)) bytesOf.set(character, [high, low])
    }
  return Buffer.from(
    [...text].flatMap((each) => (each < '\x80' ? [each.charCodeAt(0)] : (bytesOf.get(each) ?? [0x3f]))),
  )
}
