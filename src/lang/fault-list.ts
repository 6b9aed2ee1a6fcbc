import type { DiagnosticCode } from '../base/codes.js'
import { type Diagnostic, type TextPlace, textPlace } from '../base/diagnostic.js'
import type { Source, Span } from '../base/source.js'
import { didYouMean, nearestWords } from '../base/suggest.js'
import { allOf, andMore } from '../base/wording.js'

/** The reason of a fault, and what to do about it. */
export interface Remarks {
  readonly why?: string | undefined
  readonly help?: string | undefined
}

/** The faults of one pack file, as they are found. */
export interface FaultList {
  readonly faults: readonly Diagnostic[]
  fault(code: DiagnosticCode, at: Span | TextPlace, message: string, remarks?: Remarks): void
  /** The names close to a word, nearest first. */
  near(word: string, names: Iterable<string>): string[]
  /** "did you mean `a`?", or `undefined` if no name is close. */
  suggest(word: string, names: Iterable<string>): string | undefined
}

/** After this many faults no close names are looked for: thousands of unknown names against thousands of known ones take minutes. */
const SUGGESTIONS = 100

export function collectFaults(source: Source): FaultList {
  const faults: Diagnostic[] = []
  return {
    faults,
    fault(code, at, message, { why, help } = {}) {
      const remarks = { ...(why ? { why } : {}), ...(help ? { help } : {}) }
      faults.push({
        code,
        severity: 'error',
        message,
        ...remarks,
        at: 'column' in at ? at : textPlace(source, at),
      })
    },
    near: (word, names) => (faults.length < SUGGESTIONS ? nearestWords(word, names) : []),
    suggest: (word, names) => (faults.length < SUGGESTIONS ? didYouMean(word, names) : undefined),
  }
}

/** Names in a message: at most 20 of them. */
export function namesInMessage(names: readonly string[]): string {
  const more = names.length - MOST_LISTED
  return more > 0 ? andMore(names.slice(0, MOST_LISTED), more) : allOf(names)
}

const MOST_LISTED = 20

/** A text of the pack in a message: in backticks, at most 40 characters. */
export const quoted = (text: string): string => `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``
