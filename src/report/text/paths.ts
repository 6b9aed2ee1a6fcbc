import { say } from '../../base/say/say.js'
import type { Pack } from '../../lang/pack.js'

/** Groups that are places by their paths, as a table shows them: without the larger places that all of them share. */
export interface ShownPaths {
  /** What is shown of a path. */
  name(path: string): string
  /** A sentence that names the shared places; none where nothing is shared. */
  readonly notes: readonly string[]
}

/** Groups of a fact as a table shows them, with notes below it; only those of places are paths. */
export function shownGroups<Group extends { readonly value: string | null }>(
  { record }: Pack,
  fact: string,
  groups: readonly Group[],
): { readonly groups: readonly Group[]; readonly notes: readonly string[] } {
  if (!record.places.includes(fact)) return { groups, notes: [] }
  const { name, notes } = shownPaths(groups.flatMap(({ value }) => (value === null ? [] : [value])))
  return { groups: groups.map((group) => ({ ...group, value: group.value && name(group.value) })), notes }
}

/** Leaves out the larger places that all paths share. */
export function shownPaths(paths: readonly string[]): ShownPaths {
  const shared = sharedPlaces(paths.map((path) => path.split('/')))
  const start = shared.length === 0 ? 0 : shared.join('/').length + 1
  return {
    name: (path) => path.slice(start),
    notes: shared.length === 0 ? [] : [say('paths.shared', { place: shared.join('/') })],
  }
}

/** The first parts that all have, without the last part of any. */
function sharedPlaces(paths: readonly (readonly string[])[]): readonly string[] {
  const [first = []] = paths
  let count = paths.reduce((least, parts) => Math.min(least, parts.length - 1), Number.MAX_SAFE_INTEGER)
  for (const parts of paths) {
    let same = 0
    while (same < count && parts[same] === first[same]) same += 1
    count = same
  }
  return paths.length === 0 ? [] : first.slice(0, Math.max(count, 0))
}
