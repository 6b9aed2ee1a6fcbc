import type { Diagnostic, TextPlace } from '../../base/diagnostic.js'
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
      message: `no need answers the causes ${inBackticks(open)}`,
      why: 'a household with such a cause gets assistance only by needs that ask a criterion or a condition',
      help: 'add a need with `cause:`, if there is assistance for it',
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
        message: `the pack \`${rule.pack}\`, which judges each ${rule.by}, is not found or does not load`,
        help: 'name a pack that comes with tpa, or one in a folder beside the folder of this pack',
        at: path('pack'),
      },
    ]
  const unknown = (key: string, message: string, known: readonly string[]): Diagnostic => ({
    code: 'unknown-name',
    severity: 'error',
    message,
    help: `known there: ${inBackticks(known)}`,
    at: path(key),
  })
  const faultsOf = (
    key: string,
    name: string | null,
    noun: string,
    fits: (fact: FactDeclaration) => boolean,
  ) => {
    const known = [...pack.facts.values()].filter(fits).map((fact) => fact.name)
    return name === null || known.includes(name)
      ? []
      : [unknown(key, `\`${name}\` is not ${noun} of the pack \`${pack.id}\``, known)]
  }
  return [
    ...faultsOf('fact', rule.fact, 'a number', isNumber),
    ...faultsOf('size', rule.size, 'a number', isNumber),
    ...faultsOf('region', rule.region, 'a code', ({ type }) => type === 'code'),
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
      unknown(
        'region',
        `the region \`${id}\` is not a code of \`${fact.name}\` of the pack \`${pack.id}\``,
        codes,
      ),
    )
}
