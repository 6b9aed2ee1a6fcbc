import { ROOM, ROW } from './csv-bytes.js'

/** Room for texts that rows share. */
const SHARED = 1 << 19

/** How many bytes are wanted for the rows of a text of about `text` bytes; where rows take more, they are put aside. */
export const outputRoom = (text: number): number => SHARED + 2 * text + (1 << 14)

/** Where things are in that room: the description of a row, its outputs and their places, the end of a row, shared texts, and rows. */
export interface RoomPlan {
  /** How many outputs a row has. */
  readonly outputs: number
  readonly row: number
  readonly numbers: number
  readonly places: number
  readonly ending: number
  readonly endingLength: number
  readonly shared: number
  readonly rows: number
  readonly end: number
}

/** @param at is the address of the room. */
export function planRoom(at: number, room: number, outputs: number, endingLength: number): RoomPlan {
  const numbers = at + ROW.size
  const places = numbers + 16 * outputs
  const ending = (places + 4 * outputs + 15) & ~15
  return {
    outputs,
    row: at,
    numbers,
    places,
    ending,
    endingLength,
    shared: (ending + endingLength + ROOM + 15) & ~15,
    rows: at + SHARED,
    end: at + room - ROOM,
  }
}

/** Writes what is the same in all rows into the description of a row at an address, whose outputs stand at another one. */
export function describeRow(
  { buffer }: WebAssembly.Memory,
  plan: RoomPlan,
  row: number,
  outputs: number,
): void {
  const words = new Int32Array(buffer, row, ROW.size / 4)
  setPart(words, ROW.behindOutputs, plan.ending, plan.endingLength)
  words[ROW.outputs >> 2] = outputs
  words[ROW.places >> 2] = plan.places
  words[ROW.placesEnd >> 2] = plan.places + 4 * plan.outputs
}

/** Sets the address and length of a part in the description of a row. */
export function setPart(words: Int32Array, part: number, address: number, length: number): void {
  words[part >> 2] = address
  words[(part >> 2) + 1] = length
}
