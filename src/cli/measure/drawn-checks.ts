import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { CaseRecord } from '../../lang/record.js'
import type { Drawn } from '../../programme/measure/fold.js'
import type { SampleColumns } from './drawn.js'

/** What rows of a sample say about each other's population. */
export interface DrawnChecks {
  /** What is wrong with a row beside those before it; `null` where nothing is. */
  add(record: CaseRecord, drawn: Drawn): Diagnostic | null
  /** What is wrong with all of them together. */
  last(): Diagnostic | null
}

/** A stratum or a sampling unit, as its first row has it. */
interface Population {
  readonly of: number
  readonly file: string
  readonly line: number
  drawn: number
}

/** A population has one number in all of its rows, and is no smaller than what was drawn of it; otherwise errors would come out too small. */
export function createDrawnChecks({ units, households }: SampleColumns): DrawnChecks {
  const strata = new Map<string, Population>()
  const inside = new Map<string, Population>()
  const seen = new Set<string>()
  return {
    add(record, { stratum, unit, unitsOf, householdsOf }) {
      const key = `${stratum}\t${unit}`
      const first = note(strata, stratum, unitsOf, record)
      const second = note(inside, key, householdsOf, record)
      if (first !== null && !seen.has(key)) first.drawn += 1
      if (second !== null) second.drawn += 1
      seen.add(key)
      if (first !== null && first.of !== unitsOf) return differs('units', units, first, record, unitsOf)
      if (second !== null && second.of !== householdsOf)
        return differs('households', households, second, record, householdsOf)
      return null
    },
    last: () => tooFew('units', units, strata) ?? tooFew('households', households, inside),
  }
}

function note(
  map: Map<string, Population>,
  key: string,
  of: number | null,
  { file, line }: CaseRecord,
): Population | null {
  if (of === null) return null
  let known = map.get(key)
  if (known === undefined) {
    known = { of, file, line, drawn: 0 }
    map.set(key, known)
  }
  return known
}

function differs(
  what: 'units' | 'households',
  column: string | null,
  { of, file, line }: Population,
  record: CaseRecord,
  found: number | null,
): Diagnostic {
  const places = { column: column ?? '', number: String(found), other: String(of), place: `${file}:${line}` }
  return fault(what, column, record, say(`measure.fpc.${what}-differ`, places))
}

function tooFew(
  what: 'units' | 'households',
  column: string | null,
  populations: ReadonlyMap<string, Population>,
): Diagnostic | null {
  for (const each of populations.values()) {
    if (each.drawn <= each.of) continue
    const places = { column: column ?? '', number: String(each.of), count: String(each.drawn) }
    return fault(what, column, each, say(`measure.fpc.few-${what}`, places))
  }
  return null
}

const fault = (
  what: 'units' | 'households',
  field: string | null,
  { file, line }: Pick<CaseRecord, 'file' | 'line'>,
  message: string,
): Diagnostic => ({
  code: 'invalid-number',
  severity: 'error',
  message,
  help: say(`measure.fpc.help.${what}`),
  at: { file, line, field },
})
