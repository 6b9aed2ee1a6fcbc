import type { Tree } from '../../base/tree/tree.js'
import type { FactDeclaration } from '../../lang/pack.js'
import type { Columns } from '../columns/columns.js'
import { type Column, type RecordRow, scalarText, textAt } from '../files/row.js'
import { type CollectedDoubts, isWatched } from './column-doubts.js'

/** Notes the cells of facts whose columns can be doubtful. */
export interface WatchedFacts {
  /** The cells of one row of a table. All its headers must be known. */
  noteCells(row: RecordRow, columns: Columns): void
  /** One value of the fact that its key means. */
  noteValue(fact: string | null, value: Tree, line: number): void
}

/** `prefix` comes before the names of facts in the paths of doubts: `members.`. */
export function watchFacts(
  declarations: ReadonlyMap<string, FactDeclaration>,
  prefix: string,
  doubts: CollectedDoubts,
): WatchedFacts {
  const watched = new Map([...declarations].filter(([, declaration]) => isWatched(declaration)))
  let found: readonly (readonly [FactDeclaration, Column])[] | null = null

  const findColumns = ({ used }: Columns) =>
    [...watched.values()].flatMap((declaration) => {
      const column = used.get(declaration.name)?.[0]
      return column === undefined ? [] : [[declaration, column] as const]
    })

  return {
    noteCells({ content, line }, columns) {
      found ??= findColumns(columns)
      for (const [declaration, column] of found) {
        doubts.note(prefix + declaration.name, declaration, textAt(content, column), line)
      }
    },
    noteValue(fact, value, line) {
      const declaration = fact === null ? undefined : watched.get(fact)
      if (declaration !== undefined) {
        doubts.note(prefix + declaration.name, declaration, scalarText(value), line)
      }
    },
  }
}
