import { say } from '../../base/say/say.js'
import type { HeldRow } from '../../survey/records/rows.js'
import { listed, shortened } from '../text/words.js'

/** The rows of one id that stands more than once; none of them is decided. */
export interface RepeatedId {
  readonly id: string
  readonly count: number
  /** Where they stand, in their order: lines of a file, then of the next. A line takes 8 bytes, because an id may stand a million times. */
  readonly places: readonly { readonly file: string; readonly lines: readonly number[] }[]
  /** Whether all of them say the same. */
  readonly agrees: boolean
}

/** What is remembered of a row that is held. */
export type RepeatedRow = Pick<HeldRow, 'id' | 'file' | 'line' | 'fingerprint'>

/** Gathers held rows by id, in the order in which the ids come; of the first `most` ids, or of all where it is `null`. */
export function gatherRepeatedIds(most: number | null) {
  const holds = new Map<string, Hold>()
  return {
    add(row: RepeatedRow) {
      const { id, file, line } = row
      const held = holds.get(id)
      if (held !== undefined) {
        note(held, file, line)
        held.agrees &&= held.fingerprint === row.fingerprint
      } else if (most === null || holds.size < most) {
        const { fingerprint } = row
        const first = { count: 0, places: [], fingerprint, agrees: true }
        note(first, file, line)
        holds.set(id, first)
      }
    },
    finish: (): RepeatedId[] =>
      [...holds].map(([id, { count, places, agrees }]) => ({ id, count, places, agrees })),
  }
}

/** The rows of one id so far. */
interface Hold {
  count: number
  readonly places: { file: string; lines: number[] }[]
  readonly fingerprint: string
  agrees: boolean
}

function note(hold: Hold, file: string, line: number): void {
  hold.count += 1
  const last = hold.places.at(-1)
  if (last?.file === file) last.lines.push(line)
  else hold.places.push({ file, lines: [line] })
}

/** How often a held id occurs, where, and if its rows agree. */
export function repeatedIdWords({ count, places, agrees }: RepeatedId): string {
  const oneFile = places.every(({ file }) => file === places[0]?.file)
  const first = places
    .slice(0, SHOWN)
    .flatMap(({ file, lines }) =>
      lines.slice(0, SHOWN).map((line) => (oneFile ? String(line) : `${file}:${line}`)),
    )
  const shown = listed(shortened(first.slice(0, SHOWN), count), 'and')
  const said = { count, places: oneFile ? say('assess.lines', { lines: shown }) : shown }
  return agrees ? say('assess.repeated.same', said) : say('assess.repeated.different', said)
}

/** As many places as `shortened` may show. */
const SHOWN = 4
