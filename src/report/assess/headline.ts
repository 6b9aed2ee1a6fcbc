import { digits } from '../../base/decimal.js'
import { type Pack, packLabel } from '../../lang/pack.js'
import { counted, grouped } from '../text/numbers.js'
import { capitalised, listed } from '../text/words.js'
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
  const { name, plural } = pack.record
  const people = pack.record.size === null ? '' : ` with ${counted(persons, 'person', 'persons')}`
  const unknown = personsUnknown === 0 ? '' : ` (${grouped(personsUnknown)} of unknown size)`
  const sized = pack.record.size === null ? '' : unknown
  return `${counted(assessed, name, plural)}${people}${sized} judged by ${packLabel(pack)}, ${pack.title}.`
}

function whatIf({ set, id }: Pack): string | null {
  if (set.size === 0) return null
  const held = [...set].map(([name, value]) => `${name} at ${digits(value)}`)
  return `What if: ${listed(held, 'and')}, on every date. These are not the rules of ${id}.`
}

function outcome(pack: Pack, { decisions, ledger }: Summary): string | null {
  const parts: string[] = []
  for (const name of pack.decisions.outcomes.keys()) {
    const records = decisions.get(name)?.records ?? 0
    if (records > 0) parts.push(`${grouped(records)} ${name}`)
  }
  const verify = decisions.get('verify')?.records ?? 0
  const held =
    ledger.duplicates === 0
      ? ''
      : `, and ${counted(ledger.duplicates, 'row is', 'rows are')} held as duplicates`
  const person = `${verify === 0 ? 'none needs' : `${grouped(verify)} ${verify === 1 ? 'needs' : 'need'}`} a person (verify)${held}`
  return parts.length === 0 ? `${capitalised(person)}.` : `${parts.join(', ')}; ${person}.`
}

function asOf(pack: Pack, { asOf: count, assessed }: Summary): string | null {
  if (assessed === 0) return null
  if (count.option > 0) return `As of ${count.first ?? 'no date'}, as asked with --as-of.`
  const fromPack = `${pack.asOf ?? 'no date'} from the pack`
  if (count.record === 0) return `As of ${fromPack}.`
  const days = count.first === count.last ? (count.first ?? 'unreadable') : `${count.first} to ${count.last}`
  const rest = count.pack === 0 ? '' : `; for ${grouped(count.pack)} without one, ${fromPack}`
  return `As of each ${pack.record.name}'s ${pack.record.date ?? 'date'} (${days})${rest}.`
}

function assumed({ assumed: list }: Summary): string | null {
  return list.length === 0 ? null : `Assumed, because the file has no such column: ${listed(list, 'and')}.`
}
