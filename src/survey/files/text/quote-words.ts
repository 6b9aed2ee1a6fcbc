import type { CsvError } from 'csv-parse'
import type { Diagnostic } from '../../../base/diagnostic.js'
import { say } from '../../../base/say/say.js'
import { LONGEST_RECORD } from '../row.js'
import type { QuoteFault } from './quotes.js'

type Words = Pick<Diagnostic, 'code' | 'message' | 'help'>

/** What is wrong with a text that cannot be cut; `quote` is `null` where no quote is misplaced. */
export function uncutWords(error: CsvError | null, quote: QuoteFault | null, line: number): Words {
  if (quote === null) {
    if (error !== null && error.code !== 'CSV_MAX_RECORD_SIZE') throw error
    const message = say('long-record.starts', { line, most: LONGEST_RECORD })
    return { code: 'long-record', message, help: say('long-record.help') }
  }
  switch (quote.kind) {
    case 'open':
      return {
        code: 'open-quote',
        message: say('open-quote', { line }),
        help: say('open-quote.help'),
      }
    case 'early':
      return {
        code: 'open-quote',
        message: say('open-quote.early', { line }),
        help: say('open-quote.help.early'),
      }
    case 'stray':
      return {
        code: 'open-quote',
        message: say('open-quote.stray', { line }),
        help: say('open-quote.help.stray'),
      }
  }
}

/** What is wrong with a row that is rejected because of its quotes. */
export function strayWords(quote: QuoteFault, text: string): string {
  if (text[quote.bad - 1] === '\\') return say('stray-quote.backslash')
  return quote.kind === 'stray' ? say('stray-quote') : say('stray-quote.behind')
}
