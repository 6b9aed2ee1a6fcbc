import { type Diagnostic, isTextPlace } from '../../base/diagnostic.js'
import type { Json } from '../../base/tree/json-text.js'
import { shownFile } from '../text/shown-file.js'

/** A diagnostic as JSON; a member without content is `null`. */
export function diagnosticJson({
  code,
  severity,
  message,
  why,
  help,
  fix,
  witness,
  at,
  repeats,
}: Diagnostic): Json {
  return {
    code,
    severity,
    message,
    why: why ?? null,
    help: help ?? null,
    ...(fix === undefined ? {} : { fix: { ...fix } }),
    at: at && placeJson(at),
    ...(witness === undefined ? {} : { witness }),
    repeats: repeats ? { count: repeats.count, lines: repeats.lines } : null,
  }
}

const placeJson = (at: NonNullable<Diagnostic['at']>): Json =>
  isTextPlace(at)
    ? { file: shownFile(at.file), line: at.line, column: at.column }
    : { file: shownFile(at.file), line: at.line, field: at.field }
