import { clean } from '../../files/row.js'
import { areSignOffs, isSignOff } from './sign-off.js'
import { isTitle } from './title-words.js'

/** Fewer columns make no table that has a title. */
export const LEAST_COLUMNS = 3

/** True if a row is a sign-off, a title or the header again, as on each page of a printed list. */
export function standsBetween(row: readonly string[], headers: readonly string[]): boolean {
  const cells = row.map(clean)
  const filled = cells.filter((cell) => cell !== '')
  const [first] = filled
  if (first === undefined) return false
  if (isSignOff(first) && areSignOffs(filled)) return true
  if (filled.length === 1) return headers.length >= LEAST_COLUMNS && isTitle(first)
  return cells.every((cell, at) => cell === '' || cell === clean(headers[at] ?? ''))
}
