import type { CaseResult } from '../cases/run-case.js'

/** Why a case that fails is not for rewriting; `null` where it is, or where it passes. */
export function whyLeft({ case: { diagnostics, expect }, mismatches }: CaseResult): string | null {
  if (mismatches.length === 0) return null
  const unexpected = [...(expect.diagnostics ?? [])]
  const unread = diagnostics.filter(({ code }) => {
    const at = unexpected.indexOf(code)
    if (at >= 0) unexpected.splice(at, 1)
    return at < 0
  })
  if (unread.length > 0)
    return 'its record does not read as it is given, so that it is about another household than it says'
  const forbidden = mismatches.some(({ of }) => of === 'not_reasons')
  if (forbidden)
    return '`not_reasons` says what must never be, and that it came to be is for a person to judge'
  return null
}
