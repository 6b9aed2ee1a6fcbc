import { printable } from '../../base/inert-text.js'
import { wrap } from '../../base/text-width.js'
import { tell } from './reader.js'
import type { Console } from './terminal.js'

/** Writes sentences to stderr, each in one line for programs that read it, and wrapped for a person. */
export function tellBriefly(sentences: readonly string[], console: Console): void {
  const lines = sentences.map(printable)
  tell(console.interactive ? lines.flatMap((line) => wrap(line, console.width)) : lines, console)
}
