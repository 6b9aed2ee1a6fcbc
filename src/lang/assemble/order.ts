import type { Pack } from '../pack.js'
import { derivedReadBy } from '../reads.js'
import type { LoadContext } from '../shape/context.js'

type PackParts = Pick<Pack, 'derived' | 'tables'>

/** A derived value whose sources are being followed. */
interface Visit {
  readonly name: string
  readonly reads: readonly string[]
  next: number
}

/**
 * The names of the derived values, each after those that it reads. A circle is reported and gives `null`. There is no recursion, because a
 * pack may declare thousands.
 */
export function orderOfDerived(context: LoadContext, pack: PackParts): string[] | null {
  const open = new Map<string, number>()
  const done = new Set<string>()
  let circles = 0
  const enter = (name: string, depth: number): Visit => {
    open.set(name, depth)
    return { name, reads: [...derivedReadBy(pack, pack.derived.get(name)?.sources ?? [])], next: 0 }
  }
  for (const start of pack.derived.keys()) {
    if (done.has(start)) continue
    const trail = [enter(start, 0)]
    for (let visit = trail.at(-1); visit !== undefined; visit = trail.at(-1)) {
      const name = visit.reads[visit.next]
      visit.next += 1
      if (name === undefined) {
        open.delete(visit.name)
        done.add(visit.name)
        trail.pop()
        continue
      }
      const depth = open.get(name)
      if (depth !== undefined) {
        circles += 1
        refuseCircle(context, trail, depth)
      } else if (!done.has(name)) trail.push(enter(name, trail.length))
    }
  }
  return circles > 0 ? null : [...done]
}

/** A longer circle is shown by its first and last values. */
const SHOWN = 8

/** Reports a circle: the values of a trail from a depth on. The last one reads the first one. */
function refuseCircle(context: LoadContext, trail: readonly Visit[], depth: number): void {
  const [first] = trail.slice(depth, depth + 1)
  if (first === undefined) return
  const names = ({ name }: Visit) => `\`${name}\``
  const circle =
    trail.length - depth < SHOWN
      ? trail.slice(depth).map(names)
      : [...trail.slice(depth, depth + SHOWN / 2).map(names), '…', ...trail.slice(1 - SHOWN / 2).map(names)]
  const at = context.places.key(['derived', first.name])
  context.fault('cycle', at, `${[...circle, names(first)].join(' → ')} is a circle`, {
    why: 'a derived value cannot depend on itself',
  })
}
