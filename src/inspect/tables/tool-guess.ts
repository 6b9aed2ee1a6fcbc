import { plainHeader } from '../columns/plain-header.js'
import type { InspectedTable, Join } from './inspected-table.js'
import type { ToolGuess, ToolName } from './tool.js'
import { type Sign, signsOf } from './tool-signs.js'
import { toolWords } from './tool-words.js'

/** From so much weight on. */
const CERTAIN = 6
const LIKELY = 3

/** Where the tables seem to come from, each sign counted once however many tables show it; joins count too. */
export function guessTool(tables: readonly InspectedTable[], joins: readonly Join[]): ToolGuess {
  const guess = weigh(tables, joins)
  return { ...guess, words: toolWords(guess) }
}

function weigh(tables: readonly InspectedTable[], joins: readonly Join[]): Omit<ToolGuess, 'words'> {
  const signs = new Map<string, Sign>()
  const all = [...tables.flatMap(signsOf), ...joins.flatMap(joinSigns), ...caseSigns(tables)]
  for (const sign of all) signs.set(`${sign.tool}\n${sign.words}`, sign)
  const weights = new Map<ToolName, number>()
  for (const { tool, weight } of signs.values()) weights.set(tool, (weights.get(tool) ?? 0) + weight)
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1])
  if (first === undefined || first[1] < 2) return { tool: null, confidence: 'unclear', evidence: [] }
  const [tool, weight] = first
  const lead = weight - (second?.[1] ?? 0)
  const evidence = [...signs.values()]
    .filter((each) => each.tool === tool)
    .sort((a, b) => b.weight - a.weight)
    .map(({ words }) => words)
  const tie = second !== undefined && lead === 0 ? [`as much speaks for ${second[0]}`] : []
  const confidence =
    weight >= CERTAIN && lead >= 3 ? 'certain' : weight >= LIKELY && lead > 0 ? 'likely' : 'unclear'
  return { tool, confidence, evidence: [...evidence, ...tie] }
}

/** Rows that find their parents by the columns of a tool. */
function joinSigns({ child, parent, childColumn, by, matched, keyed }: Join): Sign[] {
  const header = plainHeader(child.tally.headers[childColumn] ?? '')
  const tools = LINKS.get(header) ?? []
  const words = `\`${child.tally.headers[childColumn]}\` of ${child.name} leads to rows of ${parent.name}`
  return by === 'known' && matched > 0 && matched === keyed
    ? tools.map((tool) => ({ tool, weight: 2, words }))
    : []
}

const LINKS: ReadonlyMap<string, readonly ToolName[]> = new Map([
  ['_submission__uuid', ['KoboToolbox']],
  ['_submission__id', ['KoboToolbox']],
  ['_parent_index', ['KoboToolbox']],
  ['parent_key', ['ODK', 'SurveyCTO']],
  ['interview__id', ['Survey Solutions']],
  ['interview__key', ['Survey Solutions']],
  ['formid', ['CommCare']],
])

/** CSPro repeats the same id columns at the head of each table, in capitals. */
function caseSigns(tables: readonly InspectedTable[]): Sign[] {
  const [first, ...others] = tables.map(({ tally }) => tally.headers)
  if (first === undefined || others.length === 0) return []
  const shared = first.findIndex((header, at) => others.some((headers) => headers[at] !== header))
  const isCapital = [first, ...others].every((headers) =>
    headers.every((header) => /^[A-Z][A-Z0-9_]*$/.test(header)),
  )
  if (shared < 1 || !isCapital) return []
  const words = `headers in capitals, and ${shared} equal id columns at the head of each table`
  return [{ tool: 'CSPro', weight: 4, words }]
}
