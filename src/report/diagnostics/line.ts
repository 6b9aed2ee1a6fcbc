import { type Diagnostic, isTextPlace } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { shownFile } from '../text/shown-file.js'

/** A diagnostic in one line of plain text: `pack.yaml:41:11  error[unknown-name]  unknown fact `x`; did you mean `y`?` */
export function diagnosticLine({ code, severity, message, why, help, at }: Diagnostic): string {
  const line = at?.line == null ? '' : `:${at.line}`
  const column = isTextPlace(at) ? `:${at.column}` : ''
  const place = at === null ? '' : `${shownFile(at.file)}${line}${column}  `
  const remarks = [why, help].filter((part) => part !== undefined)
  const label = `${say(`severity.${severity}`)}[${code}]`
  return [`${place}${label}  ${message}`, ...remarks].join(say('remarks.item'))
}
