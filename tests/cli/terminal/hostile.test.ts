import { describe, expect, test } from 'vitest'
import { inlineRows, workbookOf } from '../../survey/files/archive.js'
import { EXAMPLE_PACK } from '../../testing/example-pack.js'
import { type Run, scratch } from '../run.js'

/** A text that moves a cursor, hides and reorders letters, and holds commands of CI systems. */
const HOSTILE =
  'x\r\n::error::pwned\n  ::add-mask::y ##[group]z ##vso[task]\u001b[31m\u001b]0;t\u0007\u009b2J\u007f\u202eab\u2066c\u2069\u2028d\u2029'
const COMMAND = '::warning::pwned ##[error]\u001b[2J'

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const HEADER = `household_id,household_size,wage_income,transfer_income,electricity,status,${quoted(HOSTILE)},${quoted(COMMAND)},village`

const row = (id: string, cells: string) =>
  `${quoted(id)},${cells},${quoted(HOSTILE)},${quoted(COMMAND)},${quoted(HOSTILE)}`

/** Households whose ids, cells and headers are hostile: sound ones, a gap, cells that do not read, ids that stand twice, broken rows. */
const SURVEY = `${[
  HEADER,
  row(HOSTILE, '2,9000,0,yes,none'),
  row(COMMAND, '2,,0,yes,none'),
  row('##[x', '2,1,1,yes,registered'),
  row('=1', '3,9000,5000,no,none'),
  row('A', `2,${quoted(HOSTILE)},0,${quoted(COMMAND)},${quoted(COMMAND)}`),
  row(`${COMMAND} twice`, '2,1,1,yes,none'),
  row(`${COMMAND} twice`, '2,2,1,yes,none'),
  `${quoted(COMMAND)},1`,
  row('', '2,1,1,yes,none'),
].join('\n')}\n`

/** The pack with hostile texts wherever a pack holds text for people. */
const PACK = [
  'An example',
  'The paper',
  'One income',
  'Poverty line',
  'not registered',
  'Income reaches the line',
  'income below the line',
  'register as poor',
  'keep on the register',
  'there is no income',
  '工资性收入',
].reduce((text, words) => text.replaceAll(words, JSON.stringify(`${words} ${HOSTILE}`)), EXAMPLE_PACK)
const OTHER = PACK.replace('value: 4000', 'value: 5000').replace(
  'title: Connected',
  `title: ${JSON.stringify(COMMAND)}`,
)
const BROKEN = `${PACK}\n${JSON.stringify(COMMAND)}: 1\n::error::x: [\n`

const SUITE = `cases:
  - name: ${JSON.stringify(HOSTILE)}
    about: ${JSON.stringify(COMMAND)}
    given: { household_size: 2, wage_income: 9000, transfer_income: 0, electricity: yes, members: [{ insured: no }, { insured: yes }] }
    expect: { decision: register, reasons: [income] }
  - name: ${JSON.stringify(COMMAND)}
    given: { household_size: 2, wage_income: ${JSON.stringify(HOSTILE)} }
    expect: { decision: not_eligible }
`

const MAPPING = `mapping: 1
pack: example
households:
  key: household_id
  missing: { ${JSON.stringify(HOSTILE)}: blank }
  facts:
    household_size: household_size
    wage_income: { column: ${JSON.stringify(COMMAND)} }
    transfer_income: ${JSON.stringify(`${HOSTILE}?`)}
`

/** Households by place, with hostile texts wherever a programme holds text for people. */
const PROGRAMME = `programme: 1
id: hostile
title: ${JSON.stringify(HOSTILE)}
judges: example
version: 1.0.0
facts: { household: { village: { type: text, labels: { en: ${JSON.stringify(`Village ${COMMAND}`)} } } } }
places: [village]
books:
  - { id: poor, title: ${JSON.stringify(HOSTILE)}, outcomes: [register, retain], in_force: registered }
  - { id: rest, title: ${JSON.stringify(COMMAND)}, outcomes: [not_eligible, exit] }
lines: [{ id: line, title: ${JSON.stringify(COMMAND)}, income: net_income, per: household_size, line: poverty_line }]
key: [{ id: dark, title: ${JSON.stringify(HOSTILE)}, when: not(electricity), source: paper, evidence: weak }]
areas: [{ by: village, title: ${JSON.stringify(HOSTILE)}, pack: cn-village-exit, fact: poor_persons, book: poor, size: rural_persons }]
index: { title: ${JSON.stringify(COMMAND)}, weights: { income: 1/2, medical: 1/2 }, cutoff: 1/2, source: paper, evidence: weak }
`

