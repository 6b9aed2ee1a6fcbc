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

/**
 * The criteria and tables of `cn-2020` written out by hand, as one would in plain code that has to be quick; gaps count as all they could be.
 * Nothing is made anew for a household but what it gives.
 */
export function judge(facts: Facts): Judgement {
  const f = believed(facts)
  const asOf = f.date ?? '2020-12-31'
  const isFrom2020 = asOf >= '2020-01-01'
  if (!isFrom2020 && asOf < '2019-01-01') throw new Error(`the generated files begin in 2019, not on ${asOf}`)
  const line = isFrom2020 ? 400_000 : 374_700
  const leastSize = f.size ?? 1
  const mostSize = f.size ?? Infinity
  const least = leastIncome(f)
  const most = mostIncome(f)
  const inRange: Verdict = least >= RANGE * mostSize ? 'met' : most < RANGE * leastSize ? 'unmet' : 'unknown'
  const verdicts: Verdicts = {
    income: least >= line * mostSize ? 'met' : most < line * leastSize ? 'unmet' : 'unknown',
    food: ofTruth(f.food),
    clothing: ofTruth(f.clothing),
    medical: (f.insured ?? 0) >= mostSize ? 'met' : (f.insured ?? Infinity) < leastSize ? 'unmet' : 'unknown',
    housing: housing(f),
    water: water(f),
    education: education(f),
    aboveLine: least > line * mostSize ? 'met' : most <= line * leastSize ? 'unmet' : 'unknown',
    nearLine: isFrom2020 ? nearLine(f.risk, inRange) : 'not_applicable',
    electricity: ofTruth(f.electricity),
  }
  const six = sixOf(verdicts)
  const atEntry = both(six, verdicts.income)
  const atExit = both(six, verdicts.aboveLine)
  const decision = decided(f.status, atEntry, atExit, verdicts.nearLine)
  const isOpen = decision === 'verify'
  return {
    decision,
    possible: isOpen ? possible(f.status, atEntry, atExit, verdicts.nearLine) : '',
    reasons: reasonsOf(verdicts, six, f.status, atEntry),
    needs: isOpen ? needs(f, verdicts, atEntry !== 'unmet', atExit !== 'unmet', inRange) : '',
    asOf,
    verdicts,
    net: least === most ? least : null,
    line,
  }
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

function nearLine(risk: boolean | null, inRange: Verdict): Verdict {
  if (risk === false || inRange === 'met') return 'met'
  return risk === true && inRange === 'unmet' ? 'unmet' : 'unknown'
}

/** Met where each of the six is, or does not apply. */
function sixOf({ food, clothing, medical, housing, water, education }: Verdicts): Verdict {
  const of = (verdict: Verdict) =>
    food === verdict ||
    clothing === verdict ||
    medical === verdict ||
    housing === verdict ||
    water === verdict ||
    education === verdict
  return of('unmet') ? 'unmet' : of('unknown') ? 'unknown' : 'met'
}

const both = (a: Verdict, b: Verdict): Verdict =>
  a === 'unmet' || b === 'unmet' ? 'unmet' : a === 'unknown' || b === 'unknown' ? 'unknown' : 'met'

function decided(status: string | null, atEntry: Verdict, atExit: Verdict, near: Verdict): string {
  if (status === null) return 'verify'
  if (status === 'registered') return atExit === 'unmet' ? 'retain' : atExit === 'met' ? 'exit' : 'verify'
  const isNew = status === 'none'
  if (atEntry === 'unmet') return isNew ? 'register' : 're_register'
  if (atEntry === 'unknown' || near === 'unknown') return 'verify'
  return near === 'unmet' ? 'monitor' : isNew ? 'not_eligible' : 'stable'
}

/** What a household that is to be verified can come to, in the order of the pack. */
function possible(status: string | null, atEntry: Verdict, atExit: Verdict, near: Verdict): string {
  const isNew = status === null || status === 'none'
  const isRegistered = status === null || status === 'registered'
  const isBack = status === null || status === 'exited'
  const isSound = atEntry !== 'unmet'
  let names = ''
  if (isNew && atEntry !== 'met') names += '|register'
  if ((isNew || isBack) && isSound && (near === 'unmet' || near === 'unknown')) names += '|monitor'
  if (isNew && isSound && near !== 'unmet') names += '|not_eligible'
  if (isRegistered && atExit !== 'unmet') names += '|exit'
  if (isRegistered && atExit !== 'met') names += '|retain'
  if (isBack && atEntry !== 'met') names += '|re_register'
  if (isBack && isSound && near !== 'unmet') names += '|stable'
  return names.slice(1)
}

/** The unmet criteria that rows name which can fire, of every table where the status is open. */
function reasonsOf(v: Verdicts, six: Verdict, status: string | null, atEntry: Verdict): string {
  const mayEnter = status !== 'registered'
  const mayExit = status === null || status === 'registered'
  let reasons = ''
  if (mayEnter && v.income === 'unmet') reasons += '|income'
  if (six === 'unmet') {
    if (v.food === 'unmet') reasons += '|food'
    if (v.clothing === 'unmet') reasons += '|clothing'
    if (v.medical === 'unmet') reasons += '|medical'
    if (v.housing === 'unmet') reasons += '|housing'
    if (v.water === 'unmet') reasons += '|water'
    if (v.education === 'unmet') reasons += '|education'
  }
  if (mayExit && v.aboveLine === 'unmet') reasons += '|income_above_line'
  if (mayEnter && atEntry !== 'unmet' && v.nearLine === 'unmet') reasons += '|near_line'
  return reasons === '' ? '' : reasons.slice(1)
}

/** The gaps that can still turn the decision of a household that is to be verified, in the order of the pack. */
function needs(f: Facts, v: Verdicts, canEnter: boolean, canExit: boolean, inRange: Verdict): string {
  const { status } = f
  const atEntry = canEnter && status !== 'registered'
  const atExit = canExit && (status === null || status === 'registered')
  const near = atEntry && v.nearLine === 'unknown'
  const money =
    (atEntry && v.income === 'unknown') ||
    (atExit && v.aboveLine === 'unknown') ||
    (near && inRange === 'unknown')
  const any = atEntry || atExit
  let names = ''
  if (status === null) names += '|registration_status'
  if (money && f.wage === null) names += '|wage_income'
  if (money && f.business === null) names += '|business_income'
  if (money && f.property === null) names += '|property_income'
  if (money && f.transfer === null) names += '|transfer_income'
  if (money && f.expense === null) names += '|business_expense'
  if (any) names += needsOfSix(f, v)
  if (near && f.risk === null) names += '|risk'
  if ((money || (any && v.medical === 'unknown')) && f.size === null) names += '|household_size'
  return names.slice(1)
}

function needsOfSix(f: Facts, v: Verdicts): string {
  let names = ''
  if (v.food === 'unknown') names += '|food_secure'
  if (v.clothing === 'unknown') names += '|clothing_secure'
  if (v.medical === 'unknown' && f.insured === null) names += '|insured_members'
  if (v.housing === 'unknown' && f.grade === null) names += '|housing_grade'
  if (v.housing === 'unknown' && f.remedy === null) names += '|housing_remedy'
  if (v.water === 'unknown' && f.minutes === null) names += '|water_minutes'
  if (v.water === 'unknown' && f.shortage === null) names += '|water_shortage'
  if (v.water === 'unknown' && f.quality === null) names += '|water_quality_safe'
  if (v.education === 'unknown' && f.children === null) names += '|school_age_children'
  if (v.education === 'unknown' && f.enrolled === null) names += '|school_age_enrolled'
  return names
}
