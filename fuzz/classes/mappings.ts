import { parse } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'
import { type Chance, oneOf } from '../../tests/engine/random/chance.js'
import { damaged } from '../../tests/survey/fuzz/damage.js'
import { randomSurvey, SURVEY_KINDS } from '../../tests/survey/fuzz/survey.js'
import { mappingFor, PLAIN_FORM, written } from '../../tests/survey/fuzz/write.js'
import { type Case, type MakeCase, oneIn, REJECTS } from '../case.js'
import { csvText } from '../mutate/csv.js'
import { expressionSlip } from '../mutate/expression-slips.js'
import { type Kind, oddText, oddValue } from '../mutate/odd.js'
import { isScalar, type Path, pairs, somePart, type Tree, treeOf, yamlText } from '../mutate/tree.js'
import { dropSlip, orderSlip, type Slip, slipped, swapSlip, valueSlip } from '../mutate/tree-slips.js'
import { kindOf, tableIn, textOf, treeIn } from './bases.js'
import { ENGINES } from './csv.js'

/** A mapping with the files that it is for. */
interface Mapped {
  readonly mapping: Tree
  readonly files: Case['files']
}

const ends = (path: Path, key: string) => path.at(-1) === key
const isColumn = (path: Path) =>
  ['facts', 'members', 'columns'].includes(path.at(-2) ?? '') || ends(path, 'column')
const isExpression = (path: Path) =>
  ['rows_if', 'interview_if', 'head_if', 'value'].some((key) => ends(path, key))
const isFact = (path: Path) => path.at(-2) === 'facts'

const expressions: Slip = (tree, chance) => {
  const part = somePart(
    tree,
    chance,
    ({ path, tree: each }) => typeof each === 'string' && isExpression(path),
  )
  return part === null
    ? tree
    : part.replace(expressionSlip(String(part.tree), !ends(part.path, 'value'), new Map(), chance))
}

const MISSING: Tree = treeOf({ NULL: 'blank', '-99': 'refused', '999': 'dont_know' })

/** Reading rules that people add to a column, by what its fact is. */
const RULES: Readonly<Record<Kind, readonly (readonly [string, Tree])[]>> = {
  number: [
    ['numbers', treeOf({ decimal: ',' })],
    ['numbers', treeOf({ decimal: '.' })],
    ['missing', MISSING],
  ],
  date: [
    ['dates', 'dmy'],
    ['dates', 'mdy'],
    ['missing', MISSING],
  ],
  'yes-no': [
    ['yes', ['1', 'ja', 'yes']],
    ['no', ['2', 'nein', 'no']],
    ['has', ['electricity']],
    ['missing', MISSING],
  ],
  code: [
    ['codes', treeOf({ A: '1', B: '2' })],
    ['missing', MISSING],
  ],
  text: [['missing', MISSING]],
  id: [['missing', MISSING]],
}

/** The same for a whole table. */
const TABLE_RULES: readonly (readonly [string, Tree])[] = [
  ['missing', MISSING],
  ['numbers', treeOf({ decimal: ',' })],
  ['dates', 'dmy'],
  ['encoding', 'utf-8'],
  ['match', 'names'],
  ['title_rows', 0],
]

const columnWithRule: Slip = (tree, chance) => {
  const part = somePart(tree, chance, (each) => isFact(each.path) && typeof each.tree === 'string')
  if (part === null) return tree
  return part.replace(pairs([['column', part.tree], oneOf(RULES[kindOf(part.path.at(-1) ?? '')], chance)]))
}

const tableWithRule: Slip = (tree, chance) => {
  const part = somePart(tree, chance, ({ path }) => ends(path, 'key') || ends(path, 'file'))
  const put =
    part === null
      ? null
      : somePart(
          tree,
          chance,
          ({ path, tree: each }) => path.length === part.path.length - 1 && !isScalar(each),
        )
  if (put === null || isScalar(put.tree) || Array.isArray(put.tree)) return tree
  return 'pairs' in put.tree ? put.replace(pairs([...put.tree.pairs, oneOf(TABLE_RULES, chance)])) : tree
}

