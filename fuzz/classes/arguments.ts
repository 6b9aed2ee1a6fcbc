import { type Chance, oneOf, shuffled } from '../../tests/engine/random/chance.js'
import type { MakeCase } from '../case.js'
import { oneIn } from '../case.js'
import { csvText } from '../mutate/csv.js'
import { oddAnything } from '../mutate/odd.js'
import { someRows, tableIn, textOf } from './bases.js'

/** A flag with values that it takes. */
type Flag = readonly [name: string, ...values: readonly string[]]

const SURVEY: readonly Flag[] = [
  ['-r', 'cn-guizhou-2011', 'cn-guizhou-2011', 'p', 'p/pack.yaml'],
  ['--from', 'csv'],
  ['--encoding', 'utf-8'],
  ['--delimiter', ','],
  ['--title-rows', '0'],
  ['--header-rows', '1'],
  ['--label-rows', '0', '1'],
  ['--as-of', '2011-06-30', '2020-12-31', '2012-02-29'],
  ['--assume', 'dibao=no', 'supporter=yes'],
  ['-q'],
  ['--color', 'always', 'never', 'auto'],
]

const SET: Flag = ['--set', 'survey_line=1600', 'survey_line=0', 'survey_line=999999.99']
const GATES: Flag = ['--fail-on', 'verify>2%', 'read<1', 'dibao>=3', 'rejected>0', 'verify=0']

/** The flags of each command beside those of surveys. */
const FLAGS: Readonly<Record<string, readonly Flag[]>> = {
  assess: [
    ...SURVEY,
    SET,
    GATES,
    ['-f', 'table', 'json', 'ndjson', 'csv', 'markdown'],
    ['-o', 'out.csv', 'out.json', 'out.md'],
    ['--report', 'csv=r1.csv', 'json=r2.json', 'markdown=r3.md'],
    ['--rejects', 'rejects.csv'],
    ['--by', 'village', 'county', 'township'],
    ['--only', 'verify', 'dibao,both', 'not_poor'],
    ['--keep', 'village', 'net_income,dibao'],
    ['--raw'],
    ['--excel'],
    ['--allow-rejects'],
    ['--engine', 'interpret', 'compiled'],
    ['--threads', '1', '2'],
  ],
  validate: [
    ...SURVEY,
    SET,
    ['-f', 'table', 'json', 'csv', 'github', 'markdown'],
    ['--by', 'village'],
    ['--rejects', 'rejects.csv'],
    ['--fail-on', 'read<1', 'rejected>0', 'income-not-positive>1'],
    ['-o', 'out.txt'],
  ],
  explain: [...SURVEY.filter(([name]) => name !== '--label-rows'), SET, ['-f', 'table', 'json', 'markdown']],
  inspect: [
    ...SURVEY.filter(([name]) => !['--as-of', '--assume'].includes(name)),
    ['-f', 'table', 'json', 'markdown'],
    ['--columns'],
    ['--write', 'mapping.yaml'],
    ['--force'],
    ['-o', 'out.txt'],
  ],
  check: [
    ['-f', 'table', 'json'],
    ['--notes'],
    ['--stale-after', '2020-01-01'],
    ['-q'],
    ['--color', 'always'],
  ],
  test: [
    ['-f', 'table', 'json', 'junit', 'github', 'markdown'],
    ['--filter', 'income', 'nothing'],
    ['--fail-fast'],
    ['--coverage'],
    ['--coverage-min', '0', '100', '50.5'],
    ['--engine', 'interpret', 'compiled'],
    ['-o', 'out.xml'],
    ['--report', 'junit=junit.xml'],
  ],
  diff: [
    ...SURVEY.filter(([name]) => name !== '-r'),
    ['-f', 'table', 'json', 'csv', 'markdown'],
    ['--by', 'village'],
    ['--fail-on', 'moved>1%', 'not_poor->dibao>0'],
    ['--accept', 'moved.json'],
    ['--engine', 'interpret'],
    ['-o', 'out.txt'],
  ],
}

const OPERANDS: Readonly<Record<string, readonly string[]>> = {
  assess: ['in.csv'],
  validate: ['in.csv'],
  explain: ['in.csv', '--id', 'H-00001'],
  inspect: ['in.csv'],
  check: ['p'],
  test: ['p'],
  diff: ['cn-guizhou-2011', 'p', 'in.csv'],
}

const NEEDS_RULES = ['assess', 'validate', 'explain']

/** Words that a person may type anywhere. */
const WORDS = [
  '--',
  '-x',
  '--no',
  '-h',
  '--version',
  'help',
  '',
  ' ',
  '--set',
  'x=y',
  '__proto__=1',
  'constructor',
  'HEAD:p',
  '-f',
  '--threads',
  '0',
  '-1',
  '999999999999',
  '../..',
  '/nonexistent',
  'in.csv',
  '\u001b[31m',
  '::error::x',
  '##[x',
]

/** Command lines: flags that the command has, mostly with values that they take. */
export const commandLines: MakeCase = (chance) => {
  const command = oneOf(
    ['assess', 'assess', 'assess', 'validate', 'validate', 'explain', 'inspect', 'check', 'test', 'diff'],
    chance,
  )
  const flags = shuffled(FLAGS[command] ?? [], chance).slice(0, chance(6))
  const rules = NEEDS_RULES.includes(command) && !flags.some(([name]) => name === '-r') ? [['-r', 'p']] : []
  const groups = [[...(OPERANDS[command] ?? [])], ...rules, ...flags.map((flag) => written(flag, chance))]
  const [first = [], ...others] = groups
  const args = [command, ...(oneIn(2, chance) ? [...first, ...others.flat()] : [...others.flat(), ...first])]
  return {
    files: {
      'in.csv': csvText(someRows(tableIn('fixtures/guizhou-2011.csv'), 5, chance)),
      'p/pack.yaml': textOf('rules/cn-guizhou-2011/pack.yaml'),
      'p/tests/classes.yaml': textOf('rules/cn-guizhou-2011/tests/classes.yaml'),
    },
    runs: [{ args: oneIn(4, chance) ? mistyped(args, chance) : args }],
  }
}

function written([name, ...values]: Flag, chance: Chance): string[] {
  if (values.length === 0) return [name]
  const value = oneIn(14, chance) ? oddAnything(chance) : oneOf(values, chance)
  return name.startsWith('--') && oneIn(4, chance) ? [`${name}=${value}`] : [name, value]
}

function mistyped(args: readonly string[], chance: Chance): string[] {
  const at = 1 + chance(args.length)
  const word = args[at]
  const draw = chance(4)
  if (draw === 0) return args.filter((_, index) => index !== at)
  if (draw === 1 && word !== undefined)
    return [...args.slice(0, at), word.slice(0, -1), ...args.slice(at + 1)]
  if (draw === 2 && word !== undefined) return [...args, word]
  return [...args.slice(0, at), oneOf(WORDS, chance), ...args.slice(at)]
}
