import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadPack } from '../../../src/engine/load-pack.js'
import { readProgramme } from '../../../src/programme/policy/read.js'

const FILE = 'rules/cn-2020/programme.yaml'
const TEXT = readFileSync(FILE, 'utf8')

const loaded = await loadPack('rules/cn-2020')
if ('faults' in loaded) throw new Error('the pack loads')
const { pack } = loaded

const read = (text: string) => readProgramme(FILE, text, pack)

function programmeOf(text: string) {
  const reading = read(text)
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults, null, 1))
  return reading.programme
}

/** The shipped programme with a part of its text replaced; each part stands there. */
function changed(...parts: readonly (readonly [string, string])[]): string {
  return parts.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }, TEXT)
}

const faultsOf = (text: string) => {
  const reading = read(text)
  return 'faults' in reading
    ? reading.faults.map(({ code, message, help = '', at }) => {
        const line = at?.line ?? 0
        return `${line} ${code}: ${message}; ${help}`
      })
    : []
}

const lineOf = (part: string) => TEXT.slice(0, TEXT.indexOf(part)).split('\n').length

test('the programme of cn-2020 is whole', () => {
  const programme = programmeOf(TEXT)
  expect(programme.assistance).toHaveLength(13)
  expect(programme.assistance.filter(({ method }) => method !== null)).toHaveLength(11)
  expect([...programme.methods.keys()]).toEqual([
    'industry',
    'relocation',
    'ecology',
    'education',
    'assistance',
  ])
  expect(programme.books.map(({ id }) => id)).toEqual(['poor', 'marginal', 'none'])
  expect(programme.index).toMatchObject({ denominator: 12, cutoff: 4 })
  expect([...(programme.index?.weights ?? [])]).toEqual([
    ['income', 4],
    ['food', 2],
    ['clothing', 2],
    ['medical', 1],
    ['housing', 1],
    ['water', 1],
    ['education', 1],
  ])
  const monitor = programme.procedures.find(({ id }) => id === 'monitor')
  expect(monitor?.steps.map(({ id, days }) => [id, days])).toEqual([
    ['appraisal', null],
    ['publicity_1', 5],
    ['township', null],
    ['county', null],
  ])
  expect(programme.evaluation.combined[0]?.shares).toEqual(
    new Map([
      ['west', { over: 3, under: 100 }],
      ['else', { over: 2, under: 100 }],
    ]),
  )
  expect(programme.regions.flatMap(({ provinces }) => provinces)).toHaveLength(31)
})

/** Every programme that comes with tpa, with its pack. */
const SHIPPED = readdirSync('rules').filter((name) => existsSync(`rules/${name}/programme.yaml`))

test('programmes come with these packs', () => {
  expect(SHIPPED).toEqual(['cn-2020', 'global-mpi', 'world-bank-lines'])
})

test.each(SHIPPED)(
  '%s: every entry that is policy has a source that the programme or its pack knows, and a label in Chinese',
  async (name) => {
    const programme = await shipped(name)
    const { books, lines, key, procedures, methods, assistance, needs, regions, areas, index } = programme
    const cited = [...lines, ...key, ...procedures, ...methods.values(), ...assistance, ...needs, ...regions]
    const steps = procedures.flatMap((procedure) => procedure.steps)
    const whole = [{ ...programme, citation: index?.citation ?? cited[0]?.citation ?? null }]
    const policy = [...cited, ...steps, ...(index === null ? [] : [{ id: 'index', ...index }])]
    expect(policy.length).toBeGreaterThan(0)
    for (const { id, citation } of [...policy, ...whole])
      expect([id, programme.sources.has(citation?.source ?? '')]).toEqual([id, true])
    for (const { id, citation } of books.filter(({ id }) => id !== 'none'))
      expect([id, programme.sources.has(citation?.source ?? '')]).toEqual([id, true])
    const named = [...whole, ...books, ...policy, ...areas.map((area) => ({ ...area, id: area.by }))]
    for (const { id, title, labels } of named)
      expect([id, title, labels.zh]).toEqual([
        id,
        expect.stringMatching(/\w/),
        expect.stringMatching(/\p{Script=Han}/u),
      ])
  },
)

async function shipped(name: string) {
  const packed = await loadPack(`rules/${name}`)
  if ('faults' in packed) throw new Error(JSON.stringify(packed.faults))
  const file = `rules/${name}/programme.yaml`
  const reading = readProgramme(file, readFileSync(file, 'utf8'), packed.pack)
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults))
  return reading.programme
}

