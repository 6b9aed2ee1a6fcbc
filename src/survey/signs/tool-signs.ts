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
    signs.flatMap(({ weight, words, isIn }) => (isIn(table) ? [{ tool, weight, words }] : [])),
  ),
]

function headerSigns(tool: ToolName, known: SurveyTool['headers'], { names }: ShownTable): Sign[] {
  return known.flatMap(({ weight, names: wanted }) =>
    wanted.flatMap((name) => {
      const header = names.get(name)
      return header === undefined ? [] : [{ tool, weight, words: `a column \`${clean(header)}\`` }]
    }),
  )
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
