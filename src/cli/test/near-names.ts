import { distance } from 'fastest-levenshtein'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { inBackticks } from '../../base/wording.js'
import type { TestCase } from '../../testing/cases/test-case.js'
import { usageFault } from '../terminal/usage.js'

const SHOWN = 3

/** The cases whose names hold the text, in whatever case. */
export function casesNamed(cases: readonly TestCase[], filter: string | null): ReadonlySet<TestCase> {
  const text = filter?.toLowerCase() ?? ''
  return new Set(cases.filter(({ name }) => name.toLowerCase().includes(text)))
}

export function nothingNamed(filter: string, cases: readonly TestCase[]): Diagnostic {
  const near = nearestNames(
    filter,
    cases.map(({ name }) => name),
  )
  return usageFault(
    say('usage.no-case', { text: filter }),
    say('usage.no-case.help', { names: inBackticks(near) }),
  )
}

/** The names that hold words nearest to a text, nearest first, ties in the order given; three at most. */
export function nearestNames(text: string, names: readonly string[]): string[] {
  const scored = names.map((name) => ({ name, apart: apartFrom(text, name) }))
  scored.sort((a, b) => a.apart - b.apart)
  return scored.slice(0, SHOWN).map(({ name }) => name)
}

function apartFrom(text: string, name: string): number {
  const wanted = wordsOf(text)
  const words = wordsOf(name)
  const starts = [...words.keys()].slice(0, Math.max(1, words.length - wanted.length + 1))
  return Math.min(
    ...starts.map((start) => distance(wanted.join(' '), words.slice(start, start + wanted.length).join(' '))),
  )
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[\s:,;]+/)
    .filter((word) => word !== '')
