import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { Pack } from '../../lang/pack.js'
import { type AreaJudge, type JudgedArea, judgeArea } from '../../programme/measure/areas.js'
import type { Figure } from '../../programme/measure/figures.js'
import type { MeasuredGroup } from '../../programme/measure/fold.js'
import { incidenceFigures } from '../../programme/measure/incidence.js'
import { type Population, readPopulation } from '../../programme/measure/population.js'
import type { AreaRule, Programme } from '../../programme/policy/programme.js'
import { placeOfPack } from '../request/programme.js'
import { loadRules } from '../request/rules.js'
import { stdinOf } from '../terminal/standard.js'
import { usageFault } from '../terminal/usage.js'

/** What a known population adds to the figures of each group. */
export interface OverPopulation {
  readonly population: Population
  /** Names of the facts of packs that judge areas, each once. */
  readonly areaFacts: readonly string[]
  figures(group: MeasuredGroup, figures: readonly Figure[]): readonly Figure[]
  /** The judged area; `null` where the group is no area that is judged. */
  area(group: MeasuredGroup, figures: readonly Figure[]): JudgedArea | null
  /** Places of the population that no record is in. */
  unused(groups: readonly MeasuredGroup[]): Diagnostic[]
}

export interface PopulationRequest {
  readonly path: string
  readonly rules: string
  readonly pack: Pack
  readonly programme: Programme
  readonly areas: readonly AreaRule[]
  readonly asOf: string | null
}

/** Reads the population, and loads the packs that judge areas. */
export async function openPopulation(
  request: PopulationRequest,
): Promise<OverPopulation | { readonly faults: readonly Diagnostic[] }> {
  const { path, pack, programme, areas, asOf } = request
  const reading = await readPopulation(path, pack, programme, stdinOf([path]))
  if ('faults' in reading) return reading
  const { population } = reading
  const judges = new Map<string, AreaJudge>()
  for (const rule of areas) {
    const loaded = await loadRules(placeOfPack(rule.pack, request.rules))
    if ('faults' in loaded) return { faults: [missingPack(rule), ...loaded.faults] }
    judges.set(rule.by, { rule, pack: loaded.pack, programme, population, asOf })
  }
  return {
    population,
    areaFacts: [...new Set([...judges.values()].flatMap(({ pack: own }) => [...own.facts.keys()]))],
    figures: (group, figures) => incidenceFigures(programme, population, group, figures),
    area(group, figures) {
      const judge = judges.get(group.by)
      return judge === undefined ? null : judgeArea(judge, group, figures)
    },
    unused: (groups) => unusedPlaces(population, groups),
  }
}

const missingPack = ({ by, pack }: AreaRule): Diagnostic =>
  usageFault(say('usage.area-pack', { place: by, pack }), say('usage.area-pack.help'))

function unusedPlaces({ file, by, paths }: Population, groups: readonly MeasuredGroup[]): Diagnostic[] {
  const own = groups.filter((group) => group.by === by).map(({ group }) => group)
  if (own.length === 0) return []
  const known = new Set(own)
  const [first, ...others] = paths.filter((path) => !known.has(path))
  if (first === undefined) return []
  return [
    {
      code: 'unused-columns',
      severity: 'note',
      message: say('population.unused', { count: others.length + 1, file, first }),
      help: say('population.unused.help', { example: own[0] ?? '' }),
      at: { file, line: null, field: null },
    },
  ]
}
