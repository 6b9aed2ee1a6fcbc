import { extname } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { AssessFormat } from '../../report/assess/formats.js'
import type { DiffFormat } from '../../report/diff/formats.js'
import { formatNames } from '../../report/format.js'
import type { InspectFormat } from '../../report/inspect/formats.js'
import type { TestFormat } from '../../report/test/formats.js'
import type { ValidateFormat } from '../../report/validate/formats.js'
import type { Reader } from '../terminal/reader.js'
import type { Target } from '../terminal/target.js'
import { consoleFor, type Terminal } from '../terminal/terminal.js'
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
export function planReports<Format extends FileFormat>(
  { output, format, reports }: ReportFlags<Format>,
  formats: Readonly<Record<'table' | Format, unknown>>,
  faults: Diagnostic[],
): PlannedReport<'table' | Format>[] {
  const names = formatNames(formats)
  const asked = output === null ? 'stdout' : `-o ${output}`
  const own = format ?? formatOf(output, names, faults)
  const first = { format: own, target: { path: pathOf(output), asked } }
  const others = reports.flatMap((text) => {
    const at = text.indexOf('=')
    const name = names.find((each) => each === text.slice(0, at))
    if (at < 0 || at === text.length - 1) {
      faults.push(usageFault(say('usage.report-form', { text }), say('usage.report-form.help')))
    } else if (name === undefined) {
      faults.push(unknownName('report', text.slice(0, at), names))
    } else {
      return [{ format: name, target: { path: pathOf(text.slice(at + 1)), asked: `--report ${text}` } }]
    }
    return []
  })
  return [first, ...others]
}

export interface LoadedReport<Format extends string, Report> extends PlannedReport<Format> {
  readonly report: Report
}

/** Loads a report. A run does so before it reads, so that it ends well even where tpa is updated meanwhile. */
export async function loadReport<Format extends string, Report>(
  planned: PlannedReport<Format>,
  formats: Readonly<Record<Format, () => Promise<Report>>>,
): Promise<LoadedReport<Format, Report>> {
  return { ...planned, report: await formats[planned.format]() }
}

/** `-` is stdout. */
export const pathOf = (path: string | null) => (path === '-' ? null : path)

/** The formats of all commands that write files. */
export type FileFormat = AssessFormat | DiffFormat | InspectFormat | TestFormat | ValidateFormat

/** The extensions that say which format a file has, the same to every command; and whether people or programs read it. */
const FILE_FORMATS: Record<
  FileFormat,
  { readonly extensions: readonly string[]; readonly isFor: 'people' | 'programs' }
> = {
  table: { extensions: [], isFor: 'people' },
  json: { extensions: ['.json'], isFor: 'programs' },
  ndjson: { extensions: ['.ndjson', '.jsonl'], isFor: 'programs' },
  csv: { extensions: ['.csv'], isFor: 'programs' },
  markdown: { extensions: ['.md', '.markdown'], isFor: 'people' },
  junit: { extensions: ['.xml'], isFor: 'people' },
  html: { extensions: ['.html', '.htm'], isFor: 'people' },
  // It is made of commands for GitHub, and escapes what is in them.
  github: { extensions: [], isFor: 'programs' },
}

/** Who reads a report that goes to a file, or to stdout if there is no path. */
export const readerOf = (format: FileFormat, path: string | null, terminal: Terminal): Reader =>
  FILE_FORMATS[format].isFor === 'programs' ? 'program' : consoleFor(path, terminal)

/** Extensions of formats that no command writes; under such a name a table would be taken for what it is not. */
const FOREIGN = [
  ...['.pdf', '.doc', '.docx', '.xlsx', '.xls', '.ods', '.parquet'],
  ...['.tsv', '.tab', '.yaml', '.yml', '.dta', '.sav', '.zip', '.gz'],
]

/** The format that the name of a file asks for, a table where it asks for none. */
function formatOf<Format extends FileFormat>(
  output: string | null,
  names: readonly Format[],
  faults: Diagnostic[],
): Format | 'table' {
  const extension = extname(output ?? '').toLowerCase()
  const found = names.find((name) => FILE_FORMATS[name].extensions.includes(extension))
  if (found !== undefined) return found
  const others = Object.values(FILE_FORMATS).flatMap(({ extensions }) => extensions)
  if (FOREIGN.includes(extension) || others.includes(extension))
    faults.push(
      usageFault(
        say('usage.extension', { file: output ?? '', extension }),
        say('usage.extension.help', { names: names.join(say('names.item')) }),
      ),
    )
  return 'table'
}
