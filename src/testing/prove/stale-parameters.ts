import type { Diagnostic } from '../../base/diagnostic.js'
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
    const ended = newest.to === null ? '' : ` to ${newest.to}`
    const message = `the newest value of parameter \`${name}\` is from ${newest.from}${ended}`
    return [
      finding(pack, 'warning', 'stale-parameter', `parameters.${name}.${newest.from}`, message, {
        why: `values must be from ${staleAfter} or later`,
        help: 'check if a newer one is in force, and add it with its `from`; a value that still holds stays as it is',
      }),
    ]
  })
}
