import type { AssessContext } from '../report.js'

/** What an assessment for anybody needs beside the usual. */
export interface PublicContext extends AssessContext {
  /** The smallest count of households that is shown. */
  readonly leastCell: number
}
