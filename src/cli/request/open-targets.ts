import type { CsvStyle } from '../../base/csv-text.js'
import type { Targets, Writer } from '../../report/output.js'
import { REJECTS_HEADER } from '../../survey/records/rejects.js'
import type { Outputs } from '../terminal/outputs.js'
import type { Target } from '../terminal/target.js'
import type { Terminal } from '../terminal/terminal.js'
import { type FileFormat, type PlannedReport, readerOf } from './report-targets.js'

/** Where the reports of a run go, and its rejected rows. */
interface TargetsPlan<Format extends FileFormat> {
  readonly reports: readonly PlannedReport<Format>[]
  readonly rejects: Target | null
}

/** Opens everything that a run over survey files writes, and writes what comes before the first row. */
export async function openTargets<Format extends FileFormat, Report extends { start?(): string }>(
  { reports, rejects: asked }: TargetsPlan<Format>,
  { start, line }: CsvStyle,
  outputs: Outputs,
  terminal: Terminal,
  reportFor: (planned: PlannedReport<Format>) => Promise<Report>,
): Promise<Targets<Report>> {
  const writers: Writer<Report>[] = []
  for (const planned of reports)
    writers.push({
      report: await reportFor(planned),
      output: await outputs.open(planned.target, readerOf(planned.format, planned.target.path, terminal)),
    })
  const rejects = asked === null ? null : await outputs.open(asked, 'program')
  await rejects?.write(start + line(REJECTS_HEADER))
  for (const { report, output } of writers) await output.write(report.start?.() ?? '')
  return { writers, rejects }
}