/** Slips of somebody who knows the form. */
const SLIPS: readonly Slip[] = [
  swapSlip(isColumn),
  swapSlip(isColumn),
  dropSlip(isFact),
  orderSlip((path) => ends(path, 'facts') || ends(path, 'rosters')),
  expressions,
  columnWithRule,
  columnWithRule,
  tableWithRule,
  valueSlip(
    (path) => ends(path, 'note'),
    (_, chance) => oddText(chance),
  ),
  valueSlip(
    (path) => ends(path, 'dates'),
    (_, chance) => oneOf(['dmy', 'mdy', 'ymd', 'iso', 'xyz'], chance),
  ),
  valueSlip(
    (path) => path.at(-2) === 'missing',
    (_, chance) => oneOf(['blank', 'refused', 'dont_know', 'not_asked', 'none'], chance),
  ),
  valueSlip(
    (path) => ends(path, 'key'),
    (old, chance) => oneOf(['row', old, [old]], chance),
  ),
  valueSlip(
    (path) => path.at(-2) === 'has' || path.at(-2) === 'yes' || path.at(-2) === 'no',
    (_, chance) => oneOf(['yes', 'none', '1', 'x'], chance),
  ),
  valueSlip(
    (path) => isColumn(path),
    (_, chance) => oneOf(['nowhere', '*', 'id', '{n}', ''], chance),
  ),
]

const safi = (): Mapped => ({
  mapping: treeIn('fixtures/safi/mapping.yaml'),
  files: { 'safi.csv': csvText(tableIn('fixtures/safi/odk_safi_messy.csv').slice(0, 12)) },
})

const reach = (): Mapped => ({
  mapping: treeIn('fixtures/reach-msna/mapping.yaml'),
  files: Object.fromEntries(
    ['main.csv', 'roster.csv', 'edu_ind.csv'].map((name) => [
      name,
      csvText(tableIn(`fixtures/reach-msna/${name}`).slice(0, 8)),
    ]),
  ),
})

/** The examples of the page about mappings, each with the table that stands below it. */
function example(chance: Chance): Mapped {
  const page = textOf('docs/mapping.md')
  const found = [...page.matchAll(/```yaml mapping\n([\s\S]*?)```\n```csv (\S+)\n([\s\S]*?)```/g)]
  const [, yaml = '', name = '', text = ''] = oneOf(
    found.filter(([, , file = '']) => !file.includes('#')),
    chance,
  )
  const [header = [], ...rows] = parse(text, { relax_column_count: true }) as string[][]
  const more = Array.from({ length: 3 }, (_, at) =>
    header.map((each, column) => (column === 0 ? `v${at}` : oddValue(kindOf(each), chance))),
  )
  return { mapping: treeOf(parseYaml(yaml)), files: { [name]: csvText([header, ...rows, ...more]) } }
}

function randomMapped(chance: Chance): Mapped {
  const survey = randomSurvey(
    oneOf(
      SURVEY_KINDS.filter((each) => each !== 'byNames' && each !== 'presetRows'),
      chance,
    ),
    chance,
    { cells: 30, ids: 20, rows: 15 },
  )
  return {
    mapping: treeOf(parseYaml(mappingFor(survey, PLAIN_FORM) ?? '')),
    files: written(survey, PLAIN_FORM),
  }
}

/** Mappings, each changed by somebody who knows what one is, with the export that it is for. */
export const mappings: MakeCase = (chance) => {
  const { mapping, files } = oneOf(
    [safi, reach, () => example(chance), () => randomMapped(chance), () => randomMapped(chance)],
    chance,
  )()
  const text = yamlText(slipped(mapping, SLIPS, chance, 7))
  const operands = Object.keys(files)
  const how = ['-m', 'mapping.yaml']
  return {
    files: { ...files, 'mapping.yaml': oneIn(12, chance) ? damaged(Buffer.from(text), chance) : text },
    runs: [
      {
        args: [
          'assess',
          ...operands,
          ...how,
          '-f',
          oneOf(['csv', 'json', 'table'], chance),
          '--rejects',
          REJECTS,
        ],
        ...(oneIn(12, chance) ? { ways: ENGINES } : {}),
      },
      ...(oneIn(3, chance)
        ? [{ args: ['validate', ...operands, ...how, '-f', oneOf(['json', 'table', 'github'], chance)] }]
        : []),
    ],
  }
}
