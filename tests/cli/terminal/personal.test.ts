import { describe, expect, test } from 'vitest'
import { inlineRows, workbookOf } from '../../survey/files/archive.js'
import { EXAMPLE_PACK } from '../../testing/example-pack.js'
import { scratch } from '../run.js'

/** What stands in for a name, a telephone and the number of an identity card. */
const NAME = 'SECRETNAME'
const PHONE = '13812345678'
const CARD = '44098119900101234X'
const SECRET = /SECRET|138\D?1234\D?5678|440981/i

const PACK = EXAMPLE_PACK.replace(
  '    survey_date: { type: date }',
  `    survey_date: { type: date }
    phone: { type: number, unit: year, max: 9, personal: true }
    card: { type: code, codes: { none: none, some: some }, personal: true }
    birth: { type: date, personal: true }
    widow: { type: yes_no, personal: true }`,
).replace('    age: {', '    member_name: { type: count, unit: person, personal: true }\n    age: {')

/** It reads further facts of the same rows, one of them personal. */
const PROGRAMME = `programme: 1
id: example-programme
title: An example
judges: example
version: 1.0.0
facts: { household: { head_name: { type: text, personal: true, labels: { en: name } }, tel: { type: text, personal: true } } }
books:
  - { id: poor, title: Poor, outcomes: [register, retain], in_force: registered }
  - { id: rest, title: Others, outcomes: [not_eligible, exit] }
lines: [{ id: line, title: A line, income: net_income, per: household_size, line: poverty_line }]
`

const HEADER = 'household_id,household_size,wage_income,transfer_income,electricity,status'
const ROWS = `A,2,9000,0,yes,none\nB,2,,0,yes,none\n`

/** Files at which reading stops. */
const STOPPING: { readonly [name: string]: string | Buffer } = {
  'headerless.csv': `DY-1,${NAME},${PHONE},4\nDY-2,${NAME}2,${PHONE},3\n`,
  'headerless-few.csv': `DY-1,${NAME},4\nDY-2,${NAME},3\n`,
  'headerless-card.csv': `DY-1,${NAME},${CARD},丹阳,yes\nDY-2,${NAME},${CARD},丹阳,no\n`,
  'headerless-spaced.csv': `DY-1,${NAME},138 1234 5678,yes,A\n`,
  'semicolons.csv': `DY-1;${NAME};${PHONE}\nDY-2;${NAME};${PHONE}\n`,
  'headerless.tsv': `DY-1\t${NAME}\t${PHONE}\n`,
  'headerless.xlsx': workbookOf({
    sheets: [
      {
        name: 'S',
        rows: inlineRows([
          ['DY-1', NAME, PHONE],
          ['DY-2', NAME, PHONE],
        ]),
      },
    ],
  }),
  'title.csv': `${NAME} ${PHONE}\n${HEADER}\n${ROWS}`,
  'quote.csv': `${HEADER},note\nA,2,1,1,yes,none,"${NAME} ${PHONE}\n`,
  'stray.csv': `${HEADER},note\nA,2,1,1,yes,none,${NAME} "${PHONE}"\n`,
  'behind.csv': `${HEADER},note\nA,2,1,1,yes,none,"${NAME}" ${PHONE}\n`,
  'compact.yaml': `- household_id: a\n  name: ${NAME}\n  phone: ${PHONE} : x\n`,
  'alias.yaml': `- household_id: a\n  name: *${NAME}\n`,
  'tag.yaml': `- household_id: a\n  name: !${NAME}<${PHONE}\n`,
  'quoted.yaml': `- household_id: a\n  name: "${NAME}" ${PHONE}\n`,
  'escape.yaml': `- household_id: a\n  name: "\\q${NAME}"\n`,
  'twice.yaml': `${NAME}: { size: 1 }\n${NAME}: { size: 2 }\n`,
  'reserved.yaml': `- household_id: a\n  name: \`${NAME}\n`,
  'comma.json': `[{"household_id":"a","phone":"${PHONE}",,}]`,
  'bare.json': `[{"household_id":${NAME}}]`,
  'number.json': `[{"household_id":${PHONE}SECRET}]`,
  'missing-comma.json': `[{"household_id":"a" "${NAME} ${PHONE}"}]`,
  'backtick.json': `[{"household_id":"a" "\`${NAME}\` ${PHONE}"}]`,
  'escape.json': `[{"household_id":"${NAME}\\x"}]`,
  'line-break.json': `[{"household_id":"${NAME}\n${PHONE}"}]`,
  'twice.json': `[{"${NAME}":1,"${NAME}":2}]`,
  'early.json': `[{"household_id":"${NAME} ${PHONE}`,
  'names.json': `[{"${PHONE}":1},{"household_size":2}]`,
  'mapped.csv': `id,size,name,tel ${PHONE}\nA,2,${NAME},${PHONE}\n`,
  'latin.csv': Buffer.concat([
    Buffer.from(`${HEADER},note\nA,2,1,1,yes,none,${NAME}`),
    Buffer.from([0xe9, 0x2c]),
    Buffer.from(`${PHONE}\n`),
  ]),
}

