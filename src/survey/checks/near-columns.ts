import type { Diagnostic } from '../../base/diagnostic.js'
import { knownName, orList, shortName } from '../../base/wording.js'
import { unitText } from '../../lang/expression/unit.js'
import type { FactDeclaration } from '../../lang/pack.js'
import type { Columns } from '../columns/columns.js'
import { type Assumptions, assumedText } from '../records/assume.js'
import { otherUnit } from '../signs/unit/other-unit.js'
import { type MissingNames, missingNames, namesSpokenOf } from './speaks-of.js'

/** The header of a table, or the keys of a file that has none. */
export interface Head {
  readonly file: string
  readonly headerLine: number | null
}

/** Unused columns whose header speaks of a missing fact. If a value would be assumed for it, that stops the run. */
export function nearColumns(
  scan: Head,
  declarations: ReadonlyMap<string, FactDeclaration>,
  columns: Pick<Columns, 'unused'> & { readonly used: { has(fact: string): boolean } },
  prefix: string,
  assumptions: Assumptions,
  remedy = 'rename the column',
): { near: Diagnostic[]; others: string[] } {
  const missing = missingNames(
    declarations,
    (name) => !columns.used.has(name) && !assumptions.stated.has(prefix + name),
  )
  const near: Diagnostic[] = []
  const others: string[] = []
  for (const header of columns.unused.values()) {
    const meant = meantFacts(namesSpokenOf(header, missing), missing)
    const scaled = inOtherUnit(scan, prefix, header, meant, declarations)
    if (meant.size === 0) others.push(prefix + header)
    else near.push(scaled ?? nearColumn(scan, prefix, header, meant, assumptions, remedy))
  }
  return { near, others }
}

/** The facts of near names, each with its own name if that is near, else with the nearest. */
function meantFacts(
  names: readonly string[],
  { names: known, words }: MissingNames,
): ReadonlyMap<string, string> {
  const facts = new Map<string, string>()
  for (const name of names) {
    const word = words.get(name)
    if (word !== undefined) facts.set(word, word)
    const fact = known.get(name) ?? word ?? name
    if (!facts.has(fact) || name === fact) facts.set(fact, name)
  }
  return facts
}

/** A column whose header names another unit than the fact has is never scaled by itself, nor is it to be renamed. */
function inOtherUnit(
  scan: Head,
  prefix: string,
  header: string,
  meant: ReadonlyMap<string, string>,
  declarations: ReadonlyMap<string, FactDeclaration>,
): Diagnostic | null {
  for (const fact of meant.keys()) {
    const unit = declarations.get(fact)?.unit ?? null
    const other = otherUnit(header, unit)
    if (unit === null || other === null) continue
    const name = shortName(header)
    const { words, factor } = other
    return {
      code: 'other-unit',
      severity: 'warning',
      message: `column \`${shortName(prefix + header)}\` is not used: \`${prefix + fact}\` is in ${unitText(unit)}, and the header says ${words}`,
      help:
        factor === null
          ? `find out how many ${unitText(unit)} one ${words} is, and say in a mapping how \`${fact}\` is worked out from it`
          : `say it in a mapping: \`${fact}: { value: amount * ${factor}, columns: { amount: "${name}" } }\``,
      at: { file: scan.file, line: scan.headerLine, field: prefix + knownName(header) },
    }
  }
  return null
}

function nearColumn(
  scan: Head,
  prefix: string,
  header: string,
  meant: ReadonlyMap<string, string>,
  assumptions: Assumptions,
  remedy: string,
): Diagnostic {
  const facts = [...meant.keys()].map((fact) => prefix + fact)
  const question = `did you mean ${orList([...meant.values()].map((name) => prefix + name))}?`
  const at = { file: scan.file, line: scan.headerLine, field: prefix + knownName(header) }
  const message = `column \`${shortName(prefix + header)}\` is not used, and there is no \`${facts[0]}\``
  const assumed = facts.filter((fact) => assumptions.values.has(fact))
  if (assumed.length === 0) {
    return {
      code: 'near-column',
      severity: 'warning',
      message,
      help: `${question} then ${remedy}`,
      at,
    }
  }
  const statements = assumed.map(
    (fact) => `--assume ${assumedText(fact, assumptions.values.get(fact) ?? '')}`,
  )
  const why = `\`${assumed[0]}\` would be assumed although the column may be meant`
  const help = `${question} then ${remedy}; if not, say \`${statements.join(' ')}\``
  return { code: 'near-column', severity: 'error', message, why, help, at }
}
