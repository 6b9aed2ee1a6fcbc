import type { FactDeclaration } from '../../lang/pack.js'
import { saysUnit } from '../cells/unit-words.js'
import { clean } from '../files/row.js'
import {
  foldForR,
  foldName,
  foldPath,
  isFromR,
  lastSegment,
  plainQuestion,
  withoutBrackets,
} from './column-names.js'
import { otherUnit } from './other-unit.js'

/** The rules by which a header is the name of something, strongest first. */
export const STRENGTHS = [
  'name',
  'path',
  'rewritten-by-r',
  'unit-in-brackets',
  'question',
  'last-segment',
] as const

/** The facts that a header may mean, all by the same rule. */
export interface Meaning {
  readonly strength: (typeof STRENGTHS)[number]
  readonly facts: readonly string[]
}

type Declarations = ReadonlyMap<string, FactDeclaration>
type Index = ReadonlyMap<string, readonly string[]>

/** What a header means: the facts whose name, label or alias it is by the strongest rule; `null` if there is none. */
export function meaningOf(header: string, declarations: Declarations): Meaning | null {
  const indexes = indexOf(declarations)
  const { names, paths } = indexes
  const folded = foldName(header)
  return (
    meaning('name', names.get(folded)) ??
    meaning('path', paths.get(foldPath(folded))) ??
    meaning(
      'rewritten-by-r',
      isFromR(clean(header)) ? indexes.rewritten().get(foldForR(header)) : undefined,
    ) ??
    meaning('unit-in-brackets', factsOfUnit(header, names, declarations)) ??
    meaning('question', factsOfQuestion(header, names, declarations)) ??
    meaning('last-segment', factsOfPath(header, names.get(lastSegment(folded)?.name ?? ''), declarations))
  )
}

const meaning = (strength: Meaning['strength'], facts: readonly string[] | undefined): Meaning | null =>
  facts === undefined || facts.length === 0 ? null : { strength, facts }

function factsOfQuestion(header: string, names: Index, declarations: Declarations) {
  const name = plainQuestion(header)
  return name === null ? undefined : (names.get(foldName(name)) ?? factsOfUnit(name, names, declarations))
}

function factsOfUnit(
  header: string,
  names: Index,
  declarations: Declarations,
): readonly string[] | undefined {
  const parts = withoutBrackets(header)
  if (parts === null) return undefined
  return names.get(foldName(parts.name))?.filter((fact) => {
    const unit = declarations.get(fact)?.unit ?? null
    return unit !== null && saysUnit(parts.inside, unit)
  })
}

/** A group such as `收入（万元）` says the unit of the columns below it. */
const factsOfPath = (header: string, facts: readonly string[] | undefined, declarations: Declarations) =>
  facts?.filter((fact) => otherUnit(header, declarations.get(fact)?.unit ?? null) === null)

interface Indexes {
  /** By folded name. */
  readonly names: Index
  /** By folded path, of names that are paths. */
  readonly paths: Index
  /** By what R makes of a name. Made when it is first asked for, because its patterns take long to compile. */
  rewritten(): Index
}

const indexes = new WeakMap<Declarations, Indexes>()

function indexOf(declarations: Declarations): Indexes {
  const known = indexes.get(declarations)
  if (known !== undefined) return known
  const pathOf = (name: string) => {
    const folded = foldName(name)
    const path = foldPath(folded)
    return path.includes('/') ? path : null
  }
  let rewritten: Index | null = null
  const found = {
    names: indexNames(declarations, foldName),
    paths: indexNames(declarations, pathOf),
    rewritten() {
      rewritten ??= indexNames(declarations, foldForR)
      return rewritten
    },
  }
  indexes.set(declarations, found)
  return found
}

/** Every folded name, label and alias with the facts it can mean; a fact's own name means that fact alone. */
function indexNames(declarations: Declarations, fold: (name: string) => string | null): Index {
  const index = new Map<string, string[]>()
  for (const [name, declaration] of declarations) {
    for (const other of namesOf(declaration)) {
      const folded = fold(other)
      const facts = folded === null ? [] : (index.get(folded) ?? [])
      if (folded !== null && !facts.includes(name)) index.set(folded, [...facts, name])
    }
  }
  for (const name of declarations.keys()) {
    const folded = fold(name)
    if (folded !== null) index.set(folded, [name])
  }
  return index
}

/** The names by which the column of a fact is recognised. */
export const namesOf = (declaration: FactDeclaration): string[] => [
  declaration.name,
  ...Object.values(declaration.labels),
  ...declaration.aliases,
]
