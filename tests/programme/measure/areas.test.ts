import { expect, test } from 'vitest'
import { significantDigits } from '../../../src/base/quotient.js'
import { assessRecord } from '../../../src/engine/assess.js'
import { loadPack } from '../../../src/engine/load-pack.js'
import { type AreaJudge, judgeArea, regionOf } from '../../../src/programme/measure/areas.js'
import { type Figure, figuresOf } from '../../../src/programme/measure/figures.js'
import { createMeasureFold } from '../../../src/programme/measure/fold.js'
import { incidenceFigures } from '../../../src/programme/measure/incidence.js'
import { readPopulation } from '../../../src/programme/measure/population.js'
import { scratch } from '../../cli/run.js'
import { judgedBy, recordsOf } from './measured.js'

const judged = await judgedBy('rules/cn-2020')
const { pack, asked, programme } = judged
const records = await recordsOf(judged, ['fixtures/danyang.csv'])
const villages = await loadPack('rules/cn-village-exit')
if ('faults' in villages) throw new Error('the pack of villages loads')

const fold = createMeasureFold(pack, programme, { by: [['village'], ['township']], isSample: false })
for (const record of records) fold.add(assessRecord(asked, record, { asOf: null }), null)
const context = { pack, programme, sample: null }
const groups = fold.groups().map((group) => ({ group, figures: figuresOf(context, group) }))

const HEAD = 'province,county,township,village,rural_persons'

/** The areas of a population, as `tpa measure --areas` judges them. */
async function areasWith(text: string) {
  const { folder } = scratch({ 'population.csv': text })
  const reading = await readPopulation(`${folder}/population.csv`, pack, programme, process.stdin)
  if ('faults' in reading)
    return { faults: reading.faults.map(({ message, at }) => `${at?.line}: ${message}`) }
  const { population } = reading
  const [rule] = programme.areas
  if (rule === undefined || 'faults' in villages) throw new Error('there is a rule for villages')
  const judge: AreaJudge = { rule, pack: villages.pack, programme, population, asOf: null }
  const areas = groups
    .filter(({ group }) => group.by === 'village')
    .map(({ group, figures }) => judgeArea(judge, group, figures))
  const incidence = (name: string) => {
    const own = groups.find(({ group }) => group.group.endsWith(name))
    if (own === undefined) throw new Error(`no group ${name}`)
    const [found] = incidenceFigures(programme, population, own.group, own.figures)
    const text = (end: Figure['least']) => (end === null ? '' : significantDigits(end, 4))
    return found === undefined ? '' : `${text(found.least)}..${text(found.most)} ${found.notes.join()}`.trim()
  }
  return { areas, incidence }
}

const rowOf = (village: string, persons: string) => `Guizhou,Wanshan,Danyang,${village},${persons}`

async function decisionOf(persons: string) {
  const { areas = [], incidence } = await areasWith([HEAD, rowOf('Qiaotou', persons)].join('\n'))
  const own = areas.find(({ group }) => group.endsWith('Qiaotou'))
  return {
    decision: own?.assessment.decision,
    toPass: own?.toPass,
    toFail: own?.toFail,
    share: incidence?.('Qiaotou'),
  }
}

test('a village passes only where every number of poor persons that is possible does', async () => {
  // 54 to 65 poor persons; the west passes up to and with 3%.
  expect(await decisionOf('2167')).toMatchObject({ decision: 'exit', share: '0.02492..0.03' })
  expect(await decisionOf('2166')).toMatchObject({ decision: 'verify' })
  expect(await decisionOf('1800')).toMatchObject({ decision: 'verify', share: '0.03..0.03611' })
  expect(await decisionOf('1799')).toMatchObject({ decision: 'remain', toPass: null, toFail: null })
})

test('an open village says how few households settle it, and they do', async () => {
  const open = groups.find(({ group }) => group.group.endsWith('Qiaotou'))
  expect(open).toBeDefined()
  const { toPass, toFail } = await decisionOf('2000')
  expect(toPass).toBeGreaterThan(0)
  expect(toFail).toBeGreaterThan(0)
  const fewer = await decisionOf('2166')
  expect(fewer.toPass).toBe(1)
})

test('an area without a row is listed, and nobody says that it passes', async () => {
  const { areas = [], incidence } = await areasWith([HEAD, rowOf('Qiaotou', '5000')].join('\n'))
  expect(areas).toHaveLength(8)
  const other = areas.find(({ group }) => group.endsWith('Zhulin'))
  expect(other).toMatchObject({ hasPopulation: false, toPass: null, toFail: null })
  expect(other?.assessment.decision).toBe('verify')
  expect(incidence?.('Zhulin')).toBe('.. no_population')
})

test('more poor persons than live there contradict each other', async () => {
  const { areas = [], incidence } = await areasWith([HEAD, rowOf('Qiaotou', '20')].join('\n'))
  const own = areas.find(({ group }) => group.endsWith('Qiaotou'))
  expect(own?.assessment.decision).toBe('verify')
  expect(incidence?.('Qiaotou')).toBe('.. conflicting')
})

test('a range of persons is a range of incidence', async () => {
  expect(await decisionOf('2000..2500')).toMatchObject({ share: '0.0216..0.0325' })
})

test.each([
  [
    'a place twice',
    [HEAD, rowOf('Qiaotou', '1'), rowOf('Qiaotou', '2')],
    '3: `Guizhou/Wanshan/Danyang/Qiaotou` is there twice, first on line 2',
  ],
  ['a number that is none', [HEAD, rowOf('Qiaotou', 'many')], '2: `many` is not a number'],
  ['no persons', ['province,village', 'Guizhou,Qiaotou'], '1: the file has no column `rural_persons`'],
  ['no place', ['rural_persons', '5'], '1: no column of a place is filled'],
])('%s is told', async (_, lines, message) => {
  const { faults = [] } = await areasWith(lines.join('\n'))
  expect(faults.join('\n')).toContain(message)
})

test('two villages of one name in two townships are two', async () => {
  const text = [HEAD, rowOf('Qiaotou', '5000'), 'Guizhou,Wanshan,Other,Qiaotou,10'].join('\n')
  const { areas = [] } = await areasWith(text)
  expect(areas.filter(({ group }) => group.endsWith('Qiaotou'))).toHaveLength(1)
  expect(areas.find(({ group }) => group.endsWith('Qiaotou'))?.assessment.decision).toBe('exit')
})

test.each([
  ['Guizhou', 'west'],
  ['贵州省', 'west'],
  ['贵州', 'west'],
  ['guizhou', 'west'],
  ['河北省', 'east'],
  ['湖南', 'central'],
])('%s is in the region %s', (value, region) => {
  expect(regionOf(programme, { kind: 'known', value })).toEqual({ kind: 'known', value: region })
})

test('a province that no region names is a gap', () => {
  expect(regionOf(programme, { kind: 'known', value: 'Atlantis' })).toEqual({
    kind: 'gap',
    reason: 'invalid',
  })
  expect(regionOf(programme, undefined)).toEqual({ kind: 'gap', reason: 'absent' })
})
