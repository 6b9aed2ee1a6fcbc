import type { Expression } from '../expression/expression.js'
import { quoted } from '../fault-list.js'
import type { Check, Pack } from '../pack.js'
import { factsReadBy, readsOf } from '../reads.js'
import type { Resolving } from '../resolve/resolving.js'
import type { LoadContext } from '../shape/context.js'
import type { RawPack } from '../shape/pack-schema.js'
import type { Path } from '../shape/places.js'
import { expectTruth, REFUSED } from './expected-type.js'
import { checkIds } from './ids.js'

type RawCheck = NonNullable<RawPack['checks']>[number]

/** The checks in the order of the file; every fault in them is reported. */
export function buildChecks(resolving: Resolving, raw: RawPack): Check[] {
  const checks = raw.checks ?? []
  checkIds(resolving.context, 'checks', 'check', checks)
  return checks.map((each, index) => {
    const path = ['checks', index]
    const when = expectTruth(resolving, [...path, 'when'])
    return {
      id: each.id,
      when,
      unless: each.unless === undefined ? null : expectTruth(resolving, [...path, 'unless']),
      severity: each.severity,
      message: each.message,
      gap: gapOf(resolving, path, each, when),
    }
  })
}

/** The names under `gap:` with their places. */
const gapPlaces = (path: Path, { gap }: RawCheck): (readonly [string, Path])[] =>
  typeof gap === 'string'
    ? [[gap, [...path, 'gap']]]
    : (gap ?? []).map((name, index) => [name, [...path, 'gap', index]])

function gapOf(resolving: Resolving, path: Path, raw: RawCheck, when: Expression): string[] {
  const { context } = resolving
  if (raw.gap !== undefined && raw.unless !== undefined)
    context.fault('bad-gap', context.places.key([...path, 'unless']), 'a check with `gap` has no `unless`', {
      why: 'what is not known must never take away what is',
      help: 'say all of it in `when`',
    })
  const names: string[] = []
  for (const [name, place] of gapPlaces(path, raw)) {
    const at = context.places.value(place)
    if (names.includes(name)) context.fault('duplicate-name', at, `${quoted(name)} stands twice`)
    else if (isColumn(resolving, name, place) && isOfOneMember(resolving, name, place, when)) names.push(name)
  }
  return names
}

/** True if a name is a column that can be taken away; otherwise that is reported. */
function isColumn({ context, names }: Resolving, name: string, place: Path): boolean {
  const at = context.places.value(place)
  const member = /^members\.(.+)$/.exec(name)?.[1]
  if (names.members !== null && (name === 'members' || (member !== undefined && names.members.has(member))))
    return true
  const reference = names.record.get(name)?.reference
  if (reference?.kind === 'fact' || reference?.kind === 'derived') return true
  if (context.refused.has('facts', member ?? name) || context.refused.has('derived', name)) return false
  if (reference?.kind === 'parameter') {
    context.fault('bad-gap', at, `${quoted(name)} is a parameter`, {
      why: 'a check takes away what a record says, never what the policy says',
    })
    return false
  }
  const columns = [...names.record].flatMap(([each, named]) =>
    named.reference.kind === 'parameter' ? [] : [each],
  )
  const ofMembers = [...(names.members?.keys() ?? [])].map((each) => `members.${each}`)
  const isBare = names.members?.has(name) ?? false
  const help = isBare
    ? `a fact of a member is named ${quoted(`members.${name}`)}`
    : context.suggest(name, [...columns, ...(names.members === null ? [] : ['members']), ...ofMembers])
  context.fault('unknown-name', at, `unknown fact ${quoted(name)}`, {
    why: '`gap` names a fact, a derived value with `given`, `members`, or `members.` and a fact of a member',
    help,
  })
  return false
}

/** True if it is clear in which members a member's fact is taken away; otherwise that is reported. */
function isOfOneMember(resolving: Resolving, name: string, place: Path, when: Expression): boolean {
  if (!name.startsWith('members.') || when === REFUSED || when.kind === 'some') return true
  const { context } = resolving
  context.fault(
    'bad-gap',
    context.places.value(place),
    `\`when\` does not tell in which members ${quoted(name)} is suspect`,
    {
      why: 'it is taken away in the members that satisfy `some m in members satisfies …`, and `when` has not that form',
      help: 'give `when` that form, or take away the roster: `gap: members`',
    },
  )
  return false
}

/** Reports names that a check would take away in vain, because no other answer to them could stop the check from firing. */
export function refuseUnreadGaps(context: LoadContext, pack: Omit<Pack, 'hash'>, raw: RawPack): void {
  for (const [index, each] of (raw.checks ?? []).entries()) {
    const check = pack.checks[index]
    if (check === undefined || check.when === REFUSED) continue
    const read = readBy(pack, check.when)
    for (const [name, place] of gapPlaces(['checks', index], each)) {
      if (!check.gap.includes(name)) continue
      const at = context.places.value(place)
      const derived = pack.derived.get(name)
      if (derived?.sources.every(({ kind }) => kind !== 'given'))
        context.fault('bad-gap', at, `${quoted(name)} has no column of its own`, {
          why: 'a derived value without `given` is worked out, not recorded',
          help: 'name the facts that it is worked out from',
        })
      else if (!read.has(name))
        context.fault('bad-gap', at, `\`when\` of check ${quoted(each.id)} does not read ${quoted(name)}`, {
          why: 'no other answer could silence the check, so that asking for one would be in vain',
          help: 'name what `when` reads',
        })
    }
  }
}

/** All that a condition reads. Of a roster tested with `some`, only the facts of the tested member count. */
function readBy(pack: Omit<Pack, 'hash'>, when: Expression): Set<string> {
  const read = factsReadBy(pack, [when])
  if (when.kind !== 'some') return read
  const own = new Set([...read].filter((name) => !name.startsWith('members.')))
  for (const name of ofTested(pack, when)) {
    own.add(`members.${name}`)
    const since = pack.memberFacts?.get(name)?.completedYearsSince ?? null
    if (since !== null) own.add(`members.${since}`)
  }
  return own
}

/** The facts of the outermost member that a condition reads. */
function ofTested(pack: Omit<Pack, 'hash'>, when: Expression): string[] {
  return readsOf(pack, when).flatMap((read) =>
    read !== 'members' && read.kind === 'member' && read.depth === 0 ? [read.name] : [],
  )
}
