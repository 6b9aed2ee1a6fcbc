import { jsonText } from '../../base/tree/json-text.js'
import { figureJson } from './figure-json.js'
import type { MeasureReport } from './report.js'

/** One JSON object a line, a figure each. */
export const measureNdjson = (): MeasureReport => ({
  group: (figures) => figures.map((figure) => `${jsonText(figureJson(figure))}\n`).join(''),
})
