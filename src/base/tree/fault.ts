import type { DiagnosticCode } from '../codes.js'
import { type Diagnostic, textPlace } from '../diagnostic.js'
import type { Source, Span } from '../source.js'
import type { TreeEntry } from './tree.js'

/** An error at a span of a text. */
export function faultAt(
  source: Source,
  code: DiagnosticCode,
  span: Span,
  message: string,
  help?: string,
): Diagnostic {
  return { code, severity: 'error', message, at: textPlace(source, span), ...(help ? { help } : {}) }
}

/** An error for each key that a mapping has twice. */
export function duplicateKeys(source: Source, entries: readonly TreeEntry[]): Diagnostic[] {
  const seen = new Set<string>()
  const faults: Diagnostic[] = []
  for (const { key } of entries) {
    if (seen.has(key.text)) {
      faults.push(
        faultAt(
          source,
          'duplicate-key',
          key,
          source.isData ? 'a key stands twice' : `key \`${key.text}\` stands twice`,
          'keep one of the two',
        ),
      )
    }
    seen.add(key.text)
  }
  return faults
}

export const tooDeep = (source: Source, offset: number): Diagnostic =>
  faultAt(source, 'too-deep', { start: offset, end: offset + 1 }, 'values are nested too deeply')
