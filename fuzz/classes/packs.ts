import { type Chance, oneOf } from '../../tests/engine/random/chance.js'
import { damaged } from '../../tests/survey/fuzz/damage.js'
import { type Case, type MakeCase, oneIn } from '../case.js'
import { csvText } from '../mutate/csv.js'
import { PACK_SLIPS, ROUGH_PACK_SLIPS } from '../mutate/pack-slips.js'
import { isPairs, jsonText, pairs, type Tree, yamlText } from '../mutate/tree.js'
import { dropSlip, type Slip, slipped, valueSlip } from '../mutate/tree-slips.js'
import { type Base, namesIn, someBase, someRows, tableIn, textOf, treeIn } from './bases.js'
import { ENGINES, THREADS } from './csv.js'

const treeOfPack = (id: string) => treeIn(`rules/${id}/pack.yaml`)

const someText = (tree: Tree, chance: Chance): string | Buffer => {
  const text = oneIn(5, chance) ? jsonText(tree) : yamlText(tree)
  return oneIn(15, chance) ? damaged(Buffer.from(text), chance) : text
}

const survey = (base: Base, chance: Chance) => csvText(someRows(tableIn(base.survey), 3 + chance(25), chance))

/** What is run on a pack: its meaning by all engines, and now and then what is proved of it. */
const runsOf = (pack: string, base: Base, chance: Chance): Case['runs'] => [
  {
    args: ['assess', 'in.csv', '-r', pack, '-f', oneOf(['csv', 'csv', 'json'], chance)],
    ways: oneIn(base.pack === 'cn-2020' ? 4 : 2, chance)
      ? oneIn(6, chance)
        ? THREADS
        : ENGINES
      : [ENGINES[0]],
  },
  ...(oneIn(base.pack === 'cn-2020' ? 60 : 8, chance) ? [{ args: ['check', pack] }] : []),
]

/** Packs, each changed by somebody who knows the rule language. */
export const packs: MakeCase = (chance) => {
  const base = someBase(chance, 10)
  const slips = oneIn(6, chance) ? [...PACK_SLIPS, ...ROUGH_PACK_SLIPS, ...ROUGH_PACK_SLIPS] : PACK_SLIPS
  const tree = slipped(treeOfPack(base.pack), slips, chance, 8)
  return {
    files: { 'p/pack.yaml': someText(tree, chance), 'in.csv': survey(base, chance) },
    runs: runsOf('p', base, chance),
  }
}

/** The parts of a pack that one which extends it says anew: some of its criteria, parameters, facts, tables. */
function variantOf(id: string, chance: Chance): Tree {
  const pack = treeOfPack(id)
  const some = (tree: Tree, keep: number): Tree => {
    if (isPairs(tree)) return pairs(tree.pairs.filter(() => chance(keep) === 0))
    return Array.isArray(tree) ? tree.filter(() => chance(keep) === 0) : tree
  }
  const taken = isPairs(pack)
    ? pack.pairs.flatMap(([key, value]): [string, Tree][] => {
        if (
          ![
            'sources',
            'parameters',
            'criteria',
            'checks',
            'outputs',
            'outcomes',
            'facts',
            'decisions',
          ].includes(key) ||
          oneIn(2, chance)
        )
          return []
        // A group of facts, and a table of decisions, is taken whole.
        return [
          [
            key,
            key === 'facts' && isPairs(value)
              ? pairs(value.pairs.map(([name, facts]) => [name, some(facts, 3)]))
              : key === 'decisions'
                ? value
                : some(value, 2),
          ],
        ]
      })
    : []
  return pairs([
    ['language', 1],
    ['pack', 'variant'],
    ['title', 'A variant'],
    ['version', '1.0.0'],
    ['extends', id],
    ...taken,
  ])
}

const VARIANT_SLIPS: readonly Slip[] = [
  ...PACK_SLIPS,
  dropSlip((path) => path.length === 1),
  valueSlip(
    (path) => path.length === 1 && path[0] === 'extends',
    (old, chance) => oneOf([old, old, old, 'variant', 'nowhere', '../x'], chance),
  ),
]

