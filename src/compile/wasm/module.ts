import { type Code, TYPES, unsigned } from './instructions.js'

/** The parameters of a function, all 32-bit integers, and if it gives a 32-bit integer. */
export interface Signature {
  readonly parameters: number
  readonly hasResult: boolean
}

export interface WasmFunction extends Signature {
  readonly name: string
  /** The types of the locals after the parameters. */
  readonly locals: ReadonlyArray<keyof typeof TYPES>
  /** Leaves a 32-bit integer if there is a result. */
  readonly body: Code
  /** The functions that it calls; a call names its place in this list. */
  readonly calls?: readonly Signature[]
  /** The signature of the functions in the table that it calls. */
  readonly callsFromTable?: Signature
}

const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()]
const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content]
const name = (text: string): Code => vector([...Buffer.from(text)].map((byte) => [byte]))

const typeOf = ({ parameters, hasResult }: Signature): Code => [
  0x60,
  ...vector(Array(parameters).fill([TYPES.i32])),
  ...vector(hasResult ? [[TYPES.i32]] : []),
]

/** A module of one function over a memory that it imports as `host.memory`, with the functions and the table that it calls. */
function moduleOf(definition: WasmFunction): WebAssembly.Module {
  const { name: exported, locals, body, calls = [], callsFromTable } = definition
  const types = [definition, ...calls, ...(callsFromTable === undefined ? [] : [callsFromTable])]
  const host = (item: string) => [...name('host'), ...name(item)]
  const imports = [
    [...host('memory'), 0x02, 0x00, ...unsigned(1)],
    ...calls.map((_, index) => [...host(String(index)), 0x00, ...unsigned(index + 1)]),
    ...(callsFromTable === undefined ? [] : [[...host('table'), 0x01, 0x70, 0x00, ...unsigned(0)]]),
  ]
  const code = [...vector(locals.map((each) => [1, TYPES[each]])), ...body, 0x0b]
  return new WebAssembly.Module(
    Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...section(1, vector(types.map(typeOf))),
      ...section(2, vector(imports)),
      ...section(3, vector([[0]])),
      ...section(7, vector([[...name(exported), 0x00, ...unsigned(calls.length)]])),
      ...section(10, vector([[...unsigned(code.length), ...code]])),
    ]),
  )
}

/** Makes the function of a module over a memory, with the functions that it calls, in their order, and its table. */
export function functionIn(
  definition: WasmFunction,
  memory: WebAssembly.Memory,
  calls: readonly unknown[] = [],
  table?: WebAssembly.Table,
): unknown {
  const host = { memory, ...Object.fromEntries(calls.entries()), ...(table && { table }) }
  return new WebAssembly.Instance(moduleOf(definition), { host }).exports[definition.name]
}
