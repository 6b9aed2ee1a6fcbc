import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { type Facts, judge } from '../judge.js'
import { factsOf } from '../row-facts.js'
import type { Evaluation } from './way.js'

/** The facts of a generated file. */
export const factsIn = (file: string): Facts[] =>
  parse(readFileSync(file), { from: 2 }).map((cells: string[]) => factsOf(cells))

/** Hand-written JavaScript. */
export function plain(file: string): Evaluation {
  const households = factsIn(file)
  return { households: households.length, pass: () => households.map((facts) => judge(facts).decision) }
}
