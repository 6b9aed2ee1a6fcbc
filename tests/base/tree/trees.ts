import { expect } from 'vitest'
import { type Diagnostic, isTextPlace } from '../../../src/base/diagnostic.js'
import { makeSource } from '../../../src/base/source.js'
import type { Tree, TreeReading } from '../../../src/base/tree/tree.js'

type Plain = string | Plain[] | { [key: string]: Plain }

/** A tree as texts, lists and objects. */
export function plain(tree: Tree): Plain {
  switch (tree.kind) {
    case 'scalar':
      return tree.text
    case 'sequence':
      return tree.items.map(plain)
    case 'mapping':
      return Object.fromEntries(tree.entries.map(({ key, value }) => [key.text, plain(value)]))
  }
}

export type Reader = (source: ReturnType<typeof makeSource>) => TreeReading

/** The documents of a text that must read. */
export function documents(read: Reader, text: string): readonly Tree[] {
  const reading = read(makeSource('f', text))
  if ('faults' in reading)
    throw new Error(`${reading.faults.map((fault) => fault.message).join('; ')}: ${text.slice(0, 200)}`)
  return reading.documents
}

/** The faults of a text, none where it reads; each stands inside the text and is worded as all diagnostics are. */
export function faults(read: Reader, text: string): readonly Diagnostic[] {
  const reading = read(makeSource('f', text))
  if ('documents' in reading) return []
  const lines = text.split('\n')
  for (const { at, message } of reading.faults) {
    if (!isTextPlace(at)) throw new Error(`${message}: without a place`)
    expect(at.line).toBeGreaterThan(0)
    expect(at.line).toBeLessThanOrEqual(lines.length)
    expect(at.column).toBeGreaterThan(0)
    expect(at.column).toBeLessThanOrEqual((lines[at.line - 1] ?? '').length + 1)
    expect(message).toMatch(/^[a-z][^\n]*[^.\n]$/)
  }
  expect(reading.faults.length).toBeGreaterThan(0)
  return reading.faults
}

/** `code line:column message`, then what is underlined, then help where there is some. */
export function shown(fault: Diagnostic | undefined): string {
  if (fault === undefined) return 'no fault'
  if (!isTextPlace(fault.at)) return fault.message
  const { line, column, length, text } = fault.at
  const under = text.slice(column - 1, column - 1 + length)
  return `${fault.code} ${line}:${column} ${fault.message} | ${under} | ${fault.help ?? ''}`
}
