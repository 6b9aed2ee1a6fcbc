import { say } from '../../base/say/say.js'
import { plainHeader } from '../columns/plain-header.js'
import { clean } from '../files/row.js'
import type { SeenSign, ShownTable, SurveyTool } from './tools/tool.js'
import { TOOLS, type ToolName } from './tools/tools.js'

/** Something that speaks for a tool. */
export interface Sign extends SeenSign {
  readonly tool: ToolName
}

const NAMED = Object.entries(TOOLS) as readonly (readonly [ToolName, SurveyTool])[]

/** What speaks for tools in one table: headers first, because the tool seen first wins a tie. */
export const signsOfTable = (table: ShownTable): Sign[] => [
  ...NAMED.flatMap(([tool, { headers }]) => headerSigns(tool, headers, table)),
  ...NAMED.flatMap(([tool, { signs = [] }]) =>
    signs.flatMap(({ weight, words, isIn }) => (isIn(table) ? [{ tool, weight, words: say(words) }] : [])),
  ),
]

function headerSigns(tool: ToolName, known: SurveyTool['headers'], { names }: ShownTable): Sign[] {
  return known.flatMap(({ weight, names: wanted }) =>
    wanted.flatMap((name) => {
      const header = names.get(name)
      return header === undefined
        ? []
        : [{ tool, weight, words: say('sign.column', { column: clean(header) }) }]
    }),
  )
}

/** The least weight of headers that speak for a tool alone. */
const LIKELY = 3

/** The tool that seems to have written a table with these headers. */
export interface SeenTool {
  readonly title: string
  /** Its preset. */
  readonly named: string | null
  /** The same where it reads such a table. */
  readonly preset: string | null
}

/** The tool with most evidence in the headers of a table; `null` if two are equally likely, or none is. */
export function toolOf(headers: readonly string[]): SeenTool | null {
  const names = new Map(headers.map((header) => [plainHeader(header), header]))
  const table = {
    headers,
    names,
    file: '',
    delimiter: null,
    words: new Set<string>(),
    separators: new Set<string>(),
  }
  const weights = new Map<ToolName, number>()
  for (const { tool, weight } of signsOfTable(table)) weights.set(tool, (weights.get(tool) ?? 0) + weight)
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1])
  if (first === undefined || first[1] < LIKELY || first[1] === second?.[1]) return null
  const { preset = null, title } = TOOLS[first[0]]
  // Presets read members from rows of their own, never from columns.
  return { title, named: preset, preset: headers.some((header) => /\[\d+\]/.test(header)) ? null : preset }
}

/** The preset that reads a table with these headers, if one tool that has a preset writes them, with the title of the tool. */
export function presetFor(
  headers: readonly string[],
): { readonly preset: string; readonly title: string } | null {
  const { preset = null, title = '' } = toolOf(headers) ?? {}
  return preset === null ? null : { preset, title }
}

/** What speaks for tools in several tables seen together. */
export const signsOfTables = (tables: readonly ShownTable[]): Sign[] =>
  NAMED.flatMap(([tool, { signOfTables }]) => {
    const sign = signOfTables?.(tables) ?? null
    return sign === null ? [] : [{ tool, ...sign }]
  })

/** The tools in whose exports the column of this plain header leads to rows of another table. */
export const toolsLinkedBy = (header: string): readonly ToolName[] =>
  NAMED.flatMap(([tool, { links = [] }]) => (links.includes(header) ? [tool] : []))
