import { say } from '../../../base/say/say.js'
import { inputFault } from '../input.js'
import type { SourceRow } from '../row.js'
import { memoryLimit } from './memory-limit.js'
import { type ListNames, readTrees } from './trees.js'

/** Reads a YAML or JSON text, which must be held in memory as a whole. Gives a fault if it is too large for that. */
export async function* readWhole(
  file: string,
  format: 'yaml' | 'json',
  chunks: AsyncIterable<Buffer>,
  lists: ListNames,
): AsyncGenerator<SourceRow[]> {
  const parts: Buffer[] = []
  const limit = memoryLimit(format)
  for await (const chunk of chunks) {
    parts.push(chunk)
    if (limit.isPassedAfter(chunk)) {
      yield [{ kind: 'fault', fault: tooLarge(file) }]
      return
    }
  }
  for (const row of readTrees(file, format, Buffer.concat(parts).toString('utf8'), lists)) yield [row]
}

const tooLarge = (file: string) => inputFault('too-large', file, say('too-large'), say('too-large.help'))
