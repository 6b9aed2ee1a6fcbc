import type { Chance } from '../../engine/random/chance.js'
import type { Export, ExportForm, ExportTable, Rows } from './export.js'
import type { Village } from './village.js'

/** What an oddity is planted in. */
export interface Ground {
  readonly village: Village
  readonly form: ExportForm
  readonly chance: Chance
  readonly clean: Export
}

export interface Planted {
  readonly exported: Export
  /** Ids of households of whom the oddity may hide something. */
  readonly touched: readonly string[]
  /** What must be said by the clerk's screens and the mapping that is proposed, unless every touched household is decided as in truth. */
  readonly names: readonly RegExp[]
  /** What a clerk then says to the command; a message must have said it first. */
  readonly answer?: readonly string[]
  /** Whether nothing is decided until a person has looked. */
  readonly isQuestion?: boolean
  readonly change?: (files: Record<string, Buffer>) => Record<string, Buffer>
}

export interface Oddity {
  readonly name: string
  readonly fits?: (form: ExportForm) => boolean
  readonly plant: (ground: Ground) => Planted
}

/** The table of the households, changed. */
export const withMain = ({ tables }: Export, change: (rows: Rows) => Rows): Export => ({
  tables: tables.map((each, at) => (at === 0 ? { ...each, rows: change(each.rows) } : each)),
})

export const withTables = ({ tables }: Export, ...more: readonly ExportTable[]): Export => ({
  tables: [...tables, ...more],
})

export const mainOf = ({ tables }: Export): ExportTable => {
  const [main] = tables
  if (main === undefined) throw new Error('an export has a table')
  return main
}

/** Which households the rows of the table of households speak of; `null` for the header. */
export function householdsOf({ clean, form, village }: Ground): (string | null)[] {
  const ids = new Map(village.map(({ id }, at) => [form.keyOf(id, at), id]))
  const { rows } = mainOf(clean)
  const at = rows[0]?.indexOf(form.key) ?? -1
  return rows.map((row, line) => (line === 0 ? null : (ids.get(row[at] ?? '') ?? null)))
}

/** Other cells in a column of facts of households; `cell` gives `null` where it stays. Also the households in whose rows it changed. */
export function withCells(
  ground: Ground,
  fact: string,
  cell: (cell: string, id: string) => string | null,
): { exported: Export; touched: string[] } {
  const header = ground.form.header(fact)
  const of = householdsOf(ground)
  const touched = new Set<string>()
  const exported = withMain(ground.clean, (rows) => {
    const at = rows[0]?.indexOf(header) ?? -1
    if (at < 0) throw new Error(`${ground.form.name} has no column ${header}`)
    return rows.map((row, line) => {
      const id = of[line] ?? null
      const other = id === null || row[at] === '' ? null : cell(row[at] ?? '', id)
      if (id === null || other === null) return row
      touched.add(id)
      return row.with(at, other)
    })
  })
  return { exported, touched: [...touched] }
}

export const renamed = (exported: Export, header: string, now: string): Export =>
  withMain(exported, ([head = [], ...rows]) => [head.map((each) => (each === header ? now : each)), ...rows])

/** A text as a pattern that finds it, also where a screen breaks it into lines. */
export const says = (text: string): RegExp =>
  new RegExp(
    [...text]
      .map((sign) => sign.replace(/[.*+?^${}()|[\]\\/]/, '\\$&').replace(' ', '\\s+'))
      .join('(?:\\n\\s*)?'),
  )

export const all = (village: Village): string[] => village.map(({ id }) => id)

/** Ids of a few households, the same in each run of a chance. */
export const some = (village: Village, count: number, chance: Chance): string[] => {
  const from = chance(Math.max(1, village.length - count))
  return all(village).slice(from, from + count)
}
