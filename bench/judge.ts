/** A household as a hand-written program holds it: `null` is a gap; money in fen, minutes as a number. */
export interface Facts {
  readonly date: string | null
  readonly status: string | null
  readonly size: number | null
  readonly wage: number | null
  readonly business: number | null
  readonly property: number | null
  readonly transfer: number | null
  readonly expense: number | null
  readonly food: boolean | null
  readonly clothing: boolean | null
  readonly insured: number | null
  readonly grade: string | null
  readonly remedy: string | null
  readonly minutes: number | null
  readonly shortage: boolean | null
  readonly quality: boolean | null
  readonly electricity: boolean | null
  readonly children: number | null
  readonly enrolled: number | null
  readonly risk: boolean | null
}

export interface Judgement {
  readonly decision: string
  readonly possible: string
  readonly reasons: string
  readonly needs: string
  readonly asOf: string
  readonly verdicts: Verdicts
  /** In fen, `null` where it is open. */
  readonly net: number | null
  readonly line: number
}

type Verdict = 'met' | 'unmet' | 'not_applicable' | 'unknown'

export interface Verdicts {
  readonly income: Verdict
  readonly food: Verdict
  readonly clothing: Verdict
  readonly medical: Verdict
  readonly housing: Verdict
  readonly water: Verdict
  readonly education: Verdict
  readonly aboveLine: Verdict
  readonly nearLine: Verdict
  readonly electricity: Verdict
}

/** The criteria and tables of `cn-2020` written out by hand, as one would in plain code; gaps count as all they could be. */
export function judge(facts: Facts): Judgement {
  const f = believed(facts)
  const asOf = f.date ?? '2020-12-31'
  const line = lineOn(asOf)
  const leastSize = f.size ?? 1
  const mostSize = f.size ?? Infinity
  const least = leastIncome(f)
  const most = mostIncome(f)
  const verdicts: Verdicts = {
    income: least >= line * mostSize ? 'met' : most < line * leastSize ? 'unmet' : 'unknown',
    food: ofTruth(f.food),
    clothing: ofTruth(f.clothing),
    medical: (f.insured ?? 0) >= mostSize ? 'met' : (f.insured ?? Infinity) < leastSize ? 'unmet' : 'unknown',
    housing: housing(f),
    water: water(f),
    education: education(f),
    aboveLine: least > line * mostSize ? 'met' : most <= line * leastSize ? 'unmet' : 'unknown',
    nearLine: asOf < '2020-01-01' ? 'not_applicable' : nearLine(f.risk, f),
    electricity: ofTruth(f.electricity),
  }
  return { ...decide(f, verdicts), asOf, verdicts, net: least === most ? least : null, line }
}

/** Counts that cannot be are gaps, as the checks of the pack say. */
function believed(f: Facts): Facts {
  const { size, insured, children, enrolled } = f
  const isMore = (a: number | null, b: number | null) => a !== null && b !== null && a > b
  if (!isMore(insured, size) && !isMore(children, size) && !isMore(enrolled, children)) return f
  return {
    ...f,
    insured: isMore(insured, size) ? null : insured,
    children: isMore(children, size) ? null : children,
    enrolled: isMore(enrolled, children) ? null : enrolled,
  }
}

const leastIncome = (f: Facts) =>
  (f.wage ?? 0) + (f.business ?? 0) + (f.property ?? 0) + (f.transfer ?? 0) - (f.expense ?? Infinity)

const mostIncome = (f: Facts) =>
  (f.wage ?? Infinity) +
  (f.business ?? Infinity) +
  (f.property ?? Infinity) +
  (f.transfer ?? Infinity) -
  (f.expense ?? 0)

const RANGE = 600_000

function lineOn(date: string): number {
  if (date >= '2020-01-01') return 400_000
  if (date >= '2019-01-01') return 374_700
  throw new Error(`the generated files begin in 2019, not on ${date}`)
}

const ofTruth = (truth: boolean | null): Verdict => (truth === null ? 'unknown' : truth ? 'met' : 'unmet')

function housing({ grade, remedy }: Facts): Verdict {
  if (grade === 'A' || grade === 'B' || (remedy !== null && remedy !== 'none')) return 'met'
  return grade === null || remedy === null ? 'unknown' : 'unmet'
}

function water({ shortage, minutes, quality }: Facts): Verdict {
  if (shortage === true || (minutes !== null && minutes > 20) || quality === false) return 'unmet'
  return shortage === null || minutes === null || quality === null ? 'unknown' : 'met'
}

function education({ children, enrolled }: Facts): Verdict {
  if (children === 0) return 'not_applicable'
  if (children === null || enrolled === null) return 'unknown'
  return enrolled >= children ? 'met' : 'unmet'
}

function nearLine(risk: boolean | null, f: Facts): Verdict {
  if (risk === false || leastIncome(f) >= RANGE * (f.size ?? Infinity)) return 'met'
  return risk === true && mostIncome(f) < RANGE * (f.size ?? 1) ? 'unmet' : 'unknown'
}

