import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Result } from './run-program.js'

/** The published schemas; this file and what it is bundled into stand two folders deep. */
const FOLDER = new URL('../../docs/results/', import.meta.url)

const readers = new Map<string, z.ZodType>()

function readerOf(name: string): z.ZodType {
  const known = readers.get(name)
  if (known !== undefined) return known
  const reader = z.fromJSONSchema(JSON.parse(readFileSync(new URL(`${name}.schema.json`, FOLDER), 'utf8')))
  readers.set(name, reader)
  return reader
}

/** What of a result in JSON is not as its published schema says; `null` where all is, and for other results. */
export function againstSchema({ args, code, out }: Result): string | null {
  if (code !== 0 && code !== 1) return null
  const lines = args.includes('ndjson') && args[0] === 'assess' ? out.split('\n').slice(0, -1) : []
  const [, name] = /^\{"schema":"tpa\/([a-z]+)@1"/.exec(out) ?? []
  const results = [
    ...(name === undefined ? [] : [{ name, text: out }]),
    ...lines.map((text) => ({ name: 'assess-record', text })),
  ]
  for (const { name, text } of results) {
    const fault = faultIn(name, text)
    if (fault !== null) return `${name}: ${fault}`
  }
  return null
}

function faultIn(name: string, text: string): string | null {
  try {
    const { error } = readerOf(name).safeParse(JSON.parse(text))
    return error === undefined ? null : z.prettifyError(error)
  } catch (error) {
    return String(error)
  }
}