const NAME = '::error::\u001b[31m##[x]\n::b\u202e.csv'

const FILES: { readonly [name: string]: string | Buffer } = {
  'a.csv': SURVEY,
  [NAME]: SURVEY,
  'list.xlsx': workbookOf({
    sheets: [
      {
        name: '::x ##[a]\u202e',
        rows: inlineRows([HEADER.split(',').slice(0, 6), ['##[x', '2', '1', '1', 'yes', 'none']]),
      },
    ],
  }),
  'a.json': JSON.stringify([
    { household_id: HOSTILE, household_size: COMMAND, [HOSTILE]: 1, [COMMAND]: { a: 1 } },
  ]),
  'bad.json': `[{"household_id": "${COMMAND}",,}]`,
  'bad.yaml': `- household_id: ${COMMAND} : y\n  ${COMMAND}: z\n`,
  'a.ndjson': `${JSON.stringify({ household_id: COMMAND, household_size: 2 })}\n{"${COMMAND}": }\n`,
  'm.yaml': MAPPING,
  'pack/pack.yaml': PACK,
  'pack/tests/a.yaml': SUITE,
  'pack/programme.yaml': PROGRAMME,
  'broken.yaml': `${PROGRAMME}${JSON.stringify(COMMAND)}: 1\n`,
  'people.csv': `village,rural_persons\n${quoted(HOSTILE)},9\n${quoted(COMMAND)},7\n`,
  'other/pack.yaml': OTHER,
  'broken/pack.yaml': BROKEN,
  [`${COMMAND.replaceAll('/', '')}/pack.yaml`]: PACK,
  'stored.json': JSON.stringify({
    household_id: HOSTILE,
    decision: COMMAND,
    facts: { wage_income: HOSTILE, [COMMAND]: 1 },
  }),
}

const SURVEYS = ['a.csv', NAME, 'list.xlsx', 'a.json', 'a.ndjson', 'bad.json', 'bad.yaml']

