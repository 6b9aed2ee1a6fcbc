/** Pieces of a WebAssembly module in its binary form, by the names that the specification gives the instructions. */
export type Code = readonly number[]

/** An unsigned number as LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest & 0x7f
    rest >>>= 7
    bytes.push(rest === 0 ? low : low | 0x80)
  } while (rest !== 0)
  return bytes
}

/** A signed number as LEB128. */
function signed(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value; ; ) {
    const low = rest & 0x7f
    rest >>= 7
    const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)
    bytes.push(isLast ? low : low | 0x80)
    if (isLast) return bytes
  }
}

const operation =
  (...code: readonly number[]) =>
  (...operands: readonly Code[]): Code => [...operands.flat(), ...code]

const simd = (code: number) => operation(0xfd, ...unsigned(code))

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  add: operation(0x6a),
  shl: operation(0x74),
  ltU: operation(0x49),
  geU: operation(0x4f),
  wrap: operation(0xa7),
  /** Stores at an address plus an offset, both of which are multiples of 4. */
  store: (address: Code, value: Code, offset = 0): Code => [
    ...address,
    ...value,
    0x36,
    2,
    ...unsigned(offset),
  ],
}

export const i64 = {
  const: (value: number): Code => [0x42, ...signed(value)],
  eqz: operation(0x50),
  ctz: operation(0x7a),
  popcnt: operation(0x7b),
  add: operation(0x7c),
  sub: operation(0x7d),
  and: operation(0x83),
  or: operation(0x84),
  xor: operation(0x85),
  shl: operation(0x86),
  shrS: operation(0x87),
  shrU: operation(0x88),
  extendU: operation(0xad),
}

export const i8x16 = {
  splat: simd(0x0f),
  eq: simd(0x23),
  bitmask: simd(0x64),
}

/** Sixteen bytes from an address plus an offset. */
export const v128Load = (address: Code, offset: number): Code => [
  ...address,
  0xfd,
  0x00,
  0,
  ...unsigned(offset),
]

export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)]
export const block = (...body: readonly Code[]): Code => [0x02, 0x40, ...body.flat(), 0x0b]
export const loop = (...body: readonly Code[]): Code => [0x03, 0x40, ...body.flat(), 0x0b]
export const breakTo = (depth: number): Code => [0x0c, ...unsigned(depth)]
export const breakIf = (depth: number, condition: Code): Code => [...condition, 0x0d, ...unsigned(depth)]
export const either = (condition: Code, yes: readonly Code[], no: readonly Code[]): Code => [
  ...condition,
  0x04,
  0x40,
  ...yes.flat(),
  0x05,
  ...no.flat(),
  0x0b,
]

export const TYPES = { i32: 0x7f, i64: 0x7e, v128: 0x7b } as const

export interface WasmFunction {
  readonly name: string
  /** All of them 32-bit integers. */
  readonly parameters: number
  /** The types of the locals behind the parameters. */
  readonly locals: ReadonlyArray<keyof typeof TYPES>
  readonly body: Code
}

const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()]
const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content]
const name = (text: string): Code => vector([...Buffer.from(text)].map((byte) => [byte]))

/** A module of one function without results, over a memory that it imports as `host.memory`. */
export function moduleOf({ name: exported, parameters, locals, body }: WasmFunction): WebAssembly.Module {
  const type = [0x60, ...vector(Array(parameters).fill([TYPES.i32])), 0]
  const memory = [...name('host'), ...name('memory'), 0x02, 0x00, ...unsigned(1)]
  const code = [...vector(locals.map((each) => [1, TYPES[each]])), ...body, 0x0b]
  return new WebAssembly.Module(
    Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...section(1, vector([type])),
      ...section(2, vector([memory])),
      ...section(3, vector([[0]])),
      ...section(7, vector([[...name(exported), 0x00, 0]])),
      ...section(10, vector([[...unsigned(code.length), ...code]])),
    ]),
  )
}
