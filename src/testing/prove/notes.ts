import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { Pack } from '../../lang/pack.js'
import { expressionsIn, readsOf } from '../../lang/reads.js'
import type { Combination, Shown } from './combinations.js'
import { verdictsEver } from './ever.js'
import { finding } from './finding.js'
import { idleValues } from './idle-values.js'
import { fires, notAll, witnessText } from './prove.js'
import { staleParameters } from './stale-parameters.js'

export interface NoteOptions {
  /** Sources must have been checked, and values of parameters begin, on this day or later; `null` asks for neither. */
  readonly staleAfter: string | null
}

/**
 * Notes for the readers of a pack that works: criteria that are never met or never unmet, rows whose order decides, unused names, values
 * that never take effect, missing or stale citations, and old values. They are warnings and notes, never errors.
 */
export function packNotes(pack: Pack, shown: Shown, { staleAfter }: NoteOptions): Diagnostic[] {
  return [
    ...oneSided(pack, shown),
    ...overlaps(pack, shown.combinations),
    ...unusedNames(pack),
    ...idleValues(pack),
    ...missingCitations(pack),
    ...(staleAfter === null
      ? []
      : [...staleCitations(pack, staleAfter), ...staleParameters(pack, staleAfter)]),
  ]
}

/** Criteria with the same verdict for every candidate record; a warning where no record can give them another. */
function oneSided(pack: Pack, { combinations, tried }: Shown): Diagnostic[] {
  const shown = combinations[0]
  if (shown === undefined) return []
  const ever = verdictsEver(pack)
  const unmetIn = new Map<string, number>()
  for (const each of combinations) for (const id of each.unmet) unmetIn.set(id, (unmetIn.get(id) ?? 0) + 1)
  return pack.criteria.flatMap(({ id, advisory }) => {
    const unmet = unmetIn.get(id) ?? 0
    if (advisory || (unmet > 0 && unmet < combinations.length)) return []
    const set = ever.get(id)
    const isProved = unmet === 0 ? !set?.unmet : !set?.met && !set?.notApplicable
    const often = unmet === 0 ? 'never' : 'always'
    const message = isProved
      ? say(`proof.${often}-unmet`, { id })
      : say(`proof.${often}-unmet.tried`, { id, tried })
    const said = isProved ? { why: say('proof.one-sided.why') } : notAll()
    return [
      finding(pack, isProved ? 'warning' : 'note', 'one-sided-criterion', `criteria.${id}`, message, {
        ...said,
        witness: witnessText(pack, shown),
      }),
    ]
  })
}

/** Pairs of rows with different outcomes that can fire for one record. `otherwise` does not count, because it overlaps with all. */
function overlaps(pack: Pack, combinations: readonly Combination[]): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const [code, rows] of pack.decisions.tables) {
    const here = combinations.filter((each) => each.code === code)
    for (const [second, row] of rows.entries()) {
      const first = rows.findIndex(
        (above, index) =>
          index < second &&
          row.when.kind !== 'otherwise' &&
          above.then !== row.then &&
          here.some((each) => fires(above.when, each.unmet, null) && fires(row.when, each.unmet, null)),
      )
      const above = rows[first]
      if (above === undefined) continue
      const shown = here.find(
        (each) => fires(above.when, each.unmet, null) && fires(row.when, each.unmet, null),
      )
      const message = say('proof.overlap', { first: above.then, second: row.then })
      const why = say('proof.overlap.why', { first: above.then })
      found.push(
        finding(
          pack,
          'note',
          'overlapping-rows',
          `decisions.${code === '' ? 'table' : code}.${second}`,
          message,
          {
            why,
            ...(shown === undefined ? {} : { witness: witnessText(pack, shown) }),
          },
        ),
      )
    }
  }
  return found
}

function unusedNames(pack: Pack): Diagnostic[] {
  const reads = expressionsIn(pack).flatMap((e) => readsOf(pack, e))
  const read = new Set(reads.flatMap((each) => (each === 'members' ? [] : [`${each.kind}.${each.name}`])))
  return [
    ...unusedParameters(pack, read),
    ...unusedFacts(pack, read),
    ...unusedDerived(pack, read),
    ...unusedSources(pack),
  ]
}

const useIt = () => ({ help: say('proof.unused.help') })

const unusedParameters = (pack: Pack, read: ReadonlySet<string>): Diagnostic[] =>
  [...pack.parameters.keys()]
    .filter((name) => !read.has(`parameter.${name}`))
    .map((name) => {
      const message = say('proof.unused.parameter', { name })
      return finding(pack, 'warning', 'unused-name', `parameters.${name}`, message, useIt())
    })

function unusedFacts(pack: Pack, read: ReadonlySet<string>): Diagnostic[] {
  const { record, decisions } = pack
  const ofRecord = new Set([record.id, record.date, record.size, decisions.by, ...record.places])
  return [...pack.facts]
    .filter(([name, { personal }]) => !read.has(`fact.${name}`) && !ofRecord.has(name) && !personal)
    .map(([name]) => {
      const message = say('proof.unused.fact', { name })
      return finding(pack, 'note', 'unused-name', `facts.${name}`, message)
    })
}

const unusedDerived = (pack: Pack, read: ReadonlySet<string>): Diagnostic[] =>
  [...pack.derived.keys()]
    .filter((name) => !read.has(`derived.${name}`) && name !== pack.record.size)
    .map((name) => {
      const message = say('proof.unused.derived', { name })
      return finding(pack, 'warning', 'unused-name', `derived.${name}`, message, useIt())
    })

const citationsOf = (pack: Pack) => [
  ...[...pack.parameters.values()].flatMap(({ values }) => values.map((each) => each.citation)),
  ...pack.criteria.map((each) => each.citation),
  ...[...pack.decisions.tables.values()].flatMap((rows) => rows.flatMap((row) => row.citation ?? [])),
]

function unusedSources(pack: Pack): Diagnostic[] {
  const cited = new Set(citationsOf(pack).map((each) => each.source))
  return [...pack.sources.keys()]
    .filter((id) => !cited.has(id))
    .map((id) => finding(pack, 'note', 'unused-name', `sources.${id}`, say('proof.unused.source', { id })))
}

function missingCitations(pack: Pack): Diagnostic[] {
  return [...pack.decisions.tables].flatMap(([code, rows]) =>
    rows.flatMap((row, index) =>
      row.citation === null
        ? [
            finding(
              pack,
              'warning',
              'missing-citation',
              `decisions.${code === '' ? 'table' : code}.${index}`,
              say('proof.missing-citation', { outcome: row.then }),
              { help: say('proof.missing-citation.help') },
            ),
          ]
        : [],
    ),
  )
}

function staleCitations(pack: Pack, staleAfter: string): Diagnostic[] {
  const cited = new Set(citationsOf(pack).map((each) => each.source))
  return [...pack.sources.values()].flatMap(({ id, checked }) => {
    if (!cited.has(id) || (checked !== null && checked >= staleAfter)) return []
    const message =
      checked === null ? say('proof.never-checked', { id }) : say('proof.last-checked', { id, day: checked })
    return [
      finding(pack, 'warning', 'stale-citation', `sources.${id}`, message, {
        why: say('proof.stale-citation.why', { day: staleAfter }),
        help: say('proof.stale-citation.help'),
      }),
    ]
  })
}
