import { type Json, jsonText } from '../../base/tree/json-text.js'
import { knownName } from '../../base/wording.js'
import type { ColumnProfile } from '../../inspect/columns/column.js'
import type { Inspection } from '../../inspect/proposal/inspection.js'
import type { InspectedTable, Join, TableRole } from '../../inspect/tables/inspected-table.js'
import { diagnosticJson } from '../diagnostics/json.js'
import { packJson } from '../text/run-json.js'
import type { InspectContext } from './context.js'

/** Changes to this form are additive. */
const INSPECT_SCHEMA = 'tpa/inspect@1'

/** Everything that was found, each column on a line of its own. Cells of personal columns are not in it. */
export function inspectJson(inspection: Inspection, { tpa }: InspectContext): string {
  const { pack, tool, roles, main, unreadable, joins, facts, decisions, mapping, key } = inspection
  const { words: _, ...guess } = tool
  const head = { schema: INSPECT_SCHEMA, tpa, pack: packJson(pack), tool: { ...guess } }
  const tables = roles.map((role) => {
    const columns = role.table.profiles.map((profile) => jsonText(columnJson(profile)))
    return `${jsonText(tableJson(role)).slice(0, -1)},"columns":[${columns.map((each) => `\n${each}`).join(',')}]}`
  })
  const tail: Json = {
    unreadable: unreadable.map(({ file, faults }) => ({ file, faults: faults.map(diagnosticJson) })),
    key:
      key === null
        ? null
        : {
            column: headerOf(main, key.column),
            certain: key.isCertain,
            why: key.why,
            beside: (key.beside ?? []).map((at) => headerOf(main, at) ?? ''),
          },
    joins: joins.map(joinJson),
    facts: facts.map(({ fact, of, status, candidates }) => ({
      fact,
      of,
      status,
      candidates: candidates.map(({ role, column, isCertain, why, yaml, decide }) => ({
        table: role.table.file.file,
        column,
        certain: isCertain,
        why,
        yaml,
        decide: decide === null ? null : { ...decide },
      })),
    })),
    decisions,
    mapping,
  }
  return `${jsonText(head).slice(0, -1)},"tables":[\n${tables.join(',\n')}],\n${jsonText(tail).slice(1)}\n`
}

const headerOf = (main: TableRole | null, column: number | null): string | null =>
  column === null ? null : (main?.table.tally.headers[column] ?? null)

function tableJson({ table, role, why }: TableRole): Json {
  const { file, tally, reading, guesses, repeats, splits } = table
  return {
    table: file.file,
    role,
    why,
    format: file.format,
    encoding: file.encoding,
    delimiter: file.delimiter,
    header_line: tally.headerLine,
    header_rows: reading.headerRows ?? 1,
    title_rows: reading.titleRows ?? 0,
    rows: tally.rows,
    blank_rows: tally.blankRows,
    skipped_rows: tally.skippedRows,
    sign_off_rows: tally.betweenRows,
    broken_rows: { ...tally.broken },
    guesses,
    remarks: [...file.remarks, ...(tally.fault === null ? [] : [tally.fault])].map(diagnosticJson),
    repeats: repeats.map(({ pattern, numbers }) => ({ pattern, numbers })),
    splits: splits.map(({ question, separator, choices }) => ({ question, separator, choices })),
    columns_not_looked_at: tally.moreColumns,
  }
}

function columnJson(profile: ColumnProfile): Json {
  const { type, personal, distinct, values, range, missing, numbers, dates } = profile
  return {
    column: knownName(profile.header),
    type,
    personal,
    filled: profile.filled,
    blank: profile.blank,
    distinct: distinct.count,
    more_distinct: distinct.isMore,
    values: values?.map((each) => ({ ...each })) ?? null,
    range: range && { ...range },
    missing: missing.map(({ cell, count, kind, isCertain }) => ({ cell, count, kind, certain: isCertain })),
    unique: profile.unique,
    destroyed: profile.destroyed,
    numbers: numbersJson(numbers, personal),
    dates: datesJson(dates, personal),
  }
}

const numbersJson = (numbers: ColumnProfile['numbers'], personal: boolean): Json => ({
  kind: numbers.kind,
  style: numbers.kind === 'certain' ? { ...numbers.style } : undefined,
  styles: numbers.kind === 'open' ? numbers.styles.map((style) => ({ ...style })) : undefined,
  example: numbers.kind === 'plain' || personal ? undefined : numbers.example,
})

const datesJson = (dates: ColumnProfile['dates'], personal: boolean): Json => ({
  kind: dates.kind,
  order: dates.kind === 'certain' ? dates.order : undefined,
  orders: dates.kind === 'open' ? dates.orders : undefined,
  example: dates.kind === 'plain' || dates.kind === 'serial' || personal ? undefined : dates.example,
})

const endJson = ({ file, tally }: InspectedTable, column: number, beside: readonly number[]): Json => ({
  table: file.file,
  column: tally.headers[column] ?? '',
  beside: beside.map((at) => tally.headers[at] ?? ''),
})

const joinJson = (join: Join): Json => {
  const { child, parent, childColumn, parentColumn, by, isExact, keyed, matched, unkeyed, sizes } = join
  return {
    child: endJson(child, childColumn, join.beside?.child ?? []),
    parent: endJson(parent, parentColumn, join.beside?.parent ?? []),
    by,
    exact: isExact,
    keyed,
    matched,
    orphans: keyed - matched,
    unkeyed,
    parents: join.parents,
    parents_with_rows: join.parentsWithRows,
    one_to_one: join.isOneToOne,
    sizes: sizes.map(({ column, equal, compared }) => ({
      column: parent.tally.headers[column] ?? '',
      equal,
      compared,
    })),
  }
}
