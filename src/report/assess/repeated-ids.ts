import type { HeldRow } from '../../survey/records/rows.js'
import { listed, shortened } from '../text/words.js'

/** The rows of one id that stands more than once; none of them is decided. */
export interface RepeatedId {
  readonly id: string
  readonly places: ReadonlyArray<{ readonly file: string; readonly line: number }>
  /** Whether all of them say the same. */
  readonly agrees: boolean
}

/** What is remembered of a row that is held. */
export type RepeatedRow = Pick<HeldRow, 'id' | 'file' | 'line' | 'fingerprint'>

/** Gathers held rows by id, in the order in which the ids come; of the first `most` ids, or of all where it is `null`. */
export function gatherRepeatedIds(most: number | null) {
  const holds = new Map<
    string,
    { places: RepeatedId['places'][number][]; fingerprint: string; agrees: boolean }
  >()
  return {
    add(row: RepeatedRow) {
      const { id, file, line } = row
      const held = holds.get(id)
      if (held !== undefined) {
        held.places.push({ file, line })
        held.agrees &&= held.fingerprint === row.fingerprint
      } else if (most === null || holds.size < most) {
        const { fingerprint } = row
        holds.set(id, { places: [{ file, line }], fingerprint, agrees: true })
      }
    },
    finish: (): RepeatedId[] => [...holds].map(([id, { places, agrees }]) => ({ id, places, agrees })),
  }
}

/** How often a held id stands, and whether its rows agree. */
export function repeatedIdWords({ places, agrees }: RepeatedId): string {
  const [first] = places
  const oneFile = places.every(({ file }) => file === first?.file)
  const lines = shortened(places.map(({ file, line }) => (oneFile ? String(line) : `${file}:${line}`)))
  return `stands ${places.length} times with ${agrees ? 'the same' : 'different'} answers (${oneFile ? 'lines ' : ''}${listed(lines, 'and')})`
}
