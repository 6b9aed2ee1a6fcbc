import { createScanner, ScanError, SyntaxKind } from 'jsonc-parser'
import type { DiagnosticCode } from './codes.js'
import type { Diagnostic } from './diagnostic.js'
import type { Source } from './source.js'
import { type Entry, MAX_DEPTH, type Tree, type TreeReading } from './tree.js'
import { faultOf, reportDuplicates } from './yaml.js'

const LITERALS = new Set([SyntaxKind.NumericLiteral, SyntaxKind.TrueKeyword, SyntaxKind.FalseKeyword, SyntaxKind.NullKeyword])

class Fault extends Error {}

/** Reads one JSON text; numbers stay the text they are. Anything that strict JSON forbids is a fault, as is a key that stands twice. */
export function readJson(source: Source): TreeReading {
  const faults: Diagnostic[] = []
  const scanner = createScanner(source.text, true)
  const fault = (code: DiagnosticCode, at: { start: number; end: number }, message: string, help?: string) =>
    faults.push(faultOf(source, code, at.start, at.end, message, help))
  const here = () => ({
    start: scanner.getTokenOffset(),
    end: scanner.getTokenOffset() + Math.max(1, scanner.getTokenLength()),
  })
  function stop(message: string): never {
    fault('syntax', here(), `malformed JSON: ${message}`)
    throw new Fault()
  }

  function value(depth: number): Tree {
    if (depth > MAX_DEPTH) {
      fault('too-deep', here(), 'values are nested too deeply')
      throw new Fault()
    }
    const token = scanner.getToken()
    const { start, end } = here()
    if (scanner.getTokenError() !== ScanError.None) stop('a text or number is not closed or not well formed')
    if (token === SyntaxKind.StringLiteral) {
      const text = scanner.getTokenValue()
      scanner.scan()
      return { kind: 'scalar', text, plain: false, start, end }
    }
    if (LITERALS.has(token)) {
      scanner.scan()
      return { kind: 'scalar', text: source.text.slice(start, end), plain: true, start, end }
    }
    if (token === SyntaxKind.OpenBracketToken) return sequence(start, depth)
    if (token === SyntaxKind.OpenBraceToken) return mapping(start, depth)
    return stop(token === SyntaxKind.EOF ? 'the text ends too early' : 'a value is expected here')
  }

  function sequence(start: number, depth: number): Tree {
    const items: Tree[] = []
    scanner.scan()
    while (scanner.getToken() !== SyntaxKind.CloseBracketToken) {
      if (items.length > 0) take(SyntaxKind.CommaToken, 'a `,` or `]` is expected here')
      items.push(value(depth + 1))
    }
    const end = here().end
    scanner.scan()
    return { kind: 'sequence', items, start, end }
  }

  function mapping(start: number, depth: number): Tree {
    const entries: Entry[] = []
    scanner.scan()
    while (scanner.getToken() !== SyntaxKind.CloseBraceToken) {
      if (entries.length > 0) take(SyntaxKind.CommaToken, 'a `,` or `}` is expected here')
      if (scanner.getToken() !== SyntaxKind.StringLiteral) stop('a key in double quotes is expected here')
      const key = value(depth + 1)
      take(SyntaxKind.ColonToken, 'a `:` is expected here')
      const held = value(depth + 1)
      if (key.kind === 'scalar') entries.push({ key, value: held })
    }
    const end = here().end
    scanner.scan()
    reportDuplicates(entries, fault)
    return { kind: 'mapping', entries, start, end }
  }

  function take(token: SyntaxKind, otherwise: string): void {
    if (scanner.getToken() !== token) stop(otherwise)
    scanner.scan()
  }

  try {
    scanner.scan()
    const tree = value(0)
    if (scanner.getToken() !== SyntaxKind.EOF) stop('nothing may follow the value')
    return faults.length > 0 ? { faults } : { documents: [tree] }
  } catch (error) {
    if (error instanceof Fault) return { faults }
    throw error
  }
}
