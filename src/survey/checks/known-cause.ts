import type { DiagnosticCode } from '../../base/codes.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'

/** What stops a run because nothing could be read. */
const EFFECTS: ReadonlySet<string> = new Set(['no-records', 'no-id'])

/**
 * The same faults, or the cause of them where looking at the file has already found it.
 * @param broken why the first row that could not be read is broken
 */
export function withKnownCause(
  faults: readonly Diagnostic[],
  remarks: readonly Diagnostic[],
  broken: DiagnosticCode | null,
): readonly Diagnostic[] {
  const effect = faults.find(({ code }) => EFFECTS.has(code))
  if (effect === undefined) return faults
  const isLost = effect.code === 'no-records' && broken === 'bad-bytes'
  const cause = remarks.find(({ code }) => code === 'split-header' || (isLost && code === 'bad-bytes'))
  return cause === undefined ? faults : [{ ...cause, severity: 'error', message: causeMessage(cause) }]
}

const causeMessage = ({ code, message }: Diagnostic): string =>
  code === 'bad-bytes' ? say('bad-bytes.all') : message
