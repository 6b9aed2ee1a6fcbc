import { jsonText } from '../../base/tree/json-text.js'
import { areaJson } from './area-cells.js'
import { figureJson } from './figure-json.js'
import type { MeasureContext, MeasureReport } from './report.js'

/** One JSON object a line: a figure each, or an area where areas are judged. */
export const measureNdjson = ({ areas }: MeasureContext): MeasureReport =>
  areas.length > 0
    ? { area: (area) => `${jsonText(areaJson(area))}\n` }
    : { group: (figures) => figures.map((figure) => `${jsonText(figureJson(figure))}\n`).join('') }
