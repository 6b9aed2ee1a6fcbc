import type { Pack } from '../lang/pack.js'
import { readCsv } from './csv.js'
import { withoutMark } from './encoding.js'
import type { Format } from './format.js'
import { readNdjson } from './ndjson.js'
import type { SourceRow } from './row.js'
import { readTrees } from './trees.js'

/** The rows of a file in batches; YAML and JSON come in one, CSV and NDJSON as the bytes come. */
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
      return readNdjson(file, bytes)
    case 'yaml':
    case 'json':
      return readWhole(pack, file, format, bytes)
  }
}

async function* readWhole(pack: Pack, file: string, format: 'yaml' | 'json', chunks: AsyncIterable<Buffer>) {
  const parts: Buffer[] = []
  for await (const chunk of chunks) parts.push(chunk)
  yield readTrees(file, format, Buffer.concat(parts), pack.record.plural)
}
