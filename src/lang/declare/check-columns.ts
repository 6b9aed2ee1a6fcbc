import { quoted } from '../fault-list.js'
import type { FactDeclaration } from '../pack.js'
import type { LoadContext } from '../shape/context.js'
import type { RawPack } from '../shape/pack-schema.js'
import type { Path } from '../shape/places.js'
import type { Declarations } from './declarations.js'

/** A fact or derived value that a file may bring as a column, with its path. */
type Column = readonly [Path, FactDeclaration]

/** Reports labels and aliases under which a column could mean two facts. The reader of a file could only refuse such a column. */
export function checkColumnNames(context: LoadContext, raw: RawPack, declarations: Declarations): void {
  const { group, facts, memberFacts, derived } = declarations
  const given = [...derived].filter(([name]) => raw.derived?.[name]?.sources.includes('given'))
  const ofRecord = [...facts].map(([name, fact]): Column => [['facts', group, name], fact])
  checkGroup(context, [...ofRecord, ...given.map(([name, each]): Column => [['derived', name], each])])
  checkGroup(
    context,
    [...(memberFacts ?? [])].map(([name, fact]) => [['facts', 'member', name], fact]),
  )
}

function checkGroup(context: LoadContext, columns: readonly Column[]): void {
  const meant = new Map<string, string>()
  for (const [, { name }] of columns) meant.set(fold(name), name)
  for (const [path, { name, labels, aliases }] of columns) {
    const spellings: [Path, string][] = [
      ...Object.entries(labels).map(([language, label]): [Path, string] => [
        [...path, 'labels', language],
        label,
      ]),
      ...aliases.map((alias, index): [Path, string] => [[...path, 'aliases', index], alias]),
    ]
    for (const [at, spelling] of spellings) {
      const before = meant.get(fold(spelling))
      if (before === undefined) meant.set(fold(spelling), name)
      else if (before !== name)
        context.fault(
          'duplicate-name',
          context.places.value(at),
          `${quoted(spelling)} is also a name of ${quoted(before)}`,
          {
            why: 'a column with this header could be either',
            help: 'give one of the two another label or alias',
          },
        )
    }
  }
}

/** The form in which headers are compared: NFKC, lower-case, spaces as underscores. */
const fold = (name: string): string => name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '_')
