import { closeSync, openSync, writeSync } from 'node:fs'
import { type FileOptions, fileChunks } from './rows.js'

/** Writes a generated file and gives its bytes; memory does not grow with it. */
export function generateFile(path: string, options: FileOptions): number {
  const file = openSync(path, 'w')
  let size = 0
  try {
    for (const chunk of fileChunks(options)) {
      for (let from = 0; from < chunk.length; ) from += writeSync(file, chunk, from)
      size += chunk.length
    }
  } finally {
    closeSync(file)
  }
  return size
}
