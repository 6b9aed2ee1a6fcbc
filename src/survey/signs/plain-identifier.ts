import { RESERVED } from '../../lang/parse/keywords.js'

/** Whether an expression can name a column by its header. */
export const plainIdentifier = (header: string): boolean =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(header) && !RESERVED.has(header)
