import { type Decimal, readDecimal } from '../../base/decimal.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { contains, describeRange } from '../../base/range.js'
import { say } from '../../base/say/say.js'
import type { Pack } from '../../lang/pack.js'
import { withParameters } from '../../lang/set-parameters.js'
import { unknownName, usageFault } from '../terminal/usage.js'

/** The pack with the parameters of `--set` held at their values; every name or value that does not fit is a fault. */
export function holdParameters(
  pack: Pack,
  set: ReadonlyMap<string, string>,
): { pack: Pack } | { faults: Diagnostic[] } {
  const faults: Diagnostic[] = []
  const values = new Map<string, Decimal>()
  for (const [name, text] of set) {
    const parameter = pack.parameters.get(name)
    const reading = readDecimal(text)
    if (parameter === undefined) faults.push(unknownName('set', name, [...pack.parameters.keys()]))
    else if ('fault' in reading)
      faults.push(usageFault(say('usage.set-number', { name, value: text }), say('usage.set-number.help')))
    else if (!contains(parameter.range, reading.value)) {
      faults.push(
        usageFault(
          say('usage.set-range', { name, value: text }),
          say('usage.set-range.help', { range: describeRange(parameter.range) }),
        ),
      )
    } else values.set(name, reading.value)
  }
  return faults.length > 0 ? { faults } : { pack: withParameters(pack, values) }
}
