import type { PlainSentence } from '../../../base/say/say.js'
import type { Delimiter } from '../../files/data-file.js'

/** What the exports of a survey tool look like. Headers are as `plainHeader` makes them, unless said otherwise. */
export interface SurveyTool {
  /** Its name in a sentence. */
  readonly title: string
  /** Headers by which it is known. */
  readonly headers: readonly KnownHeaders[]
  /** What else in a table speaks for it. */
  readonly signs?: readonly TableSign[]
  /** The same in several tables seen together; `null` where nothing speaks for it. */
  readonly signOfTables?: (tables: readonly ShownTable[]) => SeenSign | null
  /** Columns that tell the rows of a table apart. */
  readonly keys?: readonly RankedColumn[]
  /** How rows of one table point at rows of another. */
  readonly joins?: readonly KnownJoin[]
  /** The same by row numbers, for tables that nothing else joins. */
  readonly placeJoin?: PlaceJoin
  /** Columns that speak for the tool if all their cells lead to rows of another table. */
  readonly links?: readonly string[]
  /** Columns that tell the persons of a record apart. Rank 1 goes before the words that any survey may use, rank 2 after them. */
  readonly persons?: readonly RankedColumn[]
  /** The same, by the form of the header; looked for last. */
  readonly rosterIds?: RegExp
  /** The column that says to which form a row belongs, if one table holds the rows of several forms. It is empty in the row of a record. */
  readonly instrument?: string
  /** Columns in which it writes the day of the interview. */
  readonly days?: readonly string[]
  /** Columns that the tool fills in even where nobody answered, by their headers as they are written. */
  readonly system?: RegExp
  /** Columns that say what became of an interview, as they are written, and their cells for one that is not to be used. */
  readonly unusable?: readonly { readonly header: string; readonly cells: readonly string[] }[]
  /** The preset that reads its exports. */
  readonly preset?: string
  /** What it writes into a cell that has no answer. */
  readonly blanks?: readonly string[]
}

/** How much something speaks for a tool: 4 is enough alone, 1 is common in other tables too. */
export type Weight = 1 | 2 | 3 | 4

export interface KnownHeaders {
  readonly weight: Weight
  readonly names: readonly string[]
}

export interface SeenSign {
  readonly weight: Weight
  /** What was seen, for a person. */
  readonly words: string
}

export interface TableSign {
  readonly weight: Weight
  /** What is seen, for a person. */
  readonly words: PlainSentence
  readonly isIn: (table: ShownTable) => boolean
}

/** A column, and when it is looked for among those of all tools: 1 comes first. */
export interface RankedColumn {
  readonly header: string
  readonly rank: 1 | 2 | 3 | 4
}

/** A column of a child table that holds values of a column of its parent table; rank 1 is tried first. */
export interface KnownJoin {
  readonly child: string
  readonly parent: string
  readonly rank: 1 | 2 | 3
}

/** The same with row numbers. Each table counts its own rows. */
export interface PlaceJoin {
  readonly child: string
  readonly parent: string
  /** The column of the child that names the table of the parent. */
  readonly table: string
}

/** What a table shows before anybody asks what it means. */
export interface ShownTable {
  /** As they are written, in their order. */
  readonly headers: readonly string[]
  /** Each header as `plainHeader` makes it, with the header as it is written. */
  readonly names: ReadonlyMap<string, string>
  /** The name of its file. */
  readonly file: string
  readonly delimiter: Delimiter | null
  /** Words for no answer that are in its cells. */
  readonly words: ReadonlySet<string>
  /** What stands between question and choice in the headers of its select-multiples. */
  readonly separators: ReadonlySet<string>
}
