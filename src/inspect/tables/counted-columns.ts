import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import { pathFactsOf } from '../../survey/columns/columns.js'
import type { CountedColumn } from '../../survey/records/format-words.js'
import { repeatsIn } from '../../survey/signs/person/wide-members.js'
import { hintsOf } from '../columns/hints.js'

/** The columns of a table that an assessment would read, by the names of facts, each with the unit of its fact. */
export function countedColumns(headers: readonly string[], pack: Pack): CountedColumn[] {
  const repeats = repeatsIn(headers, pack.memberFacts)
  const inRepeat = new Map(repeats.flatMap(({ pattern, columns }) => columns.map((at) => [at, pattern])))
  const own = headers.map((header, at) => (inRepeat.has(at) ? '' : header))
  const ofMembers = repeats.map(({ stem }) => stem)
  const column = (index: number, { unit }: FactDeclaration): CountedColumn => ({
    header: headers[index] ?? '',
    index,
    unit,
  })
  return [
    ...named(headers, columnsOf(pack), pathFactsOf(pack)).map(([at, fact]) => column(at, fact)),
    ...named(own, pack.memberFacts ?? new Map(), null).map(([at, fact]) => column(at, fact)),
    ...named(ofMembers, pack.memberFacts ?? new Map(), null).flatMap(([at, fact]) =>
      (repeats[at]?.columns ?? []).map((each) => column(each, fact)),
    ),
  ]
}

/** The positions of headers that name facts, with the facts. */
const named = (
  headers: readonly string[],
  declarations: ReadonlyMap<string, FactDeclaration>,
  paths: ReturnType<typeof pathFactsOf> | null,
): [number, FactDeclaration][] =>
  hintsOf(headers, declarations, null, paths).flatMap((hints, at) => {
    const declaration = declarations.get(hints.find(({ isName }) => isName)?.fact ?? '')
    return declaration === undefined ? [] : [[at, declaration]]
  })
