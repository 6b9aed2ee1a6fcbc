import { say } from '../../base/say/say.js'
import { allOf } from '../../base/wording.js'
import { plainHeader } from '../../survey/columns/plain-header.js'
import { type Sign, signsOfTable, signsOfTables, toolsLinkedBy } from '../../survey/signs/tool-signs.js'
import type { ShownTable } from '../../survey/signs/tools/tool.js'
import { TOOLS, type ToolName } from '../../survey/signs/tools/tools.js'
import type { InspectedTable, Join } from './inspected-table.js'

/** Where the tables seem to come from. */
export interface ToolGuess {
  /** `null`: nothing points at any tool. */
  readonly tool: ToolName | null
  readonly confidence: 'certain' | 'likely' | 'unclear'
  readonly evidence: readonly string[]
  /** All that in a sentence. */
  readonly words: string
}

/** The least weight of a certain guess, and of a likely one. */
const CERTAIN = 6
const LIKELY = 3

/** Where the tables seem to come from. A sign counts once, even if several tables show it. Joins count too. */
export function guessTool(tables: readonly InspectedTable[], joins: readonly Join[]): ToolGuess {
  const guess = weigh(tables, joins)
  return { ...guess, words: toolWords(guess) }
}

function weigh(tables: readonly InspectedTable[], joins: readonly Join[]): Omit<ToolGuess, 'words'> {
  const signs = new Map<string, Sign>()
  const shown = tables.map(shownTable)
  const all = [...shown.flatMap(signsOfTable), ...joins.flatMap(joinSigns), ...signsOfTables(shown)]
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
  const tie = second !== undefined && lead === 0 ? [say('tool.tie', { tool: second[0] })] : []
  const confidence =
    weight >= CERTAIN && lead >= 3 ? 'certain' : weight >= LIKELY && lead > 0 ? 'likely' : 'unclear'
  return { tool, confidence, evidence: [...evidence, ...tie] }
}

/** A join by the columns of a tool speaks for the tool. */
function joinSigns({ child, parent, childColumn, by, matched, keyed }: Join): Sign[] {
  const header = plainHeader(child.tally.headers[childColumn] ?? '')
  const words = say('tool.join', {
    column: child.tally.headers[childColumn] ?? '',
    child: child.name,
    parent: parent.name,
  })
  return by === 'known' && matched > 0 && matched === keyed
    ? toolsLinkedBy(header).map((tool) => ({ tool, weight: 2, words }))
    : []
}

function shownTable({ tally, file, splits }: InspectedTable): ShownTable {
  const { headers, columns } = tally
  return {
    headers,
    names: new Map(headers.map((header) => [plainHeader(header), header])),
    file: file.file,
    delimiter: file.delimiter,
    words: new Set(columns.flatMap(({ words }) => [...words.keys()])),
    separators: new Set(splits.map(({ separator }) => separator)),
  }
}

/** The most signs that are named. */
const TOLD = 4

/** "certainly from KoboToolbox: a column `_uuid`, …" */
function toolWords({ tool, confidence, evidence }: Omit<ToolGuess, 'words'>): string {
  if (tool === null) return say('tool.none')
  const more = evidence.length - TOLD
  const shown = allOf(evidence.slice(0, TOLD))
  const signs = more > 0 ? say('tool.more', { signs: shown, more }) : shown
  return say(`tool.${confidence}`, { tool: TOOLS[tool].title, signs })
}
