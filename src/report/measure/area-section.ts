import { say } from '../../base/say/say.js'
import { decisionName } from '../../lang/labels.js'
import type { JudgedArea } from '../../programme/measure/areas.js'
import type { AreaRule } from '../../programme/policy/programme.js'
import { grouped } from '../text/numbers.js'
import { shownPaths } from '../text/paths.js'
import { type Cell, cell, decisionTone, left, right, type Section } from '../text/section.js'
import type { GatheredGroup } from './gathered.js'
import { figureCell, titleOf } from './words.js'

/** The areas that one rule judges. */
export function areaSection(
  rule: AreaRule,
  areas: readonly JudgedArea[],
  groups: readonly GatheredGroup[],
): Section {
  const incidence = new Map(
    groups.map(({ group, find }) => [
      group,
      find('incidence') ?? find('incidence', 'persons', 'with_unknown_sizes'),
    ]),
  )
  const own = areas.filter(({ by }) => by === rule.by)
  const shown = shownPaths(own.map(({ group }) => group))
  return {
    title: say('measure.areas', { title: titleOf(rule) }),
    columns: [
      left(say('measure.area')),
      right(say('measure.area.poor')),
      right(say('measure.area.persons')),
      right(say('measure.area.incidence')),
      left(say('measure.area.decision')),
      { ...right(say('measure.area.to-pass')), dropped: 1 },
    ],
    rows: own.map((area) => ({
      cells: [
        cell(shown.name(area.group)),
        factCell(area, rule.fact),
        factCell(area, rule.size),
        figureCell(incidence.get(area.group), 'percent'),
        area.hasPopulation
          ? cell(decisionName(area.pack, area.assessment.decision), decisionTone(area.assessment.decision))
          : cell(say('measure.area.none'), 'quiet'),
        cell(settling(area)),
      ],
    })),
    notes: own.some(({ toPass, toFail }) => toPass !== null || toFail !== null)
      ? [say('measure.areas.note')]
      : [],
  }
}

function factCell({ assessment }: JudgedArea, name: string): Cell {
  const fact = assessment.record.facts.get(name)
  if (fact?.kind === 'known')
    return cell(typeof fact.value === 'object' ? grouped(fact.value) : String(fact.value))
  const { lo = null, hi = null } = fact?.range ?? {}
  return lo === null && hi === null
    ? cell('–', 'quiet')
    : cell(`${lo === null ? '' : grouped(lo)}…${hi === null ? '' : grouped(hi)}`)
}

const settling = ({ toPass, toFail }: JudgedArea): string =>
  toPass === null && toFail === null ? '' : `${toPass ?? '–'} / ${toFail ?? '–'}`
