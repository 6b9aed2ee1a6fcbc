/** What became of every record that was read. Rosters and blank rows stand beside it. */
export interface Ledger {
  /** `assessed + rejected + duplicates + not_interviews` */
  readonly read: number
  readonly assessed: number
  readonly rejected: number
  /** Records held because they share an id. */
  readonly duplicates: number
  readonly not_interviews: number
  readonly blank_rows: number
  /** Rows that are no data: titles, labels, hashtags of HXL. */
  readonly skipped_rows: number
}

/** A ledger while rows go by. */
export interface OpenLedger {
  countRead(): void
  /** Records read so far. */
  read(): number
  count(fate: 'assessed' | 'rejected' | 'duplicates' | 'not_interviews' | 'blank_rows' | 'skipped_rows'): void
  /** The sums; throws where a record has been lost, which is a bug. */
  close(): Ledger
}

export function openLedger(): OpenLedger {
  let read = 0
  const counts = {
    ...{ assessed: 0, rejected: 0, duplicates: 0, not_interviews: 0 },
    ...{ blank_rows: 0, skipped_rows: 0 },
  }
  return {
    countRead: () => {
      read += 1
    },
    read: () => read,
    count: (fate) => {
      counts[fate] += 1
    },
    close: () => {
      const { assessed, rejected, duplicates, not_interviews } = counts
      const sum = assessed + rejected + duplicates + not_interviews
      if (sum !== read) throw new Error(`the ledger does not add up: ${read} read, ${sum} accounted for`)
      return { read, ...counts }
    },
  }
}
