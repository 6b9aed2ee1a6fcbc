import { digits } from '../../base/decimal.js'
import { say } from '../../base/say/say.js'
import { decisionName, factName, packTitle, recordName } from '../../lang/labels.js'
import { type Pack, packLabel } from '../../lang/pack.js'
import { grouped } from '../text/numbers.js'
import { capitalised, countedRecords, listed } from '../text/words.js'
import type { Summary } from './summary.js'

/** How many were judged by which pack, what came out, as of which day and under which assumptions: a sentence each. */
export function headline(pack: Pack, summary: Summary): string[] {
  return [
    judged(pack, summary),
    whatIf(pack),
    outcome(pack, summary),
    asOf(pack, summary),
    assumed(summary),
  ].filter((sentence) => sentence !== null)
}

function judged(pack: Pack, { assessed, persons, personsUnknown }: Summary): string {
  const said = {
    records: countedRecords(pack, assessed),
    pack: packLabel(pack),
    title: packTitle(pack),
  }
  if (pack.record.size === null) return say('assess.judged', said)
  const sized = { ...said, persons: say('count.persons', { count: grouped(persons) }) }
  return personsUnknown === 0
    ? say('assess.judged.persons', sized)
    : say('assess.judged.persons.unknown', { ...sized, unknown: grouped(personsUnknown) })
}

function whatIf({ set, id }: Pack): string | null {
  if (set.size === 0) return null
  const held = [...set].map(([parameter, value]) => say('assess.set', { parameter, value: digits(value) }))
  return say('assess.what-if', { set: listed(held, 'and'), pack: id })
}

function outcome(pack: Pack, { decisions, ledger }: Summary): string | null {
  const parts: string[] = []
  for (const name of pack.decisions.outcomes.keys()) {
    const records = decisions.get(name)?.records ?? 0
    if (records > 0)
      parts.push(say('assess.outcome', { count: grouped(records), decision: decisionName(pack, name) }))
  }
  const open = decisions.get('verify')?.records ?? 0
  const verify = open === 0 ? say('assess.verify.none') : say('assess.verify', { count: grouped(open) })
  const rows = grouped(ledger.duplicates)
  const person = ledger.duplicates === 0 ? verify : say('assess.held', { verify, rows })
  return parts.length === 0
    ? say('assess.outcomes.none', { verify: capitalised(person) })
    : say('assess.outcomes', { outcomes: parts.join(say('list.clause')), verify: person })
}

function asOf(pack: Pack, { asOf: count, assessed }: Summary): string | null {
  if (assessed === 0) return null
  if (count.option > 0) return say('assess.as-of.option', { day: count.first ?? say('assess.no-date') })
  const day = pack.asOf ?? say('assess.no-date')
  if (count.record === 0) return say('assess.as-of.pack', { day })
  const { date } = pack.record
  const [first, last] = [count.first ?? say('assess.unreadable'), count.last ?? say('assess.unreadable')]
  const own = {
    record: recordName(pack),
    date: date === null ? say('assess.date') : factName(pack, date),
    days: first === last ? first : say('assess.days', { first, last }),
  }
  return count.pack === 0
    ? say('assess.as-of.record', own)
    : say('assess.as-of.both', { ...own, count: grouped(count.pack), day })
}

function assumed({ assumed: list }: Summary): string | null {
  return list.length === 0 ? null : say('assess.assumed', { facts: listed(list, 'and') })
}
