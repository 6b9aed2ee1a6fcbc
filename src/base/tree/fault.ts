import type { DiagnosticCode } from '../codes.js'
import { type Diagnostic, textPlace } from '../diagnostic.js'
import { say } from '../say/say.js'
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
          source.isData ? say('duplicate-key.data') : say('duplicate-key', { key: key.text }),
          say('duplicate-key.help'),
        ),
      )
    }
    seen.add(key.text)
  }
  return faults
}

export const tooDeep = (source: Source, offset: number): Diagnostic =>
  faultAt(source, 'too-deep', { start: offset, end: offset + 1 }, say('too-deep'))
