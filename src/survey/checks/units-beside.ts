import { advise } from '../../base/advice.js'
import type { Diagnostic, Severity } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { shortName } from '../../base/wording.js'
import { unitText } from '../../lang/expression/unit.js'
import { unitName } from '../../lang/labels.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { type OtherUnit, otherUnit } from '../columns/other-unit.js'
import type { BesideRows } from '../files/data-file.js'
import type { Column } from '../files/row.js'
import { unitsBeside } from '../signs/record/units-beside.js'

/** A column from whose cells a fact is read as they stand. */
export interface ReadColumn {
  readonly column: Column
  readonly fact: string
  readonly declaration: FactDeclaration
}

/** Columns whose numbers would be read in the unit of the fact, although a title or a row of units beside the table says another. */
export function otherUnitsBeside(
  file: string,
  beside: BesideRows | undefined,
  columns: readonly ReadColumn[],
  severityOf: (fact: string) => Severity,
): Diagnostic[] {
  if (beside === undefined) return []
  return columns.flatMap((each): Diagnostic[] => {
    const { column, fact, declaration } = each
    const said = unitsBeside(beside, column.index)
    const other = otherUnit(column.header, declaration.unit, said.words)
    if (declaration.unit === null || other === null) return []
    const own = unitName(unitText(declaration.unit))
    return [
      {
        code: 'other-unit',
        severity: severityOf(fact),
        message: say(said.where === 'title' ? 'other-unit.title' : 'other-unit.row', {
          column: shortName(column.header),
          fact,
          own,
          other: other.words,
        }),
        ...adviceOn(each, own, other),
        at: { file, line: said.line, field: column.header },
      },
    ]
  })
}

function adviceOn(
  { column, fact }: ReadColumn,
  own: string,
  { words, factor }: OtherUnit,
): Pick<Diagnostic, 'help' | 'fix'> {
  const name = JSON.stringify(shortName(column.header))
  const plain = `\`${fact}: ${name}\``
  if (factor === null)
    return {
      help: say('other-unit.help.beside-unknown', { own, other: words, fact, line: plain }),
    }
  return advise(
    { mapping: `${fact}: { value: amount * ${factor}, columns: { amount: ${name} } }` },
    (quoted) => say('other-unit.help.beside', { line: quoted, own, plain }),
  )
}
