import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { speak } from '../../src/base/say/say.js'
import { widthOf } from '../../src/base/text-width.js'
import { main } from '../../src/cli/main.js'
import { PROGRAM } from './run.js'
import { hearHere } from './run-here.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** `script` of Linux gives a program a terminal; elsewhere it is another program, or there is none. */
const hasTerminal =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true

const SURVEY = `household_id,village,survey_date,household_size,net_income,food_secure,clothing_secure,insured_members,housing_grade,water_minutes,water_shortage,water_quality_safe,electricity,school_age_children,school_age_enrolled,registration_status,phone
LJ-01,老井村,2020-08-19,4,32600,yes,yes,4,A,5,no,yes,yes,1,1,none,1
LJ-02,老井村,2020-08-19,3,9800,yes,yes,3,B,8,no,yes,yes,0,0,none,2
LJ-03,老井村,2020-08-20,5,,yes,yes,5,A,4,no,yes,yes,2,2,none,3
LJ-04,Xiazhai,2020-08-20,2,15400,yes,yes,2,C,15 min,no,yes,yes,0,0,registered,4
LJ-05,Xiazhai,2020-08-21,3,24150,yes,yes,5,A,6,no,yes,yes,1,1,registered,5
LJ-05,Xiazhai,2020-08-21,3,24150,yes,yes,3,A,6,no,yes,yes,1,1,registered,6
`

const SCREENS: Readonly<Record<string, string>> = {
  assess: 'assess households.csv --by village',
  verify: 'assess households.csv --only verify',
  validate: 'validate households.csv --by village',
  explain: 'explain households.csv --id LJ-03',
  measure: 'measure households.csv --by village',
  inspect: 'inspect households.csv --columns',
  check: 'check cn-village-exit --notes',
  test: 'test cn-village-exit --coverage',
  diff: 'diff cn-2020 raised households.csv',
  help: '--help',
  short: 'assess -h',
  usage: 'assess households.csv --fromat csv',
  missing: 'assess housholds.csv',
}

const folder = mkdtempSync(join(tmpdir(), 'tpa-screens-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'households.csv'), SURVEY)
mkdirSync(join(folder, 'raised'))
const pack = readFileSync(join(ROOT, 'rules', 'cn-2020', 'pack.yaml'), 'utf8')
writeFileSync(
  join(folder, 'raised', 'pack.yaml'),
  pack.replace('version: 1.1.0', 'version: 1.1.1').replace('value: 4000', 'value: 4900'),
)
cpSync(join(ROOT, 'rules', 'cn-village-exit'), join(folder, 'cn-village-exit'), { recursive: true })

/** An example stays on one line, so that it can be copied. */
const TYPED = /^ {2}tpa /

/** What a person sees in a terminal of so many columns, without colours. */
function seen(line: string, columns: number): string {
  const command = `stty cols ${columns}; "${process.execPath}" "${PROGRAM}" ${line}`
  const env = { PATH: process.env.PATH ?? '', TMPDIR: tmpdir(), TERM: 'xterm', NO_COLOR: '1', CI: '1' }
  const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return stdout.replaceAll('\r\n', '\n')
}

/** The same without a terminal and a process: for what hangs on the width alone. */
async function shownHere(line: string, columns: number): Promise<string> {
  const before = process.exitCode
  for (const [name, value] of Object.entries({ COLUMNS: String(columns), NO_COLOR: '1', CI: '1' }))
    vi.stubEnv(name, value)
  try {
    const { out, err } = await hearHere(folder, () => main(line.split(' ')).then(() => 0), true)
    return out + err
  } finally {
    vi.unstubAllEnvs()
    process.exitCode = before
    await speak('en')
  }
}

describe.skipIf(!hasTerminal).each(['en', 'zh'])('in a terminal, in %s', (language) => {
  test.each(Object.entries(SCREENS))('%s is what the golden file says at 80 columns', async (name, line) => {
    const text = seen(`${line} --lang ${language}`, 80)
    expect(tooWide(text, 80)).toEqual([])
    await expect(text).toMatchFileSnapshot(`golden/screens/${name}.${language}.txt`)
  })

  test.each([60, 200])('its own width is taken: %d columns', async (columns) => {
    const line = `${SCREENS.assess} --lang ${language}`
    expect(linesOf(seen(line, columns))).toEqual(linesOf(await shownHere(line, columns)))
  })
})

describe.each(['en', 'zh'])('in %s', (language) => {
  test.each(Object.entries(SCREENS))('%s fits narrow and wide terminals', async (_, line) => {
    for (const columns of [60, 120, 200]) {
      const text = await shownHere(`${line} --lang ${language}`, columns)
      expect(text.length).toBeGreaterThan(20)
      expect(tooWide(text, columns)).toEqual([])
    }
  })
})

/** A terminal mixes stdout and stderr. */
const linesOf = (text: string): string[] => text.split('\n').sort()

const tooWide = (text: string, columns: number): string[] =>
  text.split('\n').filter((line) => widthOf(line) > columns && !TYPED.test(line))
