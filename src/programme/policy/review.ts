import type { Diagnostic, TextPlace } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { inBackticks } from '../../base/wording.js'
import type { FactDeclaration, Pack } from '../../lang/pack.js'
import type { Path } from '../../lang/shape/places.js'
import type { AreaRule, Programme } from './programme.js'

/** What a review of a programme asks beside its file. */
export interface Reviewed {
  readonly programme: Programme
  readonly pack: Pack
  /** Where an entry stands in the file. */
  readonly at: (path: Path) => TextPlace
  /** The packs that judge areas, by id; those that are not found, or do not load, are missing. */
  readonly areaPacks: ReadonlyMap<string, Pack>
}

/** What is wrong with a programme that loads, and what its readers may want to know. */
export const programmeNotes = (reviewed: Reviewed): Diagnostic[] => [
  ...unansweredCauses(reviewed),
  ...reviewed.programme.areas.flatMap((rule, index) => areaFaults(reviewed, rule, index)),
]

/** Codes of the causes that no need answers, in one note. */
function unansweredCauses({ programme, pack, at }: Reviewed): Diagnostic[] {
  const { causes, needs, facts } = programme
  const answered = new Set(needs.flatMap(({ because }) => (because.kind === 'cause' ? [because.code] : [])))
  const codes = causes.flatMap((name) => (pack.facts.get(name) ?? facts.get(name))?.codes ?? [])
  const open = [...new Set(codes.map(({ code }) => code))].filter((code) => !answered.has(code))
  if (open.length === 0) return []
  return [
    {
      code: 'unanswered-cause',
      severity: 'note',
      message: say('review.unanswered', { causes: inBackticks(open) }),
      why: say('review.unanswered.why'),
      help: say('review.unanswered.help'),
      at: at(['causes']),
    },
  ]
}

/** What an area asks of its pack and the pack does not have. */
function areaFaults({ programme, at, areaPacks }: Reviewed, rule: AreaRule, index: number): Diagnostic[] {
  const pack = areaPacks.get(rule.pack)
  const path = (key: string) => at(['areas', index, key])
  if (pack === undefined)
    return [
      {
        code: 'pack-missing',
        severity: 'error',
        message: say('review.no-pack', { pack: rule.pack, place: rule.by }),
        help: say('review.no-pack.help'),
        at: path('pack'),
      },
    ]
  const unknown = (key: string, message: string, known: readonly string[]): Diagnostic => ({
    code: 'unknown-name',
    severity: 'error',
    message,
    help: say('review.known', { names: inBackticks(known) }),
    at: path(key),
  })
  const faultsOf = (
    key: string,
    name: string | null,
    sentence: 'review.no-number' | 'review.no-code',
    fits: (fact: FactDeclaration) => boolean,
  ) => {
    const known = [...pack.facts.values()].filter(fits).map((fact) => fact.name)
    return name === null || known.includes(name)
      ? []
      : [unknown(key, say(sentence, { name, pack: pack.id }), known)]
  }
  return [
    ...faultsOf('fact', rule.fact, 'review.no-number', isNumber),
    ...faultsOf('size', rule.size, 'review.no-number', isNumber),
    ...faultsOf('region', rule.region, 'review.no-code', ({ type }) => type === 'code'),
    ...regionFaults(programme, rule, pack, unknown),
  ]
}

const isNumber = ({ type }: FactDeclaration): boolean => type === 'count' || type === 'number'

/** Regions that the pack of areas has no code for. */
function regionFaults(
  { regions }: Programme,
  { region }: AreaRule,
  pack: Pack,
  unknown: (key: string, message: string, known: readonly string[]) => Diagnostic,
): Diagnostic[] {
  const fact = region === null ? undefined : pack.facts.get(region)
  if (fact?.type !== 'code') return []
  const codes = fact.codes.map(({ code }) => code)
  return regions
    .filter(({ id }) => !codes.includes(id))
    .map(({ id }) =>
      unknown('region', say('review.no-region', { region: id, fact: fact.name, pack: pack.id }), codes),
    )
}
