import type { Format as SurveyFormat } from '../data/format.js'
import { ExitCode } from './exit-code.js'
import type { Terminal } from './terminal.js'

export interface ExplainRequest {
  readonly files: readonly string[]
  readonly id: string | null
  readonly record: string | null
  readonly format: 'table' | 'json' | 'markdown'
  readonly rules: string
  readonly from: SurveyFormat | null
  readonly asOf: string | null
  readonly assume: ReadonlyMap<string, string>
  readonly quiet: boolean
}

export async function explain(_request: ExplainRequest, _terminal: Terminal): Promise<ExitCode> {
  return ExitCode.Bug
}
