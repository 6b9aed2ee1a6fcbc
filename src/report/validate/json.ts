import { decimal, divideToStep } from '../../base/decimal.js'
import { type Json, jsonText } from '../../base/tree/json-text.js'
import { inputsJson, packJson } from '../text/run-json.js'
import { shownFile } from '../text/shown-file.js'
import type { ColumnCount } from './columns.js'
import type { FoundGroup } from './groups.js'
import { type FindingKind, touched } from './kinds.js'
import type { ValidateContext, ValidateReport } from './report.js'
import type { ValidateSummary } from './summary.js'

/** Changes to this form are additive. */
const VALIDATE_SCHEMA = 'tpa/validate@1'

/** The whole report as one object; every count is a total. */
export function validateJson(context: ValidateContext): ValidateReport {
  return { end: (summary) => `${jsonText(resultJson(context, summary))}\n` }
}

function resultJson(context: ValidateContext, summary: ValidateSummary): Json {
  const { pack, tpa } = context
  const { severities, by, ledger } = summary
  return {
    schema: VALIDATE_SCHEMA,
    tpa,
    pack: packJson(pack),
    ...inputsJson(context),
    ledger: { ...ledger },
    rosters: summary.rosters.map((each) => ({ ...each })),
    assumed: summary.assumed,
    summary: {
      records: ledger.read,
      affected: summary.affected,
      errors: severities.error,
      warnings: severities.warning,
      notes: severities.note,
      codes: Object.fromEntries(summary.codes),
      checks: Object.fromEntries(summary.checks),
    },
    findings: summary.kinds.map(kindJson),
    columns: summary.columns.map(columnJson),
    absent: summary.absent.map(({ file, facts }) => ({ file, facts })),
    by: by === null ? null : { field: by.field.name, groups: by.groups.map(groupJson) },
  }
}

function kindJson(kind: FindingKind): Json {
  const { code, check, severity, message, why, help, fix, at } = kind.diagnostic
  return {
    code,
    check,
    severity,
    file: at === null ? null : shownFile(at.file),
    field: at !== null && 'field' in at ? at.field : null,
    count: kind.count,
    cells: kind.cells,
    of: kind.of,
    share: kind.of === null ? null : shareJson(touched(kind), kind.of),
    lines: kind.lines,
    message,
    why: why ?? null,
    help: help ?? null,
    ...(fix === undefined ? {} : { fix: { ...fix } }),
  }
}

function columnJson({ file, field, fact, isMember, rows, filled, gaps }: ColumnCount): Json {
  return {
    file,
    field,
    fact,
    of: isMember ? 'members' : 'records',
    rows,
    filled,
    share: shareJson(filled, rows),
    gaps: Object.fromEntries([...gaps].map(([reason, { count, lines }]) => [reason, { count, lines }])),
  }
}

const groupJson = ({ value, gap, records, affected, findings, kinds }: FoundGroup): Json => ({
  value: value === null && gap !== null ? { gap } : value,
  records,
  affected,
  share: shareJson(affected, records),
  findings,
  kinds: Object.fromEntries(kinds),
})

const STEP = decimal('0.0001')

/** A part of a whole from 0 to 1, with four places. */
const shareJson = (part: number, whole: number): Json =>
  whole === 0 ? null : divideToStep(decimal(part), decimal(whole), STEP)
