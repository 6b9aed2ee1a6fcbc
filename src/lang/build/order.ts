import type { LoadContext } from '../context.js'
import { derivedReadBy } from '../dependencies.js'
import type { Pack } from '../pack.js'

type PackParts = Pick<Pack, 'derived' | 'tables'>

/** A derived value whose sources are being followed. */
interface Visit {
  readonly name: string
  readonly reads: readonly string[]
  next: number
}

/**
 * The names of the derived values, each after those that it reads; circles are reported and give `null`. Follows them without
 * recursion, because a pack may declare thousands.
 */
export function orderOfDerived(context: LoadContext, pack: PackParts): string[] | null {
  const open = new Set<string>()
  const done = new Set<string>()
  let circles = 0
  const enter = (name: string): Visit => {
    open.add(name)
    return { name, reads: [...derivedReadBy(pack, pack.derived.get(name)?.sources ?? [])], next: 0 }
  }
  for (const start of pack.derived.keys()) {
    if (done.has(start)) continue
    const trail = [enter(start)]
    for (let visit = trail.at(-1); visit !== undefined; visit = trail.at(-1)) {
      const name = visit.reads[visit.next]
      visit.next += 1
      if (name === undefined) {
        open.delete(visit.name)
        done.add(visit.name)
        trail.pop()
      } else if (open.has(name)) {
        circles += 1
        refuseCircle(context, trail, name)
      } else if (!done.has(name)) trail.push(enter(name))
    }
  }
  return circles > 0 ? null : [...done]
}

/** A circle with more values is told by its first and last ones. */
const SHOWN = 8

function refuseCircle(context: LoadContext, trail: readonly Visit[], name: string): void {
  const names = [...trail.slice(trail.findIndex((visit) => visit.name === name)), { name }].map(
    (visit) => `\`${visit.name}\``,
  )
  const shown = names.length > SHOWN ? [...names.slice(0, SHOWN / 2), '…', ...names.slice(-SHOWN / 2)] : names
  context.fault('cycle', context.places.key(['derived', name]), `${shown.join(' → ')} is a circle`, {
    why: 'a derived value cannot depend on itself',
  })
}
