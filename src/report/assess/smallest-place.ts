import type { Assessment } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import { groupOf } from './groups.js'

/** The smallest place of a record that is known and not personal; an empty text where there is none. */
export function smallestPlaceOf(pack: Pack, { record }: Assessment): string {
  for (const name of [...pack.record.places].reverse()) {
    const { value } = groupOf(record.facts.get(name))
    if (value !== null && !pack.facts.get(name)?.personal) return value
  }
  return ''
}
