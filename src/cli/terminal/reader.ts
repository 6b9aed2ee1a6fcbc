import { inertLines } from '../../base/inert-text.js'
import type { Output } from '../../report/output.js'
import { tellPerson } from './standard.js'
import type { Console } from './terminal.js'

/** Who reads what is written: people at a console or in a file, or programs, whose formats escape for themselves. */
export type Reader = Console | 'program'

/** The output for a reader. What people read, or a CI system logs, is made inert on its way out, so that no format can forget it. */
export function readBy(reader: Reader, output: Output): Output {
  if (reader === 'program') return output
  const isColoured = reader.paint.level > 0
  return {
    write: (text) => output.write(inertLines(text, isColoured)),
    writeBytes: (bytes) => output.writeBytes(bytes),
    get wanted() {
      return output.wanted
    },
    isHeldBack: output.isHeldBack,
  }
}

/** Writes lines for people to stderr. */
export const tell = (lines: readonly string[], { paint }: Pick<Console, 'paint'>): void =>
  tellPerson(`${inertLines(lines.join('\n'), paint.level > 0)}\n`)
