import type { Diagnostic } from '../../base/diagnostic.js'

/** The faults of a file that is not YAML: only the first malformed place, because it causes most of those below. */
export function yamlFaults(faults: readonly Diagnostic[]): readonly Diagnostic[] {
  const first = faults.find((fault) => fault.code === 'syntax')
  return first === undefined ? faults : [first]
}
