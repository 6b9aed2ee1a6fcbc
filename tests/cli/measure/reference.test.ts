import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Estimated,
  isNear,
  KEPT,
  keptOf,
  REFERENCE,
  readEstimates,
} from '../../programme/measure/estimates.js'
import { folderOf } from '../../survey/files/open.js'
import { expectAsByR } from './reference.js'

describe('a sample of two stages has the figures of R', () => {
  test.each([
    ['sample', ['--stratum', 'stratum', '--psu', 'psu', '--fpc', 'units,households']],
    ['sample-one-stage', ['--stratum', 'stratum', '--psu', 'psu']],
    ['sample-households', []],
  ])('%s', async (data, design) => {
    await expectAsByR(REFERENCE, 'sample.csv', design, keptOf(data))
  })
})

const SCRIPT = fileURLToPath(new URL('../../../scripts/reference.R', import.meta.url))
const PACKAGES = 'invisible(find.package(c("survey", "laeken")))'
const hasR = spawnSync('Rscript', ['-e', PACKAGES]).status === 0
const TITLE = hasR
  ? 'beside R'
  : 'skipped, because R or its packages are missing: `apt-get install r-cran-survey r-cran-laeken` brings them'

describe.skipIf(!hasR)(TITLE, () => {
  let folder = ''
  let fresh: readonly Estimated[] = []
  beforeAll(() => {
    folder = folderOf({})
    const run = spawnSync('Rscript', [SCRIPT, folder], { encoding: 'utf8' })
    expect(run.status, run.stderr).toBe(0)
    fresh = readEstimates(run.stdout)
  })

  test('the estimates that are kept are those that R gives today', () => {
    const numbers = ['value', 'se', 'df', 'low', 'high'] as const
    const named = ({ data, by, group, figure, counted }: Estimated) =>
      [data, by, group, figure, counted].join()
    expect(fresh.map(named)).toEqual(KEPT.map(named))
    const other = KEPT.filter((kept, at) =>
      numbers.some((name) => !isNear(fresh[at]?.[name] ?? '', kept[name], 1e-9)),
    )
    expect(other).toEqual([])
  })

  test.each([
    ['apistrat', 'apistrat', ['--stratum', 'stratum', '--fpc', 'units']],
    ['apistrat-enrolled', 'apistrat-enrolled', ['--stratum', 'stratum', '--fpc', 'units']],
    ['apiclus1', 'apiclus1', ['--psu', 'psu', '--fpc', 'units']],
    ['apiclus2', 'apiclus2', ['--psu', 'psu', '--fpc', 'units,households']],
    ['apiclus2-endless', 'apiclus2', ['--psu', 'psu']],
    ['eusilc-persons', 'eusilc-persons', ['--stratum', 'stratum', '--psu', 'psu']],
    ['eusilc-households', 'eusilc-households', ['--stratum', 'stratum', '--psu', 'psu']],
    ['eusilc-relative', 'eusilc-relative', ['--stratum', 'stratum', '--psu', 'psu']],
  ])('%s', async (data, file, design) => {
    await expectAsByR(
      folder,
      `${file}.csv`,
      design,
      fresh.filter((each) => each.data === data),
    )
  })
})
