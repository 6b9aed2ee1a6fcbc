import { gapNumber } from '../../compile/slots.js'
import { block, breakTo, type Code, i32, int, when } from '../../compile/wasm/instructions.js'
import { functionIn, type WasmFunction } from '../../compile/wasm/module.js'
import { $, DONE, FILL_LOCALS, FILL_PARAMETERS, put, type Text, textIn } from './fill-code.js'
import { type FilledColumn, reading } from './fill-reading.js'

/** What the code for a group of columns is made for. */
export interface Filling {
  readonly columns: readonly FilledColumn[]
  /** The addresses of the text, of the marks of blank cells, and of the table of numbers that stand for no answer. */
  readonly text: number
  readonly blanks: number
  readonly codes: number
  /** The place of the last cell of a row. */
  readonly lastCell: number
}

/** Finds where a cell starts and ends, without the quotes around it. */
function placeOf(index: number, before: number, lastCell: number, text: Text): Code[] {
  const endOf = (cell: number) => i32.load($('firstEnd'), 4 * cell)
  const start =
    index === 0 ? $('rowStart') : i32.add(before === index - 1 ? $('cellEnd') : endOf(index - 1), int(1))
  const isReturn = i32.eq(text.byte($('end'), -1), int(0x0d))
  return [
    put('start', start),
    put('cellEnd', endOf(index)),
    put('end', $('cellEnd')),
    ...(index === lastCell
      ? [when(i32.gtU($('end'), $('start')), put('end', i32.sub($('end'), isReturn)))]
      : []),
    when(
      i32.and(i32.gtU($('end'), $('start')), i32.eq(text.byte($('start')), int(0x22))),
      put('start', i32.add($('start'), int(1))),
      put('end', i32.sub($('end'), int(1))),
    ),
    put('length', i32.sub($('end'), $('start'))),
  ]
}

function fillCode({ columns, text: at, blanks, codes, lastCell }: Filling): WasmFunction {
  const text = textIn(at)
  const cells = columns.flatMap((filled, nth): Code[] => {
    const { gap, column } = filled
    const isBlank =
      gap === null
        ? []
        : [i32.store8(int(0), int(gapNumber('blank')), gap), put('blank', i32.or($('blank'), int(1 << nth)))]
    return [
      ...placeOf(column.index, columns[nth - 1]?.column.index ?? -1, lastCell, text),
      block(
        block(when(i32.eqz($('length')), ...isBlank, breakTo(DONE + 1)), ...reading(filled, text, codes)),
        put('missed', i32.or($('missed'), int(1 << nth))),
      ),
    ]
  })
  return {
    name: 'fill',
    parameters: FILL_PARAMETERS.length,
    locals: Object.values(FILL_LOCALS),
    hasResult: true,
    body: [...cells.flat(), ...i32.store(int(0), $('blank'), blanks), ...$('missed')],
  }
}

/**
 * Puts the plain cells of one row into slots. Gives a bit for each column of a group whose cell is not plain, and leaves a bit in memory for
 * each blank cell. Takes the address where the end of the row's first cell stands, and where the row starts in the text.
 */
export type FillCells = (firstEnd: number, rowStart: number) => number

/** Makes the function for a group of columns over a memory. */
export const createFillCells = (filling: Filling, memory: WebAssembly.Memory): FillCells =>
  functionIn(fillCode(filling), memory) as FillCells
