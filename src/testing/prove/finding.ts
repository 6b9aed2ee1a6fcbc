import type { DiagnosticCode } from '../../base/codes.js'
import { type Diagnostic, type Severity, textPlace } from '../../base/diagnostic.js'
import type { Pack } from '../../lang/pack.js'

/** A finding about a place of a pack: `parameters.poverty_line`, `decisions.none.0`. */
export function finding(
  pack: Pack,
  severity: Severity,
  code: DiagnosticCode,
  place: string,
  message: string,
  more: { why?: string; help?: string; witness?: string } = {},
): Diagnostic {
  const span = pack.tables.places.get(place) ?? { start: 0, end: 1 }
  return { code, severity, message, ...more, at: textPlace(pack.tables.source, span) }
}
