import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { Chalk } from 'chalk'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeSource } from '../../../src/base/source.js'
import { openSurveyPair, type RecordPair } from '../../../src/cli/diff/rows.js'
import { assessRecord } from '../../../src/engine/assess.js'
import { readPack } from '../../../src/lang/assemble/load.js'
import { freeId } from '../../../src/lang/free-id.js'
import type { Pack } from '../../../src/lang/pack.js'
import type { DiffContext } from '../../../src/report/diff/context.js'
import { createDiffFold } from '../../../src/report/diff/fold.js'
import { DIFF_FORMATS } from '../../../src/report/diff/formats.js'
import { PLAIN_READING } from '../../../src/survey/files/data-file.js'
import { changesBetween } from '../../../src/testing/changes/changes.js'
import { createCauses } from '../../../src/testing/impact/impact.js'
import { loadFormats } from '../../report/load-formats.js'
import { readAll, recordsOf, writeSample } from '../../survey/read.js'

const FORMATS = await loadFormats(DIFF_FORMATS)

const TEXT = readFileSync(new URL('../../../rules/cn-2020/pack.yaml', import.meta.url), 'utf8')

function packOf(text: string, firstId: number): Pack {
  const reading = readPack(makeSource('pack.yaml', text), { firstId })
  if ('faults' in reading) throw new Error(reading.faults.map(({ message }) => message).join('; '))
  return reading.pack
}

const OLD = packOf(TEXT, 0)

function edited(...edits: readonly (readonly [string | RegExp, string])[]): Pack {
  const text = edits.reduce((pack, [from, to]) => {
    const next = pack.replace(from, to)
    expect(next, String(from)).not.toBe(pack)
    return next
  }, TEXT)
  return packOf(text, freeId(OLD))
}

const LINE = [/value: 4000$/m, 'value: 9000'] as const
const WATER = ['value: 20, source: stp', 'value: 15, source: stp'] as const

/** What bears on no cell, and what does. */
const ALIKE = {
  'another line and walk': edited(LINE, WATER),
  'other rows, criteria and words': edited(
    LINE,
    [/any unmet of \[income, food, clothing/, 'any unmet of [income, clothing'],
    ['met: electricity', 'met: electricity and food_secure'],
    ['title: Food is assured', 'title: Food'],
  ),
  'no size, no date and another name': edited(
    LINE,
    ['  size: household_size\n', ''],
    ['  date: survey_date\n', ''],
    ['pack: cn-2020', 'pack: other'],
  ),
}
const UNLIKE = {
  'another column name': edited(LINE, ['aliases: [水质达标]', 'aliases: [水质]']),
  'a narrower range': edited(LINE, [
    'water_minutes: { type: number, unit: minute, min: 0,',
    'water_minutes: { type: number, unit: minute, min: 0, max: 19,',
  ]),
  'a code fewer': edited(LINE, [/ {8}relocated: \{.*\n/, '']),
  'nothing assumed': edited(LINE, [
    'aliases: [是否有返贫致贫风险], assume: no',
    'aliases: [是否有返贫致贫风险]',
  ]),
  'no age from the date of birth': edited(LINE, [' completed_years_since: birth_date,', '']),
  'a member fact under another name': edited(LINE, ['aliases: [在校]', 'aliases: [上学]']),
  'facts in another order': edited(LINE, [
    / {4}water_shortage: \{.*\n( {4}water_quality_safe: \{.*\n)/,
    '$1    water_shortage: { type: yes_no, labels: { en: Water shortage, zh: 是否缺水 } }\n',
  ]),
}

const SOUND = {
  village: 'Tianba',
  survey_date: '2020-06-01',
  registration_status: 'none',
  household_size: '1',
  net_income: '6000',
  food_secure: 'yes',
  clothing_secure: 'yes',
  insured_members: '1',
  housing_grade: 'A',
  housing_remedy: 'none',
  water_minutes: '5',
  water_shortage: 'no',
  水质达标: 'yes',
  electricity: 'yes',
  school_age_children: '0',
  school_age_enrolled: '0',
  elevation: '900',
}
type Household = typeof SOUND

/** Households that are sound in most things. */
const household: fc.Arbitrary<Household> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...Object.keys(SOUND)),
      fc.constantFrom(
        '',
        'no',
        'yes',
        '2',
        '18',
        '9000.5',
        'B',
        'relocated',
        'exited',
        '不知道',
        '2019-06-01',
        'Zhulin',
      ),
    ),
    { maxLength: 2 },
  )
  .map((changes) => ({ ...SOUND, ...Object.fromEntries(changes) }))
const survey = fc.record({
  rows: fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), household), { minLength: 1, maxLength: 12 }),
  isCsv: fc.boolean(),
})