const TABLES: Readonly<
  Record<string, { readonly unmet: string; readonly near: string; readonly met: string }>
> = {
  none: { unmet: 'register', near: 'monitor', met: 'not_eligible' },
  registered: { unmet: 'retain', near: '', met: 'exit' },
  exited: { unmet: 're_register', near: 'monitor', met: 'stable' },
}
const OUTCOMES = ['register', 'monitor', 'not_eligible', 'exit', 'retain', 're_register', 'stable']

type Decided = Pick<Judgement, 'decision' | 'possible' | 'reasons' | 'needs'>

function decide(f: Facts, v: Verdicts): Decided {
  const { status } = f
  const isRegistered = status === 'registered'
  const main = isRegistered ? v.aboveLine : v.income
  const seven = [main, v.food, v.clothing, v.medical, v.housing, v.water, v.education]
  const table = TABLES[status ?? '']
  if (table === undefined) return verify(outcomesOfAll(v, seven), '', needs(f, v))
  const outcomes = outcomesOf(table, seven, isRegistered ? 'met' : v.nearLine)
  const reasons = reasonsOf(v, isRegistered)
  const [only = ''] = outcomes
  if (outcomes.length === 1) return { decision: only, possible: '', reasons, needs: '' }
  return verify(outcomes, reasons, needs(f, v))
}

const verify = (outcomes: readonly string[], reasons: string, needed: string): Decided => ({
  decision: 'verify',
  possible: OUTCOMES.filter((each) => outcomes.includes(each)).join('|'),
  reasons,
  needs: needed,
})

function outcomesOf(
  table: { readonly unmet: string; readonly near: string; readonly met: string },
  seven: readonly Verdict[],
  near: Verdict,
): string[] {
  if (seven.includes('unmet')) return [table.unmet]
  const first = seven.includes('unknown') ? [table.unmet] : []
  if (near === 'unmet') return [...first, table.near]
  return near === 'unknown' ? [...first, table.near, table.met] : [...first, table.met]
}

/** Where the status is a gap, what each table can give. */
function outcomesOfAll(v: Verdicts, seven: readonly Verdict[]): string[] {
  const atExit = [v.aboveLine, ...seven.slice(1)]
  return Object.entries(TABLES).flatMap(([status, table]) =>
    status === 'registered' ? outcomesOf(table, atExit, 'met') : outcomesOf(table, seven, v.nearLine),
  )
}

function reasonsOf(v: Verdicts, isRegistered: boolean): string {
  let reasons = ''
  if (!isRegistered && v.income === 'unmet') reasons += '|income'
  if (v.food === 'unmet') reasons += '|food'
  if (v.clothing === 'unmet') reasons += '|clothing'
  if (v.medical === 'unmet') reasons += '|medical'
  if (v.housing === 'unmet') reasons += '|housing'
  if (v.water === 'unmet') reasons += '|water'
  if (v.education === 'unmet') reasons += '|education'
  if (isRegistered && v.aboveLine === 'unmet') reasons += '|income_above_line'
  if (!isRegistered && v.nearLine === 'unmet') reasons += '|near_line'
  return reasons.slice(1)
}

/** The gaps that can still turn the decision of a household that is to be verified, in the order of the pack. */
function needs(f: Facts, v: Verdicts): string {
  const six = [v.food, v.clothing, v.medical, v.housing, v.water, v.education]
  const atEntry = f.status !== 'registered' && ![v.income, ...six].includes('unmet')
  const atExit = (f.status ?? 'registered') === 'registered' && ![v.aboveLine, ...six].includes('unmet')
  const near = atEntry && v.nearLine === 'unknown'
  const money =
    (atEntry && v.income === 'unknown') ||
    (atExit && v.aboveLine === 'unknown') ||
    (near && nearLine(true, f) === 'unknown')
  const of = (verdict: Verdict) => (atEntry || atExit) && verdict === 'unknown'
  const wanted: readonly (readonly [string, boolean])[] = [
    ['registration_status', f.status === null],
    ['wage_income', money && f.wage === null],
    ['business_income', money && f.business === null],
    ['property_income', money && f.property === null],
    ['transfer_income', money && f.transfer === null],
    ['business_expense', money && f.expense === null],
    ['food_secure', of(v.food)],
    ['clothing_secure', of(v.clothing)],
    ['insured_members', of(v.medical) && f.insured === null],
    ['housing_grade', of(v.housing) && f.grade === null],
    ['housing_remedy', of(v.housing) && f.remedy === null],
    ['water_minutes', of(v.water) && f.minutes === null],
    ['water_shortage', of(v.water) && f.shortage === null],
    ['water_quality_safe', of(v.water) && f.quality === null],
    ['school_age_children', of(v.education) && f.children === null],
    ['school_age_enrolled', of(v.education) && f.enrolled === null],
    ['risk', near && f.risk === null],
    ['household_size', (money || of(v.medical)) && f.size === null],
  ]
  return wanted.flatMap(([name, isNeeded]) => (isNeeded ? [name] : [])).join('|')
}