/** Files that are read, with cells that do not read, lost rows, and columns that nobody asked for. */
const READ: { readonly [name: string]: string | Buffer } = {
  'personal.csv': `${HEADER},phone,card,birth,widow\nA,2,1,1,yes,none,${PHONE},${CARD},${NAME},${NAME}\nB,2,1,1,yes,none,${NAME},${PHONE},${PHONE},${PHONE}\n`,
  'unclaimed.csv': `${HEADER},name,tel,call ${PHONE},备注${CARD}\nA,2,1,1,yes,none,${NAME},${PHONE},${NAME},${CARD}\n`,
  'doubled.csv': `${HEADER},call ${PHONE},call ${PHONE},tel ${PHONE}\nA,2,1,1,yes,none,${NAME},${PHONE},x\n`,
  'ragged.csv': `${HEADER},name\nA,2,1,1,yes,none,${NAME}\n${NAME},${PHONE}\n,2,1,1,yes,none,${NAME}\n`,
  'near.csv': `${HEADER.replace('wage_income', `wage_incme ${PHONE}`)}\n${ROWS}`,
  'lines.ndjson': `{"household_id":"a","household_size":2,"name":"${NAME}"}\n{"household_id":"b","name":${NAME}}\n{"household_id":"c","name":"${NAME}" "${PHONE}"}\n"${NAME}"\n`,
  'members.json': JSON.stringify([
    {
      household_id: 'a',
      household_size: 1,
      members: [{ member_name: NAME, age: 3 }, NAME],
      [`tel ${PHONE}`]: NAME,
    },
  ]),
}

const OTHERS = {
  'pack/pack.yaml': PACK,
  'pack/programme.yaml': PROGRAMME,
  'other/pack.yaml': PACK.replace('value: 4000', 'value: 5000'),
  'm.yaml': `mapping: 1\npack: example\nhouseholds:\n  key: ${JSON.stringify(PHONE.slice(0, 10))}\n  facts: { household_size: size }\n`,
}

const surveyRuns = (file: string): string[][] => [
  ...['table', 'json', 'csv', 'markdown', 'ndjson', 'html'].flatMap((format) => [
    ['assess', file, '-f', format],
    ['measure', file, '-f', format, '--by', 'status'],
  ]),
  ['assess', file, '-m', 'm.yaml'],
  ['assess', file, '--keep', 'phone'],
  ...['table', 'json', 'csv', 'markdown', 'github', 'html'].map((format) => ['validate', file, '-f', format]),
  ['explain', file, '--id', 'A'],
  ['explain', file, '--id', 'A', '-f', 'html'],
  ['explain', file, '--id', 'nobody'],
]

describe('what identifies a person stays in its file', () => {
  test.each(Object.keys(STOPPING))('where reading stops: %s', async (file) => {
    const { here } = scratch({ [file]: STOPPING[file] ?? '', ...OTHERS })
    const runs = [
      ...surveyRuns(file),
      ['inspect', file],
      ['inspect', file, '-f', 'json', '--write', 'out.yaml'],
    ]
    for (const args of runs) {
      const { out, err } = await here([...args, '-r', 'pack'])
      expect([args, SECRET.exec(out + err)]).toEqual([args, null])
    }
    const { out, err } = await here(['diff', 'pack', 'other', file])
    expect(SECRET.exec(out + err)).toBeNull()
    expect(await here(['assess', file, '-r', 'pack'])).toMatchObject({
      code: 2,
      err: expect.stringContaining(file),
    })
  })

  test.each(Object.keys(READ))('in messages about %s', async (file) => {
    const { here } = scratch({ [file]: READ[file] ?? '', ...OTHERS })
    expect((await here(['assess', file, '-r', 'pack'])).out).toContain('judged by example')
    for (const args of surveyRuns(file)) {
      const { out, err } = await here([...args, '-r', 'pack'])
      expect((out + err).length).toBeGreaterThan(20)
      expect([args, SECRET.exec(out + err)]).toEqual([args, null])
    }
  })
})
