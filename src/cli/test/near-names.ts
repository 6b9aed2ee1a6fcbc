import { distance } from 'fastest-levenshtein'

const SHOWN = 3

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
