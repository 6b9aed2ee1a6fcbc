import { declareFact } from '../../lang/declare/fact.js'
import { BASE_UNITS } from '../../lang/expression/unit.js'
import { quoted } from '../../lang/fault-list.js'
import type { FactDeclaration, Pack } from '../../lang/pack.js'
import { RESERVED } from '../../lang/parse/keywords.js'
import type { Names } from '../../lang/resolve/names.js'
import { typeOfFact, typeOfUnit } from '../../lang/resolve/type.js'
import type { LoadContext } from '../../lang/shape/context.js'
import { entriesOf } from '../../lang/shape/places.js'
import type { RawProgramme } from './schema.js'

/** The facts that a programme reads beside those of its pack; names and columns that the pack has already are reported. */
export function declareOwnFacts(
  context: LoadContext,
  pack: Pack,
  raw: RawProgramme,
): ReadonlyMap<string, FactDeclaration> {
  const group = pack.record.name
  for (const other of context.places.names(['facts']))
    if (other !== group)
      context.fault(
        'shape',
        context.places.key(['facts', other]),
        `${quoted(other)} is not a group of facts here`,
        {
          help: `a programme adds facts to \`${group}\``,
        },
      )
  const units = unitsOf(pack)
  const declared = new Map(
    entriesOf(context.places, ['facts', group], raw.facts?.[group]).map(([name, each]) => [
      name,
      declareFact(context, ['facts', group, name], name, each, units),
    ]),
  )
  checkNames(context, pack, declared)
  return declared
}

/** Reports names and columns that mean something already. */
function checkNames(context: LoadContext, pack: Pack, declared: ReadonlyMap<string, FactDeclaration>): void {
  const names = namesOf(pack)
  const columns = columnsOf(pack)
  for (const [name, fact] of declared) {
    const at = context.places.key(['facts', pack.record.name, name])
    if (names.has(name) || RESERVED.has(name))
      context.fault('duplicate-name', at, `${quoted(name)} already means something in the pack`, {
        help: 'give the fact another name',
      })
    for (const column of [name, ...Object.values(fact.labels), ...fact.aliases]) {
      const owner = columns.get(column) ?? name
      if (owner !== name)
        context.fault('duplicate-name', at, `the column ${quoted(column)} is read as \`${owner}\` already`, {
          help: 'take it away here, or give the fact other columns',
        })
      columns.set(column, owner)
    }
  }
}

const namesOf = (pack: Pack): ReadonlySet<string> =>
  new Set([
    ...pack.facts.keys(),
    ...(pack.memberFacts?.keys() ?? []),
    ...pack.derived.keys(),
    ...pack.parameters.keys(),
  ])

function columnsOf(pack: Pack): Map<string, string> {
  const read = [...pack.facts.values(), ...[...pack.derived.values()].map(({ declaration }) => declaration)]
  return new Map(
    read.flatMap(({ name, labels, aliases }) =>
      [name, ...Object.values(labels), ...aliases].map((column): [string, string] => [column, name]),
    ),
  )
}

/** The built-in base units, and those that the pack uses. */
function unitsOf(pack: Pack): ReadonlySet<string> {
  const declarations = [
    ...pack.facts.values(),
    ...(pack.memberFacts?.values() ?? []),
    ...[...pack.derived.values()].map(({ declaration }) => declaration),
    ...pack.parameters.values(),
  ]
  return new Set([...BASE_UNITS, ...declarations.flatMap(({ unit }) => [...(unit?.keys() ?? [])])])
}

/** All that an expression of the programme may name. */
export function namesFor(pack: Pack, own: ReadonlyMap<string, FactDeclaration>): Names {
  const path = (name: string) => ['facts', pack.record.name, name]
  const record: Names['record'] = new Map()
  for (const [name, fact] of [...pack.facts, ...own])
    record.set(name, { reference: { kind: 'fact', name }, type: typeOfFact(fact), path: path(name) })
  for (const [name, { declaration }] of pack.derived)
    record.set(name, {
      reference: { kind: 'derived', name },
      type: typeOfFact(declaration),
      path: path(name),
    })
  for (const [name, { unit }] of pack.parameters)
    record.set(name, { reference: { kind: 'parameter', name }, type: typeOfUnit(unit), path: path(name) })
  const members =
    pack.memberFacts &&
    new Map(
      [...pack.memberFacts].map(([name, fact]) => [
        name,
        { type: typeOfFact(fact), path: ['facts', 'member', name] },
      ]),
    )
  return { record, members }
}