/** Every command in every format, with every flag that names something. */
const RUNS: readonly (readonly string[])[] = [
  ...['table', 'json', 'ndjson', 'csv', 'markdown', 'html'].flatMap((format) => [
    ...SURVEYS.map((file) => ['assess', file, '-r', 'pack', '-f', format]),
    [
      'assess',
      'a.csv',
      '-r',
      'pack',
      '-f',
      format,
      '-o',
      'out',
      '--rejects',
      'rejects',
      '--report',
      'json=more.json',
    ],
  ]),
  [
    'assess',
    'a.csv',
    '-r',
    'pack',
    '-f',
    'csv',
    '--keep',
    `${COMMAND},village`,
    '--excel',
    '--rejects',
    'rejects',
  ],
  ['assess', 'a.csv', '-r', 'pack', '-f', 'ndjson', '--keep', `${COMMAND},village`],
  ['assess', 'a.csv', '-r', 'pack', '-f', 'csv', '--engine', 'compiled', '--rejects', 'rejects'],
  ['assess', 'a.csv', '-r', 'pack', '--color', 'always', '--by', 'status'],
  ['assess', 'a.csv', '-r', 'pack', '-m', 'm.yaml'],
  ...['table', 'json', 'ndjson', 'csv', 'markdown', 'html'].flatMap((format) => [
    ...SURVEYS.map((file) => ['measure', file, '-r', 'pack', '-f', format]),
    ['measure', 'a.csv', '-r', 'pack', '-f', format, '--by', 'village', '--by', 'status', '-o', 'out'],
    [
      'measure',
      'a.csv',
      '-r',
      'pack',
      '-f',
      format,
      '--by',
      'village',
      '--population',
      'people.csv',
      '--areas',
    ],
    ['measure', 'a.csv', '-r', 'pack', '-f', format, '--stratum', COMMAND],
  ]),
  ['measure', 'a.csv', '-r', 'pack', '--by', 'village', '--color', 'always', '--fail-on', 'p0>1%'],
  ['measure', 'a.csv', '-r', 'pack', '--weight', COMMAND],
  ['measure', 'a.csv', '-r', 'pack', '--population', 'a.csv'],
  ['measure', 'a.csv', '-r', 'pack', '--programme', 'broken.yaml'],
  ...['table', 'json', 'csv', 'markdown', 'github', 'html'].flatMap((format) => [
    ...SURVEYS.map((file) => ['validate', file, '-r', 'pack', '-f', format]),
    ['validate', 'a.csv', '-r', 'pack', '-f', format, '--by', 'village', '-o', 'out', '--rejects', 'rejects'],
  ]),
  ['validate', 'a.csv', '-r', 'pack', '--by', 'village', '--color', 'always'],
  ...['=1', COMMAND, `${COMMAND} twice`].map((id) => [
    'explain',
    'a.csv',
    '-r',
    'pack',
    '-f',
    'html',
    '--id',
    id,
  ]),
  ...['table', 'json', 'markdown'].flatMap((format) => [
    ...SURVEYS.map((file) => ['inspect', file, '-r', 'pack', '-f', format, '--columns']),
    ['inspect', 'a.csv', '-r', 'pack', '-f', format, '--write', 'out', '--force', '-o', 'more'],
    ['explain', 'a.csv', '-r', 'pack', '-f', format, '--id', '=1'],
    ['explain', 'a.csv', '-r', 'pack', '-f', format, '--id', COMMAND],
    ['explain', 'a.csv', '-r', 'pack', '-f', format, '--id', `${COMMAND} twice`],
    ['explain', '-r', 'pack', '-f', format, '--record', 'stored.json'],
  ]),
  ['explain', 'a.csv', '-r', 'pack', '--id', `${COMMAND}?`],
  ...['table', 'json'].flatMap((format) =>
    ['pack', 'broken', COMMAND].map((pack) => ['check', pack, '-f', format, '--notes']),
  ),
  ...['table', 'json', 'junit', 'github', 'markdown'].flatMap((format) => [
    ['test', 'pack', '-f', format],
    ['test', 'broken', '-f', format],
    ['test', 'pack', '-f', format, '-o', 'out', '--coverage'],
  ]),
  ...['table', 'json', 'csv', 'markdown', 'html'].flatMap((format) => [
    ['diff', 'pack', 'other', 'a.csv', '-f', format],
    ['diff', 'pack', COMMAND, 'a.csv', '-f', format],
  ]),
]

