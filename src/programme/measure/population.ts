import { ONE } from '../../base/decimal.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { point, type Range } from '../../base/range.js'
import { say } from '../../base/say/say.js'
import { placePath } from '../../engine/place-path.js'
import { PERSON } from '../../lang/expression/unit.js'
import type { FactDeclaration, Labels, Pack } from '../../lang/pack.js'
import { type Fact, isSaid } from '../../lang/record.js'
import type { InputFile } from '../../survey/files/data-file.js'
import { readTable, type Table, type TableForm, type TableRow } from '../files/table.js'
import type { Programme } from '../policy/programme.js'

/** How many persons live in a place, and what else its row says. */
export interface AreaPopulation {
  readonly line: number
  readonly persons: Range
  /** The number of the area, where the file has one. */
  readonly id: string | null
  /** The largest place. */
  readonly province: Fact | undefined
  /** Its places by name. */
  readonly facts: ReadonlyMap<string, Fact>
}

/** The persons of every place that a file lists, by path: those of its rows, and for larger places their sums. */
export interface Population {
  readonly file: string
  /** The file on disk that holds it. */
  readonly input: InputFile
  /** The smallest place of its rows. */
  readonly by: string
  of(by: string, group: string): AreaPopulation | undefined
  readonly total: Range
  /** The paths of the rows. */
  readonly paths: readonly string[]
}

const PERSONS = 'rural_persons'
const AREA_ID = 'area_id'

/** Reads the file of `--population`: places by name, and the persons who live in each. Rows of one place are a fault. */
export async function readPopulation(
  path: string,
  pack: Pack,
  programme: Programme,
  stdin: NodeJS.ReadableStream,
): Promise<{ readonly population: Population } | { readonly faults: readonly Diagnostic[] }> {
  const places = programme.places.flatMap((name) => pack.facts.get(name) ?? programme.facts.get(name) ?? [])
  const reading = await readTable(path, formOf(places), stdin)
  if ('faults' in reading) return reading
  const names = places.map(({ name }) => name)
  const used = names.filter((name) => reading.rows.some(({ facts }) => facts.get(name)?.kind === 'known'))
  const by = used.at(-1)
  if (by === undefined) return { faults: [placeless(reading.file)] }
  const own = names.slice(0, names.indexOf(by) + 1)
  const rows = new Map<string, AreaPopulation>()
  const faults: Diagnostic[] = []
  for (const row of reading.rows) {
    const group = placePath(own, row.facts)
    const before = rows.get(group)
    if (before === undefined) rows.set(group, areaOf(row, own[0]))
    else faults.push(twice(reading.file, row.line, group, before.line))
  }
  return faults.length > 0 ? { faults } : { population: populationOf(reading, own, rows) }
}

const formOf = (places: readonly FactDeclaration[]): TableForm => ({
  columns: [
    ...places,
    count(PERSONS, { en: 'Rural persons', zh: '农村户籍人口数' }, ['农村人口', '农村户籍人口', 'population']),
    count('rural_households', { en: 'Rural households', zh: '农村户数' }, ['农村户籍户数']),
    {
      ...count(AREA_ID, { en: 'Area number', zh: '区划代码' }, ['village_id', 'county_id', '村编号']),
      type: 'text',
      unit: null,
    },
  ],
  required: [PERSONS],
})

const count = (name: string, labels: Labels, aliases: readonly string[]): FactDeclaration => ({
  name,
  type: 'count',
  unit: PERSON,
  range: { lo: ONE, hi: null },
  days: { from: null, to: null },
  step: ONE,
  codes: [],
  labels,
  aliases,
  near: [],
  assume: null,
  personal: false,
  completedYearsSince: null,
})

function areaOf({ line, facts }: TableRow, largest: string | undefined): AreaPopulation {
  const id = facts.get(AREA_ID)
  return {
    line,
    persons: personsOf(facts.get(PERSONS)),
    id: id?.kind === 'known' ? String(id.value) : null,
    province: facts.get(largest ?? ''),
    facts,
  }
}

function personsOf(fact: Fact | undefined): Range {
  if (!isSaid(fact)) return { lo: ONE, hi: null }
  if (fact.kind === 'gap') return fact.range
  return typeof fact.value === 'object' ? point(fact.value) : { lo: ONE, hi: null }
}

function populationOf(
  { file, input, rows: list }: Table,
  places: readonly string[],
  rows: ReadonlyMap<string, AreaPopulation>,
): Population {
  const sums = new Map<string, Map<string, AreaPopulation>>()
  for (const place of places) {
    const own = places.slice(0, places.indexOf(place) + 1)
    const groups = new Map<string, AreaPopulation>()
    for (const row of list) {
      const group = placePath(own, row.facts)
      const [before, area] = [groups.get(group), areaOf(row, places[0])]
      groups.set(
        group,
        before === undefined ? area : { ...before, id: null, persons: added(before.persons, area.persons) },
      )
    }
    sums.set(place, groups)
  }
  return {
    file,
    input,
    by: places.at(-1) ?? '',
    of: (by, group) => sums.get(by)?.get(group),
    total: [...rows.values()].map(({ persons }) => persons).reduce(added),
    paths: [...rows.keys()],
  }
}

const added = (a: Range, b: Range): Range => ({
  lo: a.lo === null || b.lo === null ? null : a.lo.plus(b.lo),
  hi: a.hi === null || b.hi === null ? null : a.hi.plus(b.hi),
})

const placeless = (file: string): Diagnostic => ({
  code: 'shape',
  severity: 'error',
  message: say('population.no-place'),
  help: say('population.no-place.help'),
  at: { file, line: 1, field: null },
})

const twice = (file: string, line: number, group: string, before: number): Diagnostic => ({
  code: 'duplicate-id',
  severity: 'error',
  message: say('population.twice', { group, line: before }),
  help: say('population.twice.help'),
  at: { file, line, field: null },
})
