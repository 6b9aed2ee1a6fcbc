import { type Json, jsonText } from '../../base/tree/json-text.js'
import { diagnosticJson } from '../diagnostics/json.js'
import { inputsJson, packJson, programmeJson } from '../text/run-json.js'
import { areaJson } from './area-cells.js'
import { figureJson } from './figure-json.js'
import type { MeasureContext, MeasureReport } from './report.js'

/** Changes to this form are additive. */
const MEASURE_SCHEMA = 'tpa/measure@1'

/** Left out of a result that stays in the office. */
const publicJson = ({ leastCell }: MeasureContext) => (leastCell === null ? {} : { least_cell: leastCell })

/** One object for the whole run, written as it goes: each figure on a line of its own. */
export function measureJson(context: MeasureContext): MeasureReport {
  const { pack, programme, tpa, by, isSample } = context
  let figures = 0
  const judged: Json[] = []
  return {
    start() {
      const head = { schema: MEASURE_SCHEMA, tpa, pack: packJson(pack), programme: programmeJson(programme) }
      const whole = jsonText({
        ...head,
        ...inputsJson(context),
        by: [...by],
        sample: isSample,
        ...publicJson(context),
      })
      return `${whole.slice(0, -1)},\n"figures":[`
    },
    group: (own) =>
      own
        .map((figure) => {
          figures += 1
          return `${figures === 1 ? '' : ','}\n${jsonText(figureJson(figure))}`
        })
        .join(''),
    area(area) {
      judged.push(areaJson(area))
      return ''
    },
    end({ ledger, rosters, assumed, diagnostics }) {
      const tail = {
        ...(context.areas.length === 0 ? {} : { areas: judged }),
        ledger: { ...ledger },
        rosters: rosters.map((each) => ({ ...each })),
        assumed: [...assumed],
        diagnostics: diagnostics.map(diagnosticJson),
      }
      return `${figures === 0 ? '' : '\n'}],\n${jsonText(tail).slice(1)}\n`
    },
  }
}