/** Usage errors: what was typed is said again. */
const TYPED: readonly (readonly string[])[] = [
  [HOSTILE],
  ['assess', HOSTILE],
  ['assess', 'a.csv', '-r', HOSTILE],
  ['assess', 'a.csv', '-f', HOSTILE],
  ['assess', 'a.csv', `--${HOSTILE}`],
  ['assess', 'a.csv', '-r', 'pack', '--keep', `${HOSTILE}?`],
  ['assess', 'a.csv', '-r', 'pack', '--by', HOSTILE],
  ['assess', 'a.csv', '-r', 'pack', '--set', `${HOSTILE}=1`],
  ['assess', 'a.csv', '-r', 'pack', '--set', `poverty_line=${HOSTILE}`],
  ['assess', 'a.csv', '-r', 'pack', '--assume', `${HOSTILE}=1`],
  ['assess', 'a.csv', '-r', 'pack', '--fail-on', HOSTILE],
  ['assess', 'a.csv', '-r', 'pack', '--as-of', HOSTILE],
  ['assess', 'a.csv', '-r', 'pack', '-o', `${HOSTILE}/x`],
  ['assess', 'a.csv', '-r', 'pack', '--report', HOSTILE],
  ['assess', 'a.csv', '-r', 'pack', '-m', HOSTILE],
  ['assess', 'a.csv', '-r', 'pack', '--preset', HOSTILE],
  ['assess', 'a.csv', '-r', 'pack', '--encoding', HOSTILE],
  ['check', HOSTILE],
  ['test', 'pack', '--filter', `${HOSTILE}?`],
  ['diff', HOSTILE, 'pack', 'a.csv'],
  ['diff', `HEAD:${HOSTILE}`, 'pack', 'a.csv'],
  ['help', HOSTILE],
]

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour begins with this character
const OWN_COLOUR = /\x1b\[(?:1|22|2|3[125]|39)m/g
const OWN_COMMAND = /^::(?:error|warning|notice) (?:[a-z]+=[^:,]*,?)+::/

/** Control characters and those that change the reading direction; a tab in a cell lays out its text. */
const UNSEEN = /\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u
const UNSEEN_IN_CSV = /[^\P{Cc}\t]|[\u2028-\u202e\u2066-\u2069]/u

/** What of a stream acts on a terminal or a CI system, line by line; of `github` its own commands are meant, of CSV the line ends. */
function acting(text: string, format: 'csv' | 'github' | 'colour' | 'other'): string[] {
  const seen = format === 'colour' ? text.replace(OWN_COLOUR, '') : text
  const unseen = format === 'csv' ? UNSEEN_IN_CSV : UNSEEN
  const isCommand = (line: string) => /^\s*::/.test(line) && !(format === 'github' && OWN_COMMAND.test(line))
  return (format === 'csv' ? seen.split(/\r?\n/) : seen.split('\n')).filter(
    (line) => isCommand(line) || /##\w*\[/.test(line) || unseen.test(line),
  )
}

function streamsOf(
  { out, err }: Run,
  place: ReturnType<typeof scratch>,
): readonly (readonly [string, string])[] {
  const files = place
    .files()
    .filter((name) => ['out', 'more', 'more.json', 'rejects'].includes(name))
    .map((name) => [name, place.read(name)] as const)
  return [['stdout', out], ['stderr', err], ...files]
}

/** The format of a stream: `rejects` is CSV in any run, and stderr is for people. */
function formatOf(stream: string, args: readonly string[]): Parameters<typeof acting>[1] {
  if (stream === 'rejects') return 'csv'
  if (args.includes('always')) return 'colour'
  const format = args[args.indexOf('-f') + 1]
  return (stream === 'stdout' || stream === 'out') && (format === 'csv' || format === 'github')
    ? format
    : 'other'
}

const named = (all: readonly (readonly string[])[]) =>
  all.map((args) => ({ args, shown: args.map((each) => JSON.stringify(each).slice(0, 20)).join(' ') }))

describe('no stream acts on a terminal or a CI system', () => {
  test.each(named(RUNS))('$shown', async ({ args }) => {
    const place = scratch(FILES)
    const streams = streamsOf(await place.here(args), place)
    expect(streams.reduce((sum, [, text]) => sum + text.length, 0)).toBeGreaterThan(50)
    for (const [name, text] of streams) expect([name, acting(text, formatOf(name, args))]).toEqual([name, []])
  })

  test.each(named(TYPED))('as typed: $shown', ({ args }) => {
    const { code, out, err } = scratch(FILES).tpa(args)
    expect(code).toBe(2)
    expect(err.length).toBeGreaterThan(20)
    expect(acting(out + err, 'other')).toEqual([])
  })

  test.each(['table', 'html', 'csv'])(
    'the figures and areas of the hostile programme are there, as %s',
    async (format) => {
      const args = ['measure', 'a.csv', '-r', 'pack', '-f', format, '--by', 'village']
      const { code, out } = await scratch(FILES).here(args)
      expect([code, out.length > 1000, out.includes('pwned')]).toEqual([1, true, true])
      const areas = await scratch(FILES).here([...args, '--population', 'people.csv', '--areas'])
      expect(areas.out).toMatch(/remain|verify|exit/)
    },
  )
})
