import { describe, expect, it } from 'vitest'
import type { ReadingOptions } from '../../../src/survey/files/data-file.js'
import { type Chance, oneOf } from '../../engine/random/chance.js'
import { damaged, randomBytes } from './damage.js'
import { filesAddUp, membersAreJoined, rowsAddUp } from './fates.js'
import { judge } from './run.js'
import { holds } from './runs.js'
import { type Dirt, randomSurvey, SURVEY_KINDS, type Survey } from './survey.js'
import { type Form, mappingFor, PLAIN_FORM, written } from './write.js'

const DIRTY: Dirt = { cells: 30, ids: 8, rows: 6 }

const randomForm = (chance: Chance): Form => ({
  container: oneOf(['folder', 'folder', 'zip', 'workbook'], chance),
  delimiter: oneOf([',', ',', ';', '\t', '|'], chance),
  lineEnd: oneOf(['\n', '\n', '\r\n', '\r'], chance),
  encoding: oneOf(['utf-8', 'utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'], chance),
  quotes: oneOf(['needed', 'all'], chance),
  isClosed: chance(3) > 0,
})

const randomFlags = (chance: Chance): Partial<ReadingOptions> =>
  oneOf<Partial<ReadingOptions>>(
    [
      {},
      {},
      {},
      { encoding: oneOf(['utf-8', 'gb18030', 'utf-16le', 'windows-1252'], chance) },
      { delimiter: oneOf([',', ';', '\t'], chance) },
      { headerRows: 1 + chance(3), titleRows: chance(3), labelRows: chance(3) },
      { format: oneOf(['csv', 'json', 'yaml', 'ndjson'], chance) },
    ],
    chance,
  )

const inputOf = (survey: Survey, form: Form) => ({
  files: written(survey, form),
  mapping: mappingFor(survey, form),
  preset: survey.preset,
  reading: {},
})

describe('whatever is in the files', () => {
  it('every row has its fate, and every member its household', () =>
    holds(async (chance) => {
      const kind = oneOf(SURVEY_KINDS, chance)
      const survey = randomSurvey(kind, chance, DIRTY)
      const form = { ...randomForm(chance), encoding: 'utf-8' } as const
      const input = inputOf(survey, form)
      const outcome = await judge(input)
      if ('stopped' in outcome) return expect(outcome.stopped).not.toEqual([])
      rowsAddUp(outcome)
      membersAreJoined(outcome, survey, form)
      if (form.container === 'folder') await filesAddUp(outcome, input.files, input.reading)
    }, 25))

  it('damaged bytes stop the run or are counted', () =>
    holds(async (chance) => {
      const kind = oneOf(SURVEY_KINDS, chance)
      const form = randomForm(chance)
      const survey = randomSurvey(kind, chance, DIRTY)
      const input = { ...inputOf(survey, form), reading: randomFlags(chance) }
      const hurt = (bytes: Buffer) => (chance(2) === 0 ? damaged(bytes, chance) : bytes)
      const isWhole = form.container !== 'folder' && chance(5) === 0
      const files = isWhole
        ? Object.fromEntries(Object.entries(input.files).map(([name, bytes]) => [name, hurt(bytes)]))
        : written(survey, form, hurt)
      const outcome = await judge({ ...input, files })
      if ('stopped' in outcome) return expect(outcome.stopped).not.toEqual([])
      rowsAddUp(outcome)
      const isPlain = input.reading.headerRows === undefined && input.reading.format === undefined
      if (form.container === 'folder' && isPlain) await filesAddUp(outcome, files, input.reading)
    }, 35))

  it('a mapping with damage is told or taken', () =>
    holds(async (chance) => {
      const survey = randomSurvey(
        oneOf(['withRosters', 'personRows', 'wideRows', 'blockRows'], chance),
        chance,
        DIRTY,
      )
      const input = inputOf(survey, PLAIN_FORM)
      const mapping = damaged(Buffer.from(input.mapping ?? ''), chance)
      const outcome = await judge({ ...input, mapping: mapping.toString('utf8').slice(0, 50_000) })
      if ('stopped' in outcome) expect(outcome.stopped).not.toEqual([])
    }, 15))

  it('bytes of nothing are no survey', () =>
    holds(async (chance) => {
      const name = `a.${oneOf(['csv', 'tsv', 'txt', 'yaml', 'json', 'ndjson', 'xlsx', 'zip', 'dat'], chance)}`
      const start = oneOf(
        ['', 'PK\x03\x04', '[', '{', '- ', '\xff\xfe', '\xef\xbb\xbf', 'household_id,a\n'],
        chance,
      )
      const bytes = Buffer.concat([Buffer.from(start, 'latin1'), randomBytes(chance, chance(400))])
      const preset = oneOf([null, null, 'kobo', 'odk', 'register-cn'], chance)
      const outcome = await judge({
        files: { [name]: bytes },
        mapping: null,
        preset,
        reading: randomFlags(chance),
      })
      if ('stopped' in outcome) return expect(outcome.stopped).not.toEqual([])
      rowsAddUp(outcome)
    }, 25))
})