function surveyText(rows: readonly (readonly [number, Household])[], isCsv: boolean): string {
  const columns = Object.keys(rows[0]?.[1] ?? {})
  const cells = rows.map(([id, each]) => [id === 0 ? '' : `H-${id}`, ...Object.values(each)])
  if (isCsv) return `${[['household_id', ...columns], ...cells].map((row) => row.join()).join('\n')}\n`
  return JSON.stringify(
    rows.map(([id, each]) => ({
      household_id: `H-${id}`,
      ...each,
      members: [{ member_id: '1', age: id, birth_date: '2010-02-03', in_school: each.food_secure }],
    })),
  )
}

/** The pairs that come out, and all reports on them. */
async function compared(changed: Pack, file: string) {
  const opening = await openSurveyPair({
    ...{
      old: OLD,
      changed,
      files: [file],
      mapping: async () => ({ mapping: null }),
      reading: PLAIN_READING,
      assume: new Map(),
      stdin: Readable.from([]),
    },
  })
  if ('faults' in opening) return null
  const { pair } = opening
  const pairs: RecordPair[] = []
  for await (const each of pair.pairs()) pairs.push(each)
  const result = { pairs, ledger: pair.survey.ledger(), inputs: pair.survey.inputs }
  await pair.close()
  return result
}

type Compared = NonNullable<Awaited<ReturnType<typeof compared>>>

function reports(changed: Pack, { pairs, ledger, inputs }: Compared): string[] {
  const changes = changesBetween(OLD, changed)
  const causeOf = createCauses(OLD, changed, changes, null)
  const fold = createDiffFold(OLD, changed, changes, 'village')
  for (const each of pairs) {
    const before = assessRecord(OLD, each.before, { asOf: null })
    const after = assessRecord(changed, each.after, { asOf: null })
    fold.add(before, after, before.decision === after.decision ? null : causeOf({ before, after }))
  }
  const context: DiffContext = {
    ...{ old: { place: 'old', pack: OLD }, new: { place: 'new', pack: changed } },
    ...{ tpa: '0.0.0', inputs, mapping: null, width: 80, paint: new Chalk({ level: 0 }) },
  }
  const summary = fold.finish(ledger, [], null)
  return Object.values(FORMATS).map((format) => format(context, summary))
}

async function apart(changed: Pack, file: string): Promise<Compared | null> {
  const [first, second] = await Promise.all(
    [OLD, changed].map((pack) => readAll([file], { pack }).catch(() => null)),
  )
  if (!first || !second) return null
  const others = recordsOf(second)
  const pairs = recordsOf(first).flatMap((before, index): RecordPair[] => {
    const after = others[index]
    return after === undefined ? [] : [{ before, after }]
  })
  expect(pairs).toHaveLength(others.length)
  return { pairs, ledger: first.ledger, inputs: first.inputs }
}

/** Compares what `tpa diff` reads of random surveys with what `tpa assess` reads of them under each pack. */
async function holdsAgainstAssess(changed: Pack, isOneReading: boolean): Promise<void> {
  let records = 0
  let moved = 0
  const property = fc.asyncProperty(survey, async ({ rows, isCsv }) => {
    const file = writeSample(isCsv ? 'a.csv' : 'a.json', surveyText(rows, isCsv))
    const [together, each] = [await compared(changed, file), await apart(changed, file)]
    expect(together === null).toBe(each === null)
    if (together === null || each === null) return
    expect(together).toEqual(each)
    expect(together.pairs.every(({ before, after }) => (before === after) === isOneReading)).toBe(true)
    const texts = reports(changed, together)
    expect(texts).toEqual(reports(changed, each))
    records += together.pairs.length
    moved += /"moved":[1-9]/.test(texts[1] ?? '') ? 1 : 0
  })
  await fc.assert(property, { numRuns: 15, seed: 20201231 })
  expect(records).toBeGreaterThan(50)
  expect(moved).toBeGreaterThan(0)
}

describe('packs that read files in one way are given one record, the one that each would read', () => {
  test.each(Object.entries(ALIKE))('%s', (_, changed) => holdsAgainstAssess(changed, true))
})

describe('packs that read files otherwise are given each its own', () => {
  test.each(Object.entries(UNLIKE))('%s', (_, changed) => holdsAgainstAssess(changed, false))
})
