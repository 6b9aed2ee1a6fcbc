import { createHash } from 'node:crypto'
import { type Decimal, digits } from '../base/decimal.js'
import type { Citation, Pack } from './pack.js'

/** In force before every date that a record can have. */
const ALWAYS = '0001-01-01'

const SET: Citation = { source: '', evidence: 'unverified', quote: null, note: 'set for this run' }

/**
 * The pack with parameters held at one value on every date. Its hash differs, because it is another pack. Throws if the pack has no
 * parameter of a name.
 */
export function withParameters(pack: Pack, values: ReadonlyMap<string, Decimal>): Pack {
  if (values.size === 0) return pack
  const parameters = new Map(pack.parameters)
  for (const [name, value] of values) {
    const parameter = parameters.get(name)
    if (parameter === undefined) throw new Error(`no parameter ${name}`)
    parameters.set(name, { ...parameter, values: [{ from: ALWAYS, to: null, value, citation: SET }] })
  }
  const set = new Map([...pack.set, ...values])
  const said = [...set].map(([name, value]) => `${name}=${digits(value)}`)
  const hash = createHash('sha256')
    .update([pack.hash, ...said].join('\n'), 'utf8')
    .digest('hex')
  return { ...pack, parameters, set, hash }
}
