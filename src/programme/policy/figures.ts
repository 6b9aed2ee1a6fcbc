import { quoted } from '../../lang/fault-list.js'
import { checkDate, readDecimalAt } from '../../lang/shape/context.js'
import { entriesOf, type Path } from '../../lang/shape/places.js'
import {
  type Building,
  checkAllKnown,
  checkKnown,
  citedIfAny,
  fractionAt,
  shareOf,
  titled,
} from './building.js'
import type { AreaRule, Evaluation, Fraction, Index, Limit, Privacy, Programme, Region } from './programme.js'
import type { RawProgramme } from './schema.js'

export function buildAreas(building: Building, raw: RawProgramme, places: readonly string[]): AreaRule[] {
  const books = { known: raw.books.map(({ id }) => id), noun: 'book', section: 'books' }
  return (raw.areas ?? []).map((each, index) => {
    const path = ['areas', index]
    checkKnown(building, [...path, 'by'], each.by, { known: places, noun: 'place' })
    checkKnown(building, [...path, 'book'], each.book, books)
    const { by, pack, fact, book, size, region = null } = each
    return { ...titled(each), by, pack, fact, book, size, region }
  })
}

/** The regions; a province stands in one of them only. */
export function buildRegions(building: Building, raw: RawProgramme): Region[] {
  const { context } = building
  const regionOf = new Map<string, string>()
  return entriesOf(context.places, ['regions'], raw.regions).map(([id, each]) => {
    const path = ['regions', id]
    for (const [index, names] of each.provinces.entries())
      for (const [at, name] of names.entries()) {
        const other = regionOf.get(name)
        if (other !== undefined)
          context.fault(
            'duplicate-name',
            context.places.value([...path, 'provinces', index, at]),
            `${quoted(name)} is in the region \`${other}\` already`,
          )
        regionOf.set(name, id)
      }
    return { id, ...titled(each), provinces: each.provinces, citation: citedIfAny(building, path, each) }
  })
}

export function buildEvaluation(building: Building, raw: RawProgramme): Evaluation {
  const { missed, wrong_exit, combined, acceptance, poor_if } = raw.evaluation ?? {}
  const regions = Object.keys(raw.regions ?? {})
  const limits = (name: string, entry: RawLimit | readonly RawLimit[] | undefined) =>
    limitsOf(building, ['evaluation', name], entry, regions)
  return {
    missed: limits('missed', missed),
    wrongExit: limits('wrong_exit', wrong_exit),
    combined: limits('combined', combined),
    acceptance: limits('acceptance', acceptance),
    poorIf: checkAllKnown(building, ['evaluation', 'poor_if'], poor_if, criteriaOf(building)),
  }
}

const criteriaOf = ({ pack }: Building) => ({
  known: pack.criteria.map(({ id }) => id),
  noun: 'criterion of the pack',
})

interface RawLimit {
  readonly at_most?: string | { readonly [region: string]: string } | undefined
  readonly at_least?: string | undefined
  readonly from?: string | undefined
  readonly source?: string | undefined
  readonly evidence?: 'verified' | 'weak' | 'arithmetic' | 'unverified' | undefined
  readonly quote?: string | undefined
  readonly note?: string | undefined
}

const ELSE = 'else'

function limitsOf(
  building: Building,
  path: Path,
  entry: RawLimit | readonly RawLimit[] | undefined,
  regions: readonly string[],
): Limit[] {
  const list =
    entry === undefined ? [] : Array.isArray(entry) ? (entry as readonly RawLimit[]) : [entry as RawLimit]
  const limits = list.map((each, index): Limit => {
    const at = Array.isArray(entry) ? [...path, index] : path
    if (each.from !== undefined) checkDate(building.context, [...at, 'from'])
    const { at_most: most, at_least: least } = each
    const written = most ?? least ?? '0%'
    const byRegion = typeof written === 'string' ? { [ELSE]: written } : written
    for (const region of typeof written === 'string' ? [] : Object.keys(written))
      checkKnown(building, [...at, 'at_most', region], region, {
        known: [...regions, ELSE],
        noun: 'region',
        section: 'regions',
      })
    if (!Object.hasOwn(byRegion, ELSE))
      building.context.fault(
        'shape',
        building.context.places.key([...at, 'at_most']),
        'the limit has no share for other regions',
        {
          help: 'add `else:`',
        },
      )
    const shares = new Map(Object.entries(byRegion).map(([region, share]) => [region, shareOf(share)]))
    return { from: each.from ?? null, shares, citation: citedIfAny(building, at, each) }
  })
  return limits.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
}

/** The index, if its weights add up to exactly 1. */
export function buildIndex(building: Building, raw: RawProgramme): Index | null {
  const { context, pack, cite } = building
  if (raw.index === undefined) return null
  const entries = entriesOf(context.places, ['index', 'weights'], raw.index.weights)
  const weights = entries.map(([id, written]): [string, Fraction] => {
    checkKnown(building, ['index', 'weights', id], id, criteriaOf(building))
    return [id, fractionAt(building, ['index', 'weights', id], written)]
  })
  const cutoff = fractionAt(building, ['index', 'cutoff'], raw.index.cutoff)
  const denominator = [...weights.map(([, { under }]) => under), cutoff.under].reduce(leastCommonMultiple, 1)
  const units = ({ over, under }: Fraction) => (over * denominator) / under
  const sum = weights.reduce((total, [, weight]) => total + units(weight), 0)
  if (!Number.isSafeInteger(denominator) || sum !== denominator)
    context.fault(
      'bad-number',
      context.places.key(['index', 'weights']),
      `the weights add up to ${sum}/${denominator}, and not to 1`,
      {
        help: 'write each as a fraction of one whole, such as 1/6',
      },
    )
  const order = new Map(weights)
  const ordered = pack.criteria.flatMap(({ id }): [string, number][] => {
    const weight = order.get(id)
    return weight === undefined ? [] : [[id, units(weight)]]
  })
  return {
    title: raw.index.title ?? raw.title,
    labels: raw.index.labels ?? {},
    weights: new Map(ordered),
    cutoff: units(cutoff),
    denominator,
    citation: cite(['index'], raw.index),
  }
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y > 0) [x, y] = [y, x % y]
  return (a / x) * b
}

export function incomeFloorOf({ context }: Building, raw: RawProgramme): Programme['incomeFloor'] {
  return raw.income_floor === undefined ? null : readDecimalAt(context.places, context, ['income_floor'])
}

export function buildPrivacy(building: Building, raw: RawProgramme): Privacy | null {
  if (raw.privacy === undefined) return null
  const { pack, facts } = building
  const { least_cell: leastCell, notice } = raw.privacy
  const own = [...pack.facts.keys(), ...facts.keys(), ...pack.derived.keys()]
  const path = ['privacy', 'notice']
  const known = { known: own, noun: 'fact of the pack or of the programme', section: 'facts' }
  return {
    leastCell,
    notice:
      notice === undefined
        ? null
        : {
            show: checkAllKnown(building, [...path, 'show'], notice.show, {
              ...known,
              known: [...own, OUTCOME],
            }),
            mask: checkAllKnown(building, [...path, 'mask'], notice.mask, known),
            never: checkAllKnown(building, [...path, 'never'], notice.never, known),
            objectionsTo: notice.objections_to ?? {},
          },
    citation: citedIfAny(building, ['privacy'], raw.privacy),
  }
}

/** The column of a notice with what is proposed. */
const OUTCOME = 'outcome'