/** Packs that change another, which now and then is changed too. */
export const variants: MakeCase = (chance) => {
  const base = someBase(chance, 12)
  const variant = slipped(variantOf(base.pack, chance), VARIANT_SLIPS, chance, 8)
  const isBeside = oneIn(3, chance)
  const parent = slipped(treeOfPack(base.pack), PACK_SLIPS, chance, 30)
  return {
    files: {
      'p/variant/pack.yaml': someText(variant, chance),
      ...(isBeside ? { [`p/${base.pack}/pack.yaml`]: yamlText(parent) } : {}),
      'in.csv': survey(base, chance),
    },
    runs: [
      ...runsOf('p/variant', base, chance),
      ...(oneIn(6, chance)
        ? [
            {
              args: ['diff', base.pack, 'p/variant', 'in.csv', '-f', oneOf(['table', 'json', 'csv'], chance)],
            },
          ]
        : []),
    ],
  }
}

const AMOUNTS = [
  0,
  1,
  -1,
  299,
  300,
  301,
  1500,
  10000,
  1e9,
  0.005,
  null,
  'refused',
  'yes',
  true,
  '2016-01-01',
  '12,5',
]

const isGiven = (path: readonly string[]) => path.includes('given')
const isExpected = (path: readonly string[]) => path.includes('expect')

/** Slips in cases: other values given, other things expected, other bases. */
const SUITE_SLIPS: readonly Slip[] = [
  valueSlip(isGiven, (_, chance) => oneOf(AMOUNTS, chance)),
  valueSlip(isGiven, (_, chance) => oneOf(AMOUNTS, chance)),
  valueSlip(
    (path) => path.at(-1) === 'decision',
    (_, chance) => oneOf(['verify', 'exit', 'remain', 'not_poor', 'dibao', 'register'], chance),
  ),
  valueSlip(
    (path) => path.includes('verdicts'),
    (_, chance) => oneOf(['met', 'unmet', 'unknown', 'not_applicable'], chance),
  ),
  valueSlip(
    (path) => path.at(-1) === 'name' || path.at(-1) === 'about',
    (old, chance) => `${old} ${chance(9)}`,
  ),
  valueSlip(
    (path) => path.at(-1) === 'as_of',
    (_, chance) => oneOf(['2011-06-01', '2016-01-01', '2020-12-31'], chance),
  ),
  dropSlip((path) => path.at(-2) === 'given' || path.at(-2) === 'expect'),
  dropSlip((path) => path.at(-2) === 'cases' || path.at(-2) === 'rows'),
  dropSlip(isExpected),
]

/** Test cases of packs. */
export const suites: MakeCase = (chance) => {
  const id = oneOf(['cn-guizhou-2011', 'cn-village-exit'], chance)
  const folder = `rules/${id}/tests`
  const tests = namesIn(folder).map((name) => {
    const text = yamlText(slipped(treeIn(`${folder}/${name}`), SUITE_SLIPS, chance, 6))
    return [`p/tests/${name}`, oneIn(12, chance) ? damaged(Buffer.from(text), chance) : text] as const
  })
  const format = oneOf(['table', 'json', 'junit', 'github', 'markdown'], chance)
  const more = oneOf([[], [], [], ['--coverage'], ['--filter', 'limit'], ['--fail-fast']], chance)
  return {
    files: { 'p/pack.yaml': textOf(`rules/${id}/pack.yaml`), ...Object.fromEntries(tests) },
    runs: [
      {
        args: ['test', 'p', '-f', format, ...more],
        ...(oneIn(4, chance) ? { ways: ENGINES.map((way) => way.slice(0, 2)) } : {}),
      },
      ...(oneIn(40, chance) ? [{ args: ['test', 'p', '--mutate', '-f', format] }] : []),
    ],
  }
}
