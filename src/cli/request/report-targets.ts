import { extname } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.js'
import type { Target } from '../terminal/output.js'
import { unknownName, usageFault } from '../terminal/usage.js'

/** Formats and where they go, as typed: `-f`, `-o`, and `FORMAT=FILE` of each `--report`. */
export interface ReportFlags<Format extends string> {
  readonly format: Format | null
  readonly output: string | null
  readonly reports: readonly string[]
}

export interface PlannedReport<Format extends string> {
  readonly format: Format
  readonly target: Target
}

/** The result first, then what `--report` asks for; `-f` wins, else the extension of `-o`, else `table`. */
export function planReports<Format extends string>(
  { output, format, reports }: ReportFlags<Format>,
  names: readonly ('table' | Format)[],
  faults: Diagnostic[],
): PlannedReport<'table' | Format>[] {
  const asked = output === null ? 'stdout' : `-o ${output}`
  const first = { format: format ?? formatOf(output, names), target: { path: pathOf(output), asked } }
  const others = reports.flatMap((text) => {
    const at = text.indexOf('=')
    const name = names.find((each) => each === text.slice(0, at))
    if (at < 0 || at === text.length - 1) {
      faults.push(
        usageFault(
          `--report \`${text}\` is not FORMAT=FILE`,
          'write for example `--report json=report.json`',
        ),
      )
    } else if (name === undefined) {
      faults.push(unknownName('format in --report', text.slice(0, at), names))
    } else {
      return [{ format: name, target: { path: pathOf(text.slice(at + 1)), asked: `--report ${text}` } }]
    }
    return []
  })
  return [first, ...others]
}

/** `-` is stdout. */
export const pathOf = (path: string | null) => (path === '-' ? null : path)

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['.json', 'json'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
  ['.csv', 'csv'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.xml', 'junit'],
])

function formatOf<Format extends string>(output: string | null, names: readonly Format[]): Format | 'table' {
  const said = output === null ? undefined : EXTENSIONS.get(extname(output).toLowerCase())
  return names.find((name) => name === said) ?? 'table'
}
