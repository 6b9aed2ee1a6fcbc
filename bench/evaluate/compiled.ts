import { compilePack } from '../../src/compile/compile.js'
import { assessRecord } from '../../src/engine/assess.js'
import type { Facts } from '../judge.js'
import { factsIn } from './plain.js'
import { dayOf, emptySlots, type Slots, slotFiller } from './slots.js'
import { packAndRecords } from './tpa.js'
import type { Evaluation } from './way.js'

/** The compiled pack, from the objects that plain code gets: each is put into slots, then judged. */
export async function compiledFromFacts(file: string): Promise<Evaluation> {
  const { slotsNow, fill, periodOf, judging } = await compiled(file)
  const households = factsIn(file)
  const slots = slotsNow()
  return judging(households, (facts, decide, index) => {
    fill(facts, slots)
    return decide(slots, periodOf(facts), index)
  })
}

/** The compiled pack over slots that are filled already, as a reader of bytes fills them. */
export async function compiledOverSlots(file: string): Promise<Evaluation> {
  const { slotsNow, fill, periodOf, judging } = await compiled(file)
  const households = factsIn(file).map((facts) => {
    const slots = slotsNow()
    fill(facts, slots)
    return { slots, period: periodOf(facts) }
  })
  return judging(households, ({ slots, period }, decide, index) => decide(slots, period, index))
}

type Decide = (slots: Slots, period: number, index: number) => string

async function compiled(file: string) {
  const { pack, records } = await packAndRecords(file)
  const program = compilePack(pack)
  if ('refused' in program) throw new Error(`the pack is not compiled: ${program.refused}`)
  const { periods, slots: table } = program
  const undated = pack.asOf === null ? periods.dateless : periods.periodOf(dayOf(pack.asOf))
  const out = program.createResult()
  let handedOver = 0
  const interpret = (index: number): string => {
    handedOver += 1
    const record = records[index]
    if (record === undefined) throw new Error(`no record ${index}`)
    return assessRecord(pack, record, { asOf: null }).decision
  }
  const decide: Decide = ({ values, gaps }, period, index) => {
    if (program.judge(values, gaps, period, out) === 1) return interpret(index)
    // What is needed is named too, as plain code does.
    if (out.ruling.possible.length > 0) program.gapNames(out.needs)
    return out.ruling.decision
  }
  return {
    slotsNow: () => emptySlots(table),
    fill: slotFiller(table),
    periodOf: ({ date }: Facts) => (date === null ? undated : periods.periodOf(dayOf(date))),
    judging: <T>(
      households: readonly T[],
      judge: (household: T, decide: Decide, index: number) => string,
    ): Evaluation => ({
      households: households.length,
      pass() {
        handedOver = 0
        return households.map((household, index) => judge(household, decide, index))
      },
      handedOver: () => handedOver,
    }),
  }
}
