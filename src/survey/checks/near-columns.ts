import type { Diagnostic } from '../../base/diagnostic.js'
import { nearestWords } from '../../base/suggest.js'
import { orList, short } from '../../base/wording.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { type Columns, namesOf } from '../columns/columns.js'
import { type Assumptions, assumedText } from '../records/assume.js'

/** The header of a table, or the keys of a file that has none. */
export interface Head {
  readonly file: string
  readonly headerLine: number | null
}

/** What to do about a near column, and whether a column that holds a name as a word counts as near. */
export interface Nearness {
  readonly remedy: string
  readonly words: boolean
}

const BY_NAME: Nearness = { remedy: 'rename the column', words: true }

/** Unused columns whose header is nearly the name of a missing fact. If a value would be assumed for it, that stops the run. */
export function nearColumns(
  scan: Head,
  declarations: ReadonlyMap<string, FactDeclaration>,
  columns: Pick<Columns, 'unused'> & { readonly used: { has(fact: string): boolean } },
  prefix: string,
  assumptions: Assumptions,
  { remedy, words } = BY_NAME,
): { near: Diagnostic[]; others: string[] } {
  const missing = missingNames(
    declarations,
    (name) => !columns.used.has(name) && !assumptions.stated.has(prefix + name),
  )
  const longest = Math.max(0, ...[...missing.keys()].map((name) => name.length))
  const near: Diagnostic[] = []
  const others: string[] = []
  for (const header of columns.unused.values()) {
    const names = header.length > 3 * longest ? [] : namesLike(header, missing, words)
    const meant = meantFacts(names, missing)
    if (meant.size === 0) others.push(prefix + header)
    else near.push(nearColumn(scan, prefix, header, meant, assumptions, remedy))
  }
  return { near, others }
}

/** Names that a header nearly is, without its brackets, or that it holds as a word: `risk_level`, `人均纯收入(元)`. */
function namesLike(header: string, missing: ReadonlyMap<string, string>, byWords: boolean): string[] {
  const bare = header.normalize('NFKC').replace(/\s*\([^()]*\)\s*$/, '')
  const near = nearestWords(bare, missing.keys())
  if (missing.has(bare)) return [bare]
  if (near.length > 0 || !byWords) return near
  const words = `_${bare.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_')}_`
  return [...missing.keys()].filter((name) =>
    IDEOGRAMS.test(bare) ? name.includes(bare) : words.includes(`_${name.toLowerCase()}_`),
  )
}

/** Two or more Chinese characters are a word. */
const IDEOGRAMS = /^\p{Script=Han}{2,}$/u

/** The names of facts that a file lacks, each with its fact. */
function missingNames(
  declarations: ReadonlyMap<string, FactDeclaration>,
  isMissing: (name: string) => boolean,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [fact, declaration] of declarations) {
    if (!isMissing(fact)) continue
    for (const name of namesOf(declaration)) if (!names.has(name)) names.set(name, fact)
  }
  return names
}

/** The facts of near names, each with its own name if that is near, else with the nearest. */
function meantFacts(
  names: readonly string[],
  missing: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const facts = new Map<string, string>()
  for (const name of names) {
    const fact = missing.get(name) ?? name
    if (!facts.has(fact) || name === fact) facts.set(fact, name)
  }
  return facts
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
  const at = { file: scan.file, line: scan.headerLine, field: prefix + header }
  const message = `column \`${short(prefix + header)}\` is not used, and there is no \`${facts[0]}\``
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
