import { advise } from '../../base/advice.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { nearestWords } from '../../base/suggest.js'
import { knownName, orList, shortName } from '../../base/wording.js'
import { unitText } from '../../lang/expression/unit.js'
import { unitName } from '../../lang/labels.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { namesOf } from '../columns/columns.js'
import { otherUnit } from '../columns/other-unit.js'
import { type Assumptions, assumedText } from '../records/assume.js'
import { otherMeaning, otherMeaningWords } from '../signs/other-meaning.js'
import { columnQuestion, type TableNames } from './column-questions.js'
import { type MissingNames, missingNames, namesSpokenOf } from './speaks-of.js'

/** The header of a table, or the keys of a file that has none. */
export interface Head {
  readonly file: string
  readonly headerLine: number | null
}

/** Unused columns that speak of a missing fact, by their header or their cells. If a value would be assumed for it, that stops the run. */
export function nearColumns(
  scan: Head,
  declarations: ReadonlyMap<string, FactDeclaration>,
  columns: TableNames,
  prefix: string,
  assumptions: Assumptions,
  remedy = say('near-column.remedy'),
): { near: Diagnostic[]; others: string[] } {
  const isMissing = (name: string) => !columns.used.has(name) && !assumptions.stated.has(prefix + name)
  const missing = missingNames(declarations, isMissing)
  const near: Diagnostic[] = []
  const others: string[] = []
  for (const [folded, header] of columns.unused) {
    const meant = meantFacts(namesSpokenOf(header, missing), missing)
    const scaled = inOtherUnit(scan, prefix, header, meant, declarations)
    const named =
      meant.size === 0
        ? null
        : (scaled ?? nearColumn(scan, header, meant, { declarations, prefix, assumptions, remedy }))
    const question = columnQuestion({ ...scan, prefix, folded, header }, columns, isMissing, assumptions)
    const told = named?.severity === 'error' && !columns.doubted.has(folded) ? named : (question ?? named)
    if (told !== null) near.push(told)
    else others.push(prefix + header)
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
      message: say('other-unit', {
        column: shortName(prefix + header),
        fact: prefix + fact,
        own: unitName(unitText(unit)),
        other: words,
      }),
      ...(factor === null
        ? {
            help: say('other-unit.help.unknown', { own: unitName(unitText(unit)), other: words, fact }),
          }
        : advise(
            {
              mapping: `${fact}: { value: amount * ${factor}, columns: { amount: ${JSON.stringify(name)} } }`,
            },
            (quoted) => say('other-unit.help', { line: quoted }),
          )),
      at: { file: scan.file, line: scan.headerLine, field: prefix + knownName(header) },
    }
  }
  return null
}

/** What is known of the facts that are asked about. */
interface Asked {
  readonly declarations: ReadonlyMap<string, FactDeclaration>
  readonly prefix: string
  readonly assumptions: Assumptions
  readonly remedy: string
}

function nearColumn(
  scan: Head,
  header: string,
  meant: ReadonlyMap<string, string>,
  { declarations, prefix, assumptions, remedy }: Asked,
): Diagnostic {
  const facts = [...meant.keys()].map((fact) => prefix + fact)
  const names = [...meant.values()].map((name) => prefix + name)
  const other = otherMeaning(header, names[0] ?? '')
  const question =
    names[0] === prefix + header
      ? (remedy: string) => say('near-column.help.named', { fact: facts[0] ?? '', remedy })
      : other === null
        ? (remedy: string) => say('near-column.help', { names: orList(names), remedy })
        : (remedy: string) =>
            say('near-column.help.other', { why: otherMeaningWords(other, names[0] ?? ''), remedy })
  const at = { file: scan.file, line: scan.headerLine, field: prefix + knownName(header) }
  const message = say('near-column', { column: shortName(prefix + header), fact: facts[0] ?? '' })
  const declared = [...meant.keys()].map((fact) => declarations.get(fact))
  const fix = prefix === '' && other === null ? meantLine(scan, header, declared) : null
  const assumed = facts.filter((fact) => assumptions.values.has(fact))
  if (assumed.length === 0) {
    return {
      code: 'near-column',
      severity: 'warning',
      message,
      ...withLine(fix, remedy, question),
      at,
    }
  }
  const statements = assumed.map(
    (fact) => `--assume ${assumedText(fact, assumptions.values.get(fact) ?? '')}`,
  )
  const why = say('near-column.why', { fact: assumed[0] ?? '' })
  const advice = withLine(fix, remedy, (remedy) =>
    say('near-column.help.if-not', { help: question(remedy), assume: statements.join(' ') }),
  )
  return { code: 'near-column', severity: 'error', message, why, ...advice, at }
}

/**
 * The line of a mapping by which a column is the one fact that it may mean. Of a number only where the header is a slip of its name, because
 * more words may be of another time or sum; of an answer never, because they may turn it round; of members, and of records with keys, none.
 */
function meantLine(
  { headerLine }: Head,
  header: string,
  [declaration, ...others]: readonly (FactDeclaration | undefined)[],
): string | null {
  if (headerLine === null || declaration === undefined || others.length > 0) return null
  const { name, type } = declaration
  const isClose = type === 'code' || type === 'date' || nearestWords(header, namesOf(declaration)).length > 0
  return isClose && type !== 'yes_no' && header.length <= LONGEST_NAMED
    ? `${name}: ${JSON.stringify(header)}`
    : null
}

const LONGEST_NAMED = 80

const withLine = (
  line: string | null,
  remedy: string,
  sentence: (remedy: string) => string,
): Pick<Diagnostic, 'help' | 'fix'> =>
  line === null
    ? { help: sentence(remedy) }
    : advise({ mapping: line }, (quoted) =>
        sentence(say('near-column.remedy.line', { remedy, line: quoted })),
      )
