import { isCodedYesNo } from './cell.js'
import { clean } from './row.js'

/** Yes/no columns that hold `1` and `2`: nothing says which of them is yes. */
export interface CodedAnswers {
  note(fact: string, text: string | null, line: number): void
  /** The facts in doubt, with the line of the first `2`. */
  suspects(): ReadonlyMap<string, number>
}

export function collectCodedAnswers(): CodedAnswers {
  const ones = new Set<string>()
  const twos = new Map<string, number>()
  return {
    note(fact, text, line) {
      if (text === null || text.length > 20) return
      const cell = clean(text)
      if (!isCodedYesNo(cell)) return
      if (cell === '1') ones.add(fact)
      else if (!twos.has(fact)) twos.set(fact, line)
    },
    suspects: () => new Map([...twos].filter(([fact]) => ones.has(fact))),
  }
}
