import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { Pack } from '../../lang/pack.js'
import { finding } from './finding.js'

/**
 * Parameters whose newest value is from before a day. Values that begin after the pack's `as_of` do not count yet, unless `as_of` is itself
 * before that day.
 */
export function staleParameters(pack: Pack, staleAfter: string): Diagnostic[] {
  const { asOf } = pack
  const isCounted = (from: string) => asOf === null || asOf < staleAfter || from <= asOf
  return [...pack.parameters.values()].flatMap(({ name, values }) => {
    const newest = values.findLast(({ from }) => isCounted(from))
    if (newest === undefined || newest.from >= staleAfter) return []
    const { from, to } = newest
    const message =
      to === null
        ? say('proof.stale-parameter', { name, from })
        : say('proof.ended-parameter', { name, from, to })
    return [
      finding(pack, 'warning', 'stale-parameter', `parameters.${name}.${newest.from}`, message, {
        why: say('proof.stale-parameter.why', { day: staleAfter }),
        help: say('proof.stale-parameter.help'),
      }),
    ]
  })
}
