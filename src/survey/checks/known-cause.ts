import type { Diagnostic } from '../../base/diagnostic.js'

/** What stops a run because nothing could be read. */
const EFFECTS: ReadonlySet<string> = new Set(['no-records', 'no-id'])

/** The same faults, or the cause of them where looking at the file has already found it. */
export function withKnownCause(
  faults: readonly Diagnostic[],
  remarks: readonly Diagnostic[],
): readonly Diagnostic[] {
  const effect = faults.find(({ code }) => EFFECTS.has(code))
  if (effect === undefined) return faults
  const isLost = effect.code === 'no-records' && /cannot be read/.test(effect.message)
  const cause = remarks.find(({ code }) => code === 'split-header' || (isLost && code === 'bad-bytes'))
  return cause === undefined ? faults : [{ ...cause, severity: 'error', message: causeMessage(cause) }]
}

const causeMessage = ({ code, message }: Diagnostic): string =>
  code === 'bad-bytes' ? 'every row holds bytes that are no UTF-8: the text is in another encoding' : message
