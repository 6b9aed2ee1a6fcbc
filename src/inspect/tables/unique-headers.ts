import type { InspectedTable } from './inspected-table.js'

const doubled = new WeakMap<readonly string[], ReadonlySet<string>>()

/** Whether a mapping that names this header finds its column: it must stand once in the table. */
export function isUniqueHeader({ tally: { headers } }: InspectedTable, header: string): boolean {
  const known = doubled.get(headers) ?? doubledIn(headers)
  doubled.set(headers, known)
  return header.trim() !== '' && !header.includes('{n}') && !known.has(header)
}

function doubledIn(headers: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(headers.filter((header) => seen.size === seen.add(header).size))
}
