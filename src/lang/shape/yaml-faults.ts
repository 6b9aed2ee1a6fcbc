import type { Diagnostic } from '../../base/diagnostic.js'

/** The faults of a file that is no YAML: of malformed places the first, because those below are mostly its echo. */
export function yamlFaults(faults: readonly Diagnostic[]): readonly Diagnostic[] {
  const first = faults.find((fault) => fault.code === 'syntax')
  return first === undefined ? faults : [first]
}
