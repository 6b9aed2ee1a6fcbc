import { type Decimal, readDecimal } from '../../base/decimal.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { CaseRecord } from '../../lang/record.js'
import type { Drawn } from '../../programme/measure/fold.js'
import type { MeasureRequest } from './request.js'

/** The columns of a sample, in the order in which their cells are kept. */
export interface SampleColumns {
  readonly headers: readonly string[]
  /** The columns of the finite population at both stages; `null` where it is taken as without end. */
  readonly units: string | null
  readonly households: string | null
  /** How a household was drawn, by those cells; or what is wrong with them. */
  read(
    record: CaseRecord,
    cells: readonly string[],
  ): { readonly drawn: Drawn } | { readonly fault: Diagnostic }
}

type Wanted = Pick<MeasureRequest, 'weight' | 'stratum' | 'psu' | 'fpc'>

/** The columns that say how households were drawn; `null` where nobody names one, which makes the file a full count. */
export function sampleColumns({ weight, stratum, psu, fpc }: Wanted): SampleColumns | null {
  const [units = null, households = null] = fpc?.split(',').map((each) => each.trim()) ?? []
  const headers = [weight, stratum, psu, units, households].filter((header) => header !== null)
  if (headers.length === 0) return null
  return {
    headers: [...new Set(headers)],
    units,
    households,
    read(record, cells) {
      const cellOf = (header: string | null) =>
        header === null ? null : (cells[[...new Set(headers)].indexOf(header)] ?? '')
      const number = (header: string | null) => numberIn(record, header, cellOf(header))
      const found = { weight: number(weight), units: number(units), households: number(households) }
      for (const each of Object.values(found)) if (each !== null && 'fault' in each) return each
      const { weight: own, units: of, households: inside } = found
      return {
        drawn: {
          weight: own !== null && 'value' in own ? inBillionths(own.value) : BILLION,
          stratum: cellOf(stratum)?.trim() ?? '',
          unit: cellOf(psu)?.trim() ?? record.id,
          unitsOf: of !== null && 'value' in of ? of.value.toNumber() : null,
          householdsOf: inside !== null && 'value' in inside ? inside.value.toNumber() : null,
        },
      }
    },
  }
}

const BILLION = 10n ** 9n

/** Numbers of cells have at most nine places. */
const inBillionths = (value: Decimal): bigint => BigInt(value.times('1000000000').toFixed(0))

function numberIn(
  { file, line }: CaseRecord,
  header: string | null,
  cell: string | null,
): { readonly value: Decimal } | { readonly fault: Diagnostic } | null {
  if (header === null || cell === null) return null
  const reading = readDecimal(cell.trim())
  if ('value' in reading && reading.value.gt(0)) return reading
  return {
    fault: {
      code: 'invalid-number',
      severity: 'error',
      message: say(cell.trim() === '' ? 'measure.cell.blank' : 'measure.cell', {
        cell: cell.trim(),
        column: header,
      }),
      help: say('measure.cell.help'),
      at: { file, line, field: header },
    },
  }
}
