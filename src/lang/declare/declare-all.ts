import { quoted } from '../fault-list.js'
import type { FactDeclaration, RecordDeclaration } from '../pack.js'
import type { LoadContext } from '../shape/context.js'
import type { RawPack } from '../shape/pack-schema.js'
import { entriesOf } from '../shape/places.js'
import { checkColumnNames } from './check-columns.js'
import { checkNames } from './check-names.js'
import { checkAges, checkRecord } from './check-record.js'
import type { Cite } from './citation.js'
import type { Declarations } from './declarations.js'
import { declareDerived, declareFact } from './fact.js'
import { declareParameter } from './parameter.js'
import { knownUnits } from './units.js'

const MEMBER = 'member'

/** Declares parameters, facts and derived values; every fault in them is reported. */
export function declareAll(context: LoadContext, raw: RawPack, cite: Cite): Declarations {
  const units = knownUnits(context, raw)
  const group = recordGroup(context, raw)
  const declarations: Declarations = {
    record: recordOf(raw),
    group,
    facts: declareGroup(context, raw, group, units),
    memberFacts:
      Object.hasOwn(raw.facts, MEMBER) && group !== MEMBER ? declareGroup(context, raw, MEMBER, units) : null,
    derived: new Map(
      entriesOf(context.places, ['derived'], raw.derived).map(([name, each]) => [
        name,
        declareDerived(context, ['derived', name], name, each, units),
      ]),
    ),
    parameters: new Map(
      entriesOf(context.places, ['parameters'], raw.parameters).map(([name, each]) => [
        name,
        declareParameter(context, name, each, cite, units),
      ]),
    ),
  }
  checkNames(context, declarations)
  checkColumnNames(context, raw, declarations)
  checkRecord(context, declarations)
  checkAges(context, declarations)
  return declarations
}

function declareGroup(
  context: LoadContext,
  raw: RawPack,
  group: string,
  units: ReadonlySet<string>,
): Map<string, FactDeclaration> {
  const facts = Object.hasOwn(raw.facts, group) ? raw.facts[group] : undefined
  const path = ['facts', group]
  return new Map(
    entriesOf(context.places, path, facts).map(([name, each]) => [
      name,
      declareFact(context, [...path, name], name, each, units),
    ]),
  )
}

/** The group of the record's facts. Other groups than it and the members' are reported; a single one under a wrong name is used all the same. */
function recordGroup(context: LoadContext, raw: RawPack): string {
  const { name } = raw.record
  if (name === MEMBER) {
    const help = 'give what is judged another name'
    context.fault(
      'shape',
      context.places.value(['record', 'name']),
      `\`${MEMBER}\` names the rows of a roster`,
      { help },
    )
  }
  const groups = context.places.names(['facts'])
  const others = groups.filter((group) => group !== name && group !== MEMBER)
  const [stray] = others
  const help = `the groups are \`${name}\` (the record) and \`${MEMBER}\` (a row of its roster)`
  for (const group of name === MEMBER ? [] : others)
    context.fault('shape', context.places.key(['facts', group]), `${quoted(group)} is not a group of facts`, {
      help,
    })
  if (name !== MEMBER && groups.includes(name)) return name
  if (stray === undefined)
    context.fault('shape', context.places.key(['facts']), `\`facts\` has no group \`${name}\``, { help })
  return stray ?? name
}

const recordOf = ({ record }: RawPack): RecordDeclaration => ({
  name: record.name,
  plural: record.plural ?? `${record.name}s`,
  id: record.id,
  date: record.date ?? null,
  size: record.size ?? null,
  places: record.places ?? [],
})
