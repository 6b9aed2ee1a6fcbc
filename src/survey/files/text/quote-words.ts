import type { CsvError } from 'csv-parse'
import type { Diagnostic } from '../../../base/diagnostic.js'
import { LONGEST_RECORD } from '../row.js'
import type { QuoteFault } from './quotes.js'

type Words = Pick<Diagnostic, 'code' | 'message' | 'help'>

/** What is wrong with a text that cannot be cut; `quote` is `null` where no quote is misplaced. */
export function uncutWords(error: CsvError | null, quote: QuoteFault | null, line: number): Words {
  if (quote === null) {
    if (error !== null && error.code !== 'CSV_MAX_RECORD_SIZE') throw error
    const message = `the row that starts on line ${line} has more than ${LONGEST_RECORD} characters`
    return { code: 'long-record', message, help: 'check that this is a CSV file with one record a row' }
  }
  switch (quote.kind) {
    case 'open':
      return {
        code: 'open-quote',
        message: `the quote that opens on line ${line} is never closed`,
        help: 'close it, or write a quote inside a cell as two: `""`',
      }
    case 'early':
      return {
        code: 'open-quote',
        message: `the quote that opens on line ${line} is closed by one with text behind it`,
        help: 'close it at the end of its cell, and write a quote inside a cell as two: `""`',
      }
    case 'stray':
      return {
        code: 'open-quote',
        message: `a quote stands inside an unquoted cell on line ${line}`,
        help: 'put the whole cell in quotes and write the quote inside as two: `"5"" pipe"`',
      }
  }
}

/** What is wrong with a row that is rejected because of its quotes. */
export function strayWords(quote: QuoteFault, text: string): string {
  if (text[quote.bad - 1] === '\\') return 'a quote inside a cell is written with a backslash, and not as two'
  return quote.kind === 'stray'
    ? 'a quote stands inside a cell without quotes'
    : 'text stands behind the quote that closes a cell'
}
