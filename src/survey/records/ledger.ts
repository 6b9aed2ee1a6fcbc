/** What became of every record that was read. Rosters and blank rows are beside it. */
export interface Ledger {
  /** `assessed + rejected + duplicates + not_interviews` */
  readonly read: number
  readonly assessed: number
  readonly rejected: number
  /** Records that are held because they share an id. */
  readonly duplicates: number
  readonly not_interviews: number
  readonly blank_rows: number
  /** Rows that are not data: titles, labels, hashtags of HXL, headers that stand again. */
  readonly skipped_rows: number
  /** Rows that add up others. */
  readonly total_rows: number
}

/** What became of the rows of a roster file: `read = joined + orphaned + rejected + blank`. */
export interface RosterLedger {
  readonly file: string
  readonly read: number
  readonly joined: number
  readonly orphaned: number
  readonly rejected: number
  readonly blank: number
}

const FATES = [
  'assessed',
  'rejected',
  'duplicates',
  'not_interviews',
  'blank_rows',
  'skipped_rows',
  'total_rows',
] as const

/** A ledger while rows are read. */
export interface OpenLedger {
  countRead(): void
  /** Adds what another ledger has counted. */
  add(counts: Ledger): void
  /** Records read so far. */
  read(): number
  count(fate: (typeof FATES)[number]): void
  /** The sums; throws where a record has been lost, which is a bug. */
  close(): Ledger
}

export function openLedger(): OpenLedger {
  let read = 0
  const counts = {
    assessed: 0,
    rejected: 0,
    duplicates: 0,
    not_interviews: 0,
    blank_rows: 0,
    skipped_rows: 0,
    total_rows: 0,
  }
  return {
    countRead: () => {
      read += 1
    },
    add(other) {
      read += other.read
      for (const fate of FATES) counts[fate] += other[fate]
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
