import type { Diagnostic } from '../base/diagnostic.js'
import { nearest } from '../base/suggest.js'
import type { FactDeclaration } from '../lang/pack.js'
import { type Assumptions, assumedText } from './assume.js'
import { type Columns, namesOf } from './columns.js'
import type { FileScan } from './scan.js'
import { orList } from './wording.js'

/** Unused columns that are nearly the name of a missing fact; where a value would be assumed for it, that stops the run. */
export function nearColumns(
  scan: FileScan,
  declarations: ReadonlyMap<string, FactDeclaration>,
  columns: Columns,
  prefix: string,
  assumptions: Assumptions,
): { near: Diagnostic[]; others: string[] } {
  const meant = new Map<string, string>()
  for (const [name, declaration] of declarations) {
    if (columns.used.has(name) || assumptions.stated.has(prefix + name)) continue
    for (const each of namesOf(declaration)) if (!meant.has(each)) meant.set(each, name)
  }
  const near: Diagnostic[] = []
  const others: string[] = []
  const longest = Math.max(0, ...[...meant.keys()].map((name) => name.length))
  for (const header of columns.unused.values()) {
    const names = header.length > 2 * longest ? [] : nearest(header, meant.keys())
    const facts = [...new Set(names.map((name) => meant.get(name) ?? name))]
    if (facts.length === 0) {
      others.push(prefix + header)
      continue
    }
    const suggested = facts.map((fact) =>
      names.includes(fact) ? fact : names.find((name) => meant.get(name) === fact),
    )
    const paths = facts.map((fact) => prefix + fact)
    near.push(
      nearColumn(
        scan,
        prefix + header,
        suggested.map((name) => prefix + name),
        paths,
        assumptions,
      ),
    )
  }
  return { near, others }
}

function nearColumn(
  scan: FileScan,
  header: string,
  names: readonly string[],
  facts: readonly string[],
  assumptions: Assumptions,
): Diagnostic {
  const question = `did you mean ${orList(names)}?`
  const assumed = facts.filter((fact) => assumptions.values.has(fact))
  const at = { file: scan.input.file, line: scan.headerLine, field: header }
  const message = `column \`${header}\` is not used, and there is no \`${facts[0]}\``
  if (assumed.length === 0) {
    const help = `${question} then rename the column`
    return { code: 'near-column', severity: 'warning', message, help, at }
  }
  const statements = assumed.map(
    (fact) => `--assume ${assumedText(fact, assumptions.values.get(fact) ?? '')}`,
  )
  const why = `\`${assumed[0]}\` would be assumed although the column may be meant`
  const help = `${question} then rename the column; if not, say \`${statements.join(' ')}\``
  return { code: 'near-column', severity: 'error', message, why, help, at }
}
