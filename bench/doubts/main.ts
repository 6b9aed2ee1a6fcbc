import { loadPack } from '../../src/engine/load-pack.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../src/lang/pack.js'
import { collectDoubts } from '../../src/survey/doubts/column-doubts.js'
import { type Chance, type ColumnKind, chanceFrom, KINDS, rowsOf } from './columns.js'

const COLUMNS = 20_000
const PLANTED = 4000
const PLANTED_ROWS = 40
/** At most one honest column in a thousand, and at least 95 in a hundred planted codes. */
const MOST_DOUBTED = 1 / 1000
const LEAST_FOUND = 0.95

/** Prints both measures by kind of column; 1 where one falls short. */
export async function main(args: readonly string[]): Promise<number> {
  const seed = Number(args[0] ?? '1')
  if (args.length > 1 || !Number.isInteger(seed)) {
    console.error('usage: npm run doubts -- [SEED], a whole number')
    return 2
  }
  const reading = await loadPack(new URL('../../rules/cn-2020', import.meta.url).pathname)
  if ('faults' in reading) throw new Error('cn-2020 does not load')
  const chance = chanceFrom(seed)
  const honest = KINDS.map((kind) =>
    measure(kind, COLUMNS / KINDS.length, () => isDoubted(reading.pack, kind, chance)),
  )
  const planted = KINDS.map((kind) =>
    measure(kind, PLANTED / KINDS.length, () => isFound(reading.pack, kind, chance)),
  )
  console.log(`seed ${seed}`)
  const doubted = tell('columns without codes that are doubted', honest)
  const found = tell('columns with a planted code that is found', planted)
  return doubted <= MOST_DOUBTED && found >= LEAST_FOUND ? 0 : 1
}

interface Measure {
  readonly name: string
  readonly hits: number
  readonly of: number
}

function measure({ name }: ColumnKind, times: number, isHit: () => boolean): Measure {
  const of = Math.ceil(times)
  let hits = 0
  for (let at = 0; at < of; at++) if (isHit()) hits += 1
  return { name, hits, of }
}

function tell(title: string, measures: readonly Measure[]): number {
  const hits = measures.reduce((sum, each) => sum + each.hits, 0)
  const of = measures.reduce((sum, each) => sum + each.of, 0)
  console.log(`${title}: ${hits} of ${of} (${((100 * hits) / of).toFixed(3)}%)`)
  for (const each of measures) console.log(`  ${each.name}: ${each.hits} of ${each.of}`)
  return hits / of
}

/** Whether a column in which every number is true is doubted. */
const isDoubted = (pack: Pack, kind: ColumnKind, chance: Chance): boolean =>
  codesIn(declarationOf(pack, kind), Array.from({ length: rowsOf(chance) }, kind.open(chance).next)).length >
  0

/** Whether a code is found that stands in 5% to 20% of forty rows. */
function isFound(pack: Pack, kind: ColumnKind, chance: Chance): boolean {
  const { next, codes } = kind.open(chance)
  const values = Array.from({ length: PLANTED_ROWS }, next)
  const code = codes[Math.floor(chance() * codes.length)] ?? 0
  const cells = 2 + Math.floor(chance() * 7)
  for (let at = 0; at < cells; at++) values[at * 5] = code
  return codesIn(declarationOf(pack, kind), values).includes(String(code))
}

function declarationOf(pack: Pack, { fact }: ColumnKind): FactDeclaration {
  const member = /^members\.(.+)$/.exec(fact)?.[1]
  const found = member === undefined ? columnsOf(pack).get(fact) : pack.memberFacts?.get(member)
  if (found === undefined) throw new Error(`cn-2020 has no fact ${fact}`)
  return found
}

function codesIn(declaration: FactDeclaration, values: readonly number[]): string[] {
  const doubts = collectDoubts()
  for (const [at, value] of values.entries()) doubts.note('column', declaration, String(value), at + 2)
  return (
    doubts
      .found()
      .get('column')
      ?.codes.map(({ code }) => code) ?? []
  )
}
