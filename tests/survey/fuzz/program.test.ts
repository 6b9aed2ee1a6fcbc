import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { diagnosticOf } from '../../../src/survey/files/input.js'
import { runHere } from '../../cli/run-here.js'
import { type Chance, oneOf } from '../../engine/random/chance.js'
import { folderOf } from '../files/open.js'
import { damaged } from './damage.js'
import { holds } from './runs.js'
import { randomSurvey, SURVEY_KINDS } from './survey.js'
import { mappingFor, PLAIN_FORM, written } from './write.js'

/** Runs the program; what it throws although it is no bug is exit 2, as it is in `main`. */
async function codeOf(folder: string, args: readonly string[]) {
  try {
    return await runHere(folder, args)
  } catch (error) {
    const fault = diagnosticOf(error)
    if (fault === null) throw error
    return { code: 2, out: '', err: fault.message }
  }
}

const someFlags = (chance: Chance): string[] => [
  ...oneOf(
    [[], ['--by', 'village'], ['--keep', 'village'], ['--only', 'verify'], ['--allow-rejects']],
    chance,
  ),
  ...oneOf([[], ['--as-of', '2016-06-30'], ['--assume', 'risk=no'], ['--fail-on', 'verify>50%']], chance),
]

it('whatever is in the files, the program ends with 0, 1 or 2, and twice with the same words', () =>
  holds(async (chance) => {
    const kind = oneOf(SURVEY_KINDS, chance)
    const survey = randomSurvey(kind, chance, { cells: 20, ids: 6, rows: 5 })
    const form = { ...PLAIN_FORM, container: oneOf(['folder', 'zip', 'workbook'] as const, chance) }
    const files = written(survey, form, (bytes) => (chance(4) === 0 ? damaged(bytes, chance) : bytes))
    const mapping = mappingFor(survey, form)
    const folder = folderOf({ ...files, ...(mapping === null ? {} : { 'mapping.yaml': mapping }) })
    const how =
      survey.preset === null ? (mapping === null ? [] : ['-m', 'mapping.yaml']) : ['--preset', survey.preset]
    const format = oneOf(['table', 'json', 'ndjson', 'csv', 'markdown'], chance)
    const args = [
      'assess',
      ...Object.keys(files),
      ...how,
      '-f',
      format,
      '--rejects',
      'rejects.csv',
      ...someFlags(chance),
    ]
    const run = await codeOf(folder, args)
    expect([0, 1, 2]).toContain(run.code)
    if (run.code === 2) expect(run.err).not.toBe('')
    else if (format === 'json') expect(JSON.parse(run.out)).toMatchObject({ schema: 'tpa/assess@1' })
    const rejects = run.code === 2 ? '' : readFileSync(join(folder, 'rejects.csv'), 'utf8')
    expect(await codeOf(folder, args)).toEqual(run)
    if (run.code !== 2) expect(readFileSync(join(folder, 'rejects.csv'), 'utf8')).toBe(rejects)
  }, 5))
