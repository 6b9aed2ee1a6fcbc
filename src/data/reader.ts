import type { Pack } from '../lang/pack.js'
import { readCsv } from './csv.js'
import { withoutMark } from './encoding.js'
import type { Format } from './format.js'
import { inputFault } from './input.js'
import { openRoom } from './room.js'
import type { SourceRow } from './row.js'

/** The rows of a file in batches; YAML and JSON are read whole first, CSV and NDJSON as the bytes come. */
export function readRows(
  pack: Pack,
  file: string,
  format: Format,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<SourceRow[]> {
  const bytes = withoutMark(chunks)
  switch (format) {
    case 'csv':
      return readCsv(file, bytes)
    case 'ndjson':
      return readLines(file, bytes)
    case 'yaml':
    case 'json':
      return readWhole(pack, file, format, bytes)
  }
}

async function* readLines(file: string, chunks: AsyncIterable<Buffer>) {
  const { readNdjson } = await import('./ndjson.js')
  yield* readNdjson(file, chunks)
}

async function* readWhole(pack: Pack, file: string, format: 'yaml' | 'json', chunks: AsyncIterable<Buffer>) {
  const parts: Buffer[] = []
  const room = openRoom(format)
  for await (const chunk of chunks) {
    parts.push(chunk)
    if (room.isFullAfter(chunk)) {
      yield [{ kind: 'fault', fault: tooLarge(file) } as const]
      return
    }
  }
  const { readTrees } = await import('./trees.js')
  for (const row of readTrees(file, format, Buffer.concat(parts).toString('utf8'), pack.record.plural))
    yield [row]
}

const tooLarge = (file: string) =>
  inputFault(
    'too-large',
    file,
    'the file is too large to be read whole, as YAML and JSON are',
    'bring it as CSV or NDJSON, which have no limit, or give node more memory (NODE_OPTIONS=--max-old-space-size)',
  )
