import { type Chance, oneOf } from '../../tests/engine/random/chance.js'
import { damaged } from '../../tests/survey/fuzz/damage.js'
import { type MakeCase, oneIn, REJECTS } from '../case.js'
import { oddValue } from '../mutate/odd.js'
import { changedTable, type Table } from '../mutate/table.js'
import { jsonText, type Pairs, pairs, type Tree, yamlText } from '../mutate/tree.js'
import { ROUGH_SLIPS } from '../mutate/tree-slips.js'
import { kindOf, someBase, someRows, tableIn, textOf } from './bases.js'
import { ENGINES } from './csv.js'

/** A cell as somebody who writes JSON by hand or program gives it. */
const dataOf = (cell: string, chance: Chance): Tree => {
  if (cell === '' && chance(2) === 0) return null
  if (/^-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/.test(cell) && chance(3) > 0) return Number(cell)
  if (/^(?:yes|no)$/.test(cell) && chance(3) === 0) return cell === 'yes'
  return cell
}

const member = (chance: Chance, at: number): Pairs =>
  pairs(
    [
      ['member_id', at + 1],
      ['age', oneIn(8, chance) ? oddValue('number', chance) : chance(90)],
      ['in_school', oneIn(8, chance) ? oddValue('yes-no', chance) : oneOf(['yes', 'no', true, null], chance)],
      ['insured', oneOf(['yes', 'no'], chance)],
    ].filter(() => chance(12) > 0) as [string, Tree][],
  )

/** The rows of a table as mappings; an empty cell is mostly a key that is not there. */
function recordsOf([header = [], ...rows]: Table, hasMembers: boolean, chance: Chance): Pairs[] {
  return rows.map((row) => {
    const said = header.flatMap((name, at): [string, Tree][] =>
      row[at] === undefined || (row[at] === '' && chance(3) > 0) ? [] : [[name, dataOf(row[at], chance)]],
    )
    const members = Array.from({ length: chance(5) }, (_, at) => member(chance, at))
    return pairs(hasMembers && chance(3) > 0 ? [...said, ['members', members]] : said)
  })
}

/** Households with their members in YAML, JSON or NDJSON. */
export const trees: MakeCase = (chance) => {
  const base = someBase(chance, 6)
  const isAnchored = base.pack === 'cn-2020' && oneIn(4, chance)
  const format = isAnchored ? 'yaml' : oneOf(['yaml', 'json', 'ndjson'] as const, chance)
  const table = changedTable(someRows(tableIn(base.survey), 1 + chance(10), chance), kindOf, chance)
  const records = recordsOf(table, base.pack === 'cn-2020', chance)
  const isRough = oneIn(5, chance)
  const tree: Tree = isRough ? oneOf(ROUGH_SLIPS, chance)(records, chance) : records
  const text = isAnchored ? textOf('fixtures/households.yaml') : write(tree, format)
  const isDamaged = oneIn(isAnchored ? 3 : 7, chance)
  const file = `in.${format}`
  const args = ['assess', file, '-r', base.pack, '-f', oneOf(['json', 'csv', 'table', 'ndjson'], chance)]
  const id = String(table[1]?.[0] ?? 'H-00001')
  const others = [
    ['validate', file, '-r', base.pack, '-f', oneOf(['json', 'github', 'csv'], chance)],
    ['explain', file, '-r', base.pack, '--id', id],
    ['inspect', file, '-r', base.pack],
  ]
  return {
    files: { [file]: isDamaged ? damaged(Buffer.from(text), chance) : text },
    runs: [
      {
        args: [...args, '--rejects', REJECTS],
        ...(oneIn(base.pack === 'cn-2020' ? 12 : 4, chance) ? { ways: ENGINES } : {}),
      },
      ...(oneIn(3, chance) ? [{ args: oneOf(others, chance) }] : []),
    ],
    ...(isRough || isDamaged || isAnchored ? {} : { rows: records.length }),
  }
}

function write(tree: Tree, format: 'yaml' | 'json' | 'ndjson'): string {
  if (format === 'yaml') return yamlText(tree)
  if (format === 'json') return `${jsonText(tree)}\n`
  return Array.isArray(tree) ? tree.map((each) => `${jsonText(each)}\n`).join('') : `${jsonText(tree)}\n`
}
