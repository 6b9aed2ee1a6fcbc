import { say } from '../../../base/say/say.js'
import type { SeenSign, ShownTable, SurveyTool } from './tool.js'

export const CSPRO: SurveyTool = {
  title: 'CSPro',
  headers: [{ weight: 4, names: ['caseids', 'case.id', 'case_uuid'] }],
  signOfTables,
}

/** CSPro repeats the same id columns at the head of each table, in capitals. */
function signOfTables(tables: readonly ShownTable[]): SeenSign | null {
  const [first, ...others] = tables.map(({ headers }) => headers)
  if (first === undefined || others.length === 0) return null
  const shared = first.findIndex((header, at) => others.some((headers) => headers[at] !== header))
  const isCapital = [first, ...others].every((headers) =>
    headers.every((header) => /^[A-Z][A-Z0-9_]*$/.test(header)),
  )
  if (shared < 1 || !isCapital) return null
  return { weight: 4, words: say('sign.capitals', { count: shared }) }
}
