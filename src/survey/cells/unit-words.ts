import { sameUnit, type Unit } from '../../lang/expression/unit.js'

/** How units of the rule language are written in surveys. */
const SPELLINGS: { readonly [base: string]: readonly string[] } = {
  CNY: ['元', '人民币', '人民币元', 'rmb', 'yuan', 'cny', '¥'],
  USD: ['usd', 'us$', '$', 'dollars', 'us dollars'],
  person: ['人', '口', 'persons', 'people'],
  household: ['户', 'households'],
  year: ['年', 'years', 'yr', 'yrs', '岁', '周岁'],
  month: ['月', '个月', 'months'],
  day: ['天', '日', 'days'],
  hour: ['小时', 'hours', 'hrs', 'h'],
  minute: ['分钟', '分', 'minutes', 'min', 'mins'],
  metre: ['米', 'm', 'metres', 'meters', 'meter'],
  kilometre: ['公里', '千米', 'km', 'kilometres', 'kilometers'],
  litre: ['升', 'l', 'litres', 'liters'],
  mu: ['亩', 'mu'],
  point: ['分', 'points'],
}

/** Whether words beside a number or in a header say the unit of a fact, or what it is counted in: `元` and `元/年` for CNY/year, never `万元`. */
export function saysUnit(inside: string, unit: Unit): boolean {
  const parts = inside.toLowerCase().split(/[/／每]|\sper\s/)
  const bases = parts.map((part) => baseUnits(part.trim()))
  const [counted = [], ...per] = bases
  const alone = [...unit].filter(([, power]) => power > 0)
  return counted.some((base) => {
    const whole = new Map([[base, 1]])
    const isCounted = alone.length === 1 && alone[0]?.[0] === base && alone[0][1] === 1
    return per.length === 0 ? isCounted : combinations(whole, per).some((each) => sameUnit(each, unit))
  })
}

/** Words before a unit that say how many of it are counted. */
export const MAGNITUDES: readonly (readonly [RegExp, number])[] = [
  [/^万(?=.)/, 10_000],
  [/^萬(?=.)/, 10_000],
  [/^千(?=.)/, 1000],
  [/^百(?=.)/, 100],
  [/^[亿億](?=.)/, 100_000_000],
  [/^(?:k|thousand|'?000)\s*(?=.)/, 1000],
  [/^(?:million|mn)\s*(?=.)/, 1_000_000],
]

/** Whether a whole text is a unit, such as `元`, `万元` or `元/月`. */
export const isUnit = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[/／每]|\sper\s/)
    .every((part) => {
      const word = part.trim()
      return MAGNITUDES.some(([pattern]) => isBase(word.replace(pattern, ''))) || isBase(word)
    })

const isBase = (word: string): boolean => OTHER_UNITS.has(word) || baseUnits(word).length > 0

/** Units that no rule counts in. */
const OTHER_UNITS: ReadonlySet<string> = new Set(
  '%,％,㎡,平方米,公斤,千克,斤,吨,个,次,头,只,间,张,kg,m2'.split(','),
)

const baseUnits = (text: string): string[] =>
  Object.entries(SPELLINGS).flatMap(([base, spellings]) =>
    base.toLowerCase() === text || spellings.includes(text) ? [base] : [],
  )

const combinations = (
  unit: Map<string, number>,
  per: readonly (readonly string[])[],
): Map<string, number>[] =>
  per.reduce<Map<string, number>[]>(
    (units, bases) =>
      units.flatMap((each) => bases.map((base) => new Map(each).set(base, (each.get(base) ?? 0) - 1))),
    [unit],
  )
