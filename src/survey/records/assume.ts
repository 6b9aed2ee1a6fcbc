import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { didYouMean } from '../../base/suggest.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import { type Fact, type Known, knownText } from '../../lang/record.js'
import { cellReader } from '../cells/cell.js'

/** What is assumed for facts whose column a file does not have: under `risk` or `members.in_school`, in pack order. */
export interface Assumptions {
  readonly values: ReadonlyMap<string, Known>
  /** The facts that the user stated. They are not doubted. */
  readonly stated: ReadonlySet<string>
}

/** What the pack assumes, unless a mapping says nothing is, and the user states. A statement that is not possible is a fault. */
export function readAssumptions(
  pack: Pack,
  stated: ReadonlyMap<string, string>,
  isAssuming = true,
): { assumptions: Assumptions } | { faults: Diagnostic[] } {
  const facts = assumable(pack)
  const faults: Diagnostic[] = []
  const said = new Map<string, Known>()
  for (const [name, text] of stated) {
    const declaration = facts.get(name)
    if (declaration === undefined) {
      const help = didYouMean(name, facts.keys()) ?? say('bad-assume.help', { pack: pack.id })
      faults.push(assumeFault(say('bad-assume', { name, value: text, pack: pack.id }), help))
      continue
    }
    const { fact, fault } = cellReader(declaration)(text)
    if (fact.kind === 'known') said.set(name, fact.value)
    else
      faults.push(
        assumeFault(
          say('bad-assume.value', { name, value: text, why: fault?.message ?? say('bad-assume.blank') }),
          fault?.help ?? say('bad-assume.help.value'),
        ),
      )
  }
  if (faults.length > 0) return { faults }
  const values = new Map<string, Known>()
  for (const [name, declaration] of facts) {
    const value = said.get(name) ?? (isAssuming ? declaration.assume : null)
    if (value !== null) values.set(name, value)
  }
  return { assumptions: { values, stated: new Set(said.keys()) } }
}

/** The fact of a file without its column. */
export function missingFact(name: string, assumptions: Assumptions): Fact {
  const value = assumptions.values.get(name)
  return value === undefined ? { kind: 'gap', reason: 'absent' } : { kind: 'known', value, assumed: true }
}

/** `risk=no` */
export const assumedText = (name: string, value: Known): string => `${name}=${knownText(value)}`

export const assumeFault = (message: string, help: string): Diagnostic => ({
  code: 'bad-assume',
  severity: 'error',
  message,
  help,
  at: null,
})

/** Every fact that a file may lack, member facts as `members.age`. */
function assumable(pack: Pack): ReadonlyMap<string, FactDeclaration> {
  const facts = new Map(columnsOf(pack))
  for (const [name, declaration] of pack.memberFacts ?? []) facts.set(memberPath(name), declaration)
  facts.delete(pack.record.id)
  return facts
}

export const memberPath = (name: string): string => `members.${name}`