test.each<[string, readonly (readonly [string, string])[], string, string]>([
  [
    'a decision in two books',
    [['outcomes: [monitor]', 'outcomes: [monitor, retain]']],
    'outcomes: [monitor]',
    '`retain` is in the book `poor` already',
  ],
  [
    'a decision in no book',
    [['[not_eligible, exit, stable]', '[not_eligible, exit]']],
    'books:',
    'no book takes the decision `stable`',
  ],
  [
    'an unknown decision',
    [['outcomes: [monitor]', 'outcomes: [monitr]']],
    'outcomes: [monitor]',
    '`monitr` is not a decision of the pack',
  ],
  [
    'an unknown code in force',
    [['in_force: registered', 'in_force: registred']],
    'in_force: registered',
    'did you mean `registered`',
  ],
  [
    'an unknown criterion of a need',
    [['unmet: housing', 'unmet: hosing']],
    'unmet: housing',
    '`hosing` is not a criterion of the pack',
  ],
  [
    'an unknown criterion of the index',
    [['education: 1/12 }', 'educating: 1/12 }']],
    'education: 1/12',
    'did you mean `education`',
  ],
  [
    'weights that are no whole',
    [['income: 4/12', 'income: 3/12']],
    'weights:',
    'the weights add up to 11/12, and not to 1',
  ],
  ['a weight over nothing', [['income: 4/12', 'income: 4/0']], 'weights:', 'divides by 0'],
  [
    'no assistance for a need',
    [['any_of: [water_works]', 'any_of: []']],
    'any_of: [water_works]',
    'one kind of assistance at least',
  ],
  [
    'an unknown assistance',
    [['any_of: [water_works]', 'any_of: [waterworks]']],
    'any_of: [water_works]',
    'did you mean `water_works`',
  ],
  [
    'an unknown method',
    [['method: relocation', 'method: relocate']],
    'method: relocation',
    '`relocate` is not a method',
  ],
  ['a share without its sign', [['at_least: 90%', 'at_least: 90']], 'at_least: 90%', 'such as 90%'],
  [
    'no share for other regions',
    [['{ west: 3%, else: 2% }', '{ west: 3% }']],
    'combined:',
    'no share for other regions',
  ],
  [
    'a limit of an unknown region',
    [['{ west: 3%, else: 2% }', '{ wset: 3%, else: 2% }']],
    'combined:',
    '`wset` is not a region',
  ],
  [
    'an unknown step',
    [['steps: [appraisal, verification,', 'steps: [appraisel, verification,']],
    'steps: [appraisal, verification',
    'did you mean `appraisal`',
  ],
  [
    'an unknown fact in a condition',
    [['when: able_to_work <= 0, source', 'when: able_to_wrok <= 0, source']],
    'when: able_to_work <= 0, source',
    'able_to_work',
  ],
  [
    'a condition that is a number',
    [['when: able_to_work > 0', 'when: able_to_work']],
    'when: able_to_work > 0',
    'a yes/no is expected here',
  ],
  [
    'a number in a condition',
    [['when: able_to_work > 0', 'when: able_to_work > 1']],
    'when: able_to_work > 0',
    'stands in an expression',
  ],
  [
    'a line in another unit',
    [['line: poverty_line', 'line: food_secure']],
    'line: poverty_line',
    'a number is expected here',
  ],
  [
    'a fact that the pack has',
    [['    able_to_work: { type', '    water_minutes: { type']],
    '    able_to_work: { type',
    '`water_minutes` already means something in the pack',
  ],
  [
    'a column that the pack reads',
    [['zh: 劳动力人数', 'zh: 工资性收入']],
    '    able_to_work: { type',
    'the column `工资性收入` is read as `wage_income` already',
  ],
  ['a source that nobody names', [['source: qinan', 'source: qinann']], 'source: qinan', 'none of the pack'],
  [
    'two procedures for one decision',
    [['for: [exit]', 'for: [exit, register]']],
    '  exit:\n    title',
    '`register` has the procedure `entry` already',
  ],
  [
    'a need with two reasons',
    [['unmet: water, any_of', 'unmet: water, cause: water, any_of']],
    'id: water, title: Water,',
    'not exactly one of',
  ],
  ['an unknown key', [['visits: { every_days', 'visits: { evry_days']], 'visits:', 'every_days'],
  [
    'a programme for another pack',
    [['judges: cn-2020', 'judges: cn-village-exit']],
    'judges:',
    '`cn-village-exit`, and not for `cn-2020`',
  ],
  [
    'a province in two regions',
    [['[Beijing, 北京, 北京市]', '[Beijing, 北京, 河南]']],
    'central:',
    '`河南` is in the region `east` already',
  ],
])('%s is told with its line', (_, parts, place, message) => {
  const faults = faultsOf(changed(...parts))
  expect(faults.join('\n')).toContain(message)
  expect(faults.map((fault) => Number.parseInt(fault, 10))).toContain(
    place === 'central:' ? lineOf('[Shanxi') : lineOf(place),
  )
})

test('all faults are told in one go, in the order of the file', () => {
  const faults = faultsOf(
    changed(
      ['outcomes: [monitor]', 'outcomes: [monitr]'],
      ['unmet: housing', 'unmet: hosing'],
      ['income: 4/12', 'income: 3/12'],
      ['at_least: 90%', 'at_least: 90'],
    ),
  )
  expect(faults.length).toBeGreaterThanOrEqual(4)
  const lines = faults.map((fault) => Number.parseInt(fault, 10))
  expect(lines).toEqual([...lines].sort((a, b) => a - b))
})

test('words and layout do not change the hash, and policy does', () => {
  const { hash } = programmeOf(TEXT)
  const same = [
    changed(['title: Poor households', 'title: Households that are poor']),
    changed(['zh: 贫困户 }', 'zh: 贫困家庭 }']),
    changed(['a visit every month', 'somebody comes each month']),
    changed(['when: able_to_work > 0', 'when: able_to_work>0']),
    `# a remark\n${TEXT}`,
  ]
  for (const text of same) expect(programmeOf(text).hash).toBe(hash)
  const other = [
    changed(['every_days: 31', 'every_days: 30']),
    changed(['{ west: 3%, else: 2% }', '{ west: 4%, else: 2% }']),
    changed(['income: 4/12', 'income: 3/12'], ['food: 2/12', 'food: 3/12']),
    changed(['least_cell: 10', 'least_cell: 5']),
    changed(['when: able_to_work > 0', 'when: able_to_work >= 0']),
    changed(['days: 7, source: reg14', 'days: 8, source: reg14']),
    changed(['for: [monitor]', 'for: [monitor, retain]']),
  ]
  expect(new Set([hash, ...other.map((text) => programmeOf(text).hash)]).size).toBe(other.length + 1)
})
