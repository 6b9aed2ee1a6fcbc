import { ExitCode } from './exit-code.js'
import type { Terminal } from './terminal.js'

export interface CheckRequest {
  readonly packs: readonly string[]
  readonly format: 'table' | 'json'
  readonly quiet: boolean
}

export async function check(_request: CheckRequest, _terminal: Terminal): Promise<ExitCode> {
  return ExitCode.Bug
}
