/** A piece of a WebAssembly module in binary form. The names below are those of the specification. */
export type Code = readonly number[]

/** An unsigned number as LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest & 0x7f
    rest >>>= 7
    bytes.push(rest === 0 ? low : low | 0x80)
  } while (rest !== 0)
  return bytes
}

/** A signed number of at most 64 bits as LEB128. */
function signed(value: number | bigint): number[] {
  const bytes: number[] = []
  for (let rest = BigInt(value); ; ) {
    const low = Number(rest & 0x7fn)
    rest >>= 7n
    const isLast = (rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0)
    bytes.push(isLast ? low : low | 0x80)
    if (isLast) return bytes
  }
}

const operation =
  (...code: readonly number[]) =>
  (...operands: readonly Code[]): Code => [...operands.flat(), ...code]

const simd = (code: number) => operation(0xfd, ...unsigned(code))

/** Reads from, or writes to, an address plus an offset. The address need not be aligned. */
const load =
  (code: number) =>
  (address: Code, offset = 0): Code => [...address, code, 0, ...unsigned(offset)]
const store =
  (code: number) =>
  (address: Code, value: Code, offset = 0): Code => [...address, ...value, code, 0, ...unsigned(offset)]

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  eqz: operation(0x45),
  eq: operation(0x46),
  ne: operation(0x47),
  ltS: operation(0x48),
  ltU: operation(0x49),
  gtS: operation(0x4a),
  gtU: operation(0x4b),
  leS: operation(0x4c),
  geS: operation(0x4e),
  geU: operation(0x4f),
  ctz: operation(0x68),
  popcnt: operation(0x69),
  add: operation(0x6a),
  sub: operation(0x6b),
  mul: operation(0x6c),
  divU: operation(0x6e),
  and: operation(0x71),
  or: operation(0x72),
  xor: operation(0x73),
  shl: operation(0x74),
  shrS: operation(0x75),
  shrU: operation(0x76),
  rotl: operation(0x77),
  wrap: operation(0xa7),
  /** The nearest integer if the number is too large; 0 for NaN. */
  fromF64: operation(0xfc, 0x02),
  load: load(0x28),
  load8: load(0x2d),
  store: store(0x36),
  store8: store(0x3a),
}

/** A number in the code. */
export const int = i32.const

/** Adds one to the number at an address. */
export const added = (address: number): Code =>
  i32.store(int(0), i32.add(i32.load(int(0), address), int(1)), address)

export const i64 = {
  const: (value: number | bigint): Code => [0x42, ...signed(value)],
  eqz: operation(0x50),
  eq: operation(0x51),
  ne: operation(0x52),
  ltU: operation(0x54),
  ctz: operation(0x7a),
  popcnt: operation(0x7b),
  add: operation(0x7c),
  sub: operation(0x7d),
  mul: operation(0x7e),
  divU: operation(0x80),
  and: operation(0x83),
  or: operation(0x84),
  xor: operation(0x85),
  shl: operation(0x86),
  shrS: operation(0x87),
  shrU: operation(0x88),
  extendU: operation(0xad),
  load: load(0x29),
}

export const f64 = {
  const: (value: number): Code => [0x44, ...new Uint8Array(Float64Array.of(value).buffer)],
  eq: operation(0x61),
  ne: operation(0x62),
  lt: operation(0x63),
  gt: operation(0x64),
  le: operation(0x65),
  ge: operation(0x66),
  abs: operation(0x99),
  neg: operation(0x9a),
  floor: operation(0x9c),
  add: operation(0xa0),
  sub: operation(0xa1),
  mul: operation(0xa2),
  div: operation(0xa3),
  min: operation(0xa4),
  max: operation(0xa5),
  toI64: operation(0xb1),
  fromI32: operation(0xb7),
  fromI64: operation(0xb9),
  load: load(0x2b),
  store: store(0x39),
}

export const v128 = {
  load: (address: Code, offset = 0): Code => [...address, 0xfd, 0x00, 0, ...unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [
    ...address,
    ...value,
    0xfd,
    0x0b,
    0,
    ...unsigned(offset),
  ],
}

export const i8x16 = {
  splat: simd(0x0f),
  eq: simd(0x23),
  bitmask: simd(0x64),
}

/** Parameters and locals by their numbers. */
export const local = {
  get: (number: number): Code => [0x20, ...unsigned(number)],
  set: (number: number, value: Code): Code => [...value, 0x21, ...unsigned(number)],
}
/** One of two values; both are worked out. */
export const select = (yes: Code, no: Code, condition: Code): Code => [...yes, ...no, ...condition, 0x1b]
/** Ends the function, always or if a condition holds. */
export const give = (value: Code): Code => [...value, 0x0f]
export const exitIf = (condition: Code, value: Code): Code => when(condition, give(value))
export const block = (...body: readonly Code[]): Code => [0x02, 0x40, ...body.flat(), 0x0b]
export const loop = (...body: readonly Code[]): Code => [0x03, 0x40, ...body.flat(), 0x0b]
export const breakTo = (depth: number): Code => [0x0c, ...unsigned(depth)]
export const breakIf = (depth: number, condition: Code): Code => [...condition, 0x0d, ...unsigned(depth)]
export const when = (condition: Code, ...body: readonly Code[]): Code => [
  ...condition,
  0x04,
  0x40,
  ...body.flat(),
  0x0b,
]
export const either = (condition: Code, yes: readonly Code[], no: readonly Code[]): Code => [
  ...condition,
  0x04,
  0x40,
  ...yes.flat(),
  0x05,
  ...no.flat(),
  0x0b,
]

export const TYPES = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b } as const

/** Calls one of the functions that a function declares. */
export const call = (number: number, ...operands: readonly Code[]): Code => [
  ...operands.flat(),
  0x10,
  ...unsigned(number),
]

/** Calls the function at a place of the table; `calls` are those that the caller declares. */
export const callFromTable = (calls: readonly unknown[], place: Code, ...operands: readonly Code[]): Code => [
  ...operands.flat(),
  ...place,
  0x11,
  ...unsigned(calls.length + 1),
  0x00,
]

/** Names for parameters and locals: `$` reads one, `put` writes it. */
export function namesFor<Name extends string>(names: readonly Name[]) {
  return {
    $: (name: Name): Code => local.get(names.indexOf(name)),
    put: (name: Name, value: Code): Code => local.set(names.indexOf(name), value),
  }
}
