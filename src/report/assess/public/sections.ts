import type { Decimal } from '../../../base/decimal.js'
import { say } from '../../../base/say/say.js'
import { decisionName, decisionTitle, factName, packTitle, recordNames } from '../../../lang/labels.js'
import { type Pack, packLabel } from '../../../lang/pack.js'
import { grouped, share } from '../../text/numbers.js'
import { shownGroups } from '../../text/paths.js'
import { type Cell, cell, left, type Row, right, type Section } from '../../text/section.js'
import { countedRecords, factWords, gapWords } from '../../text/words.js'
import type { Summary } from '../summary.js'
import type { ProtectedCounts, ProtectedSummary } from './protected.js'

/** Stands for what a public result hides. */
const HIDDEN = cell('·', 'quiet')

const countCell = (count: number | Decimal | null | undefined): Cell =>
  count == null ? HIDDEN : cell(grouped(count))

/** How many were judged by which pack, and what is hidden. */
export function publicHeadline(pack: Pack, { whole }: ProtectedSummary, leastCell: number): string[] {
  const said = {
    records: countedRecords(pack, whole.households ?? 0),
    pack: packLabel(pack),
    title: packTitle(pack),
  }
  return [
    whole.persons === null || pack.record.size === null
      ? say('assess.judged', said)
      : say('assess.judged.persons', {
          ...said,
          persons: say('count.persons', { count: grouped(whole.persons) }),
        }),
    say('measure.public', { least: leastCell }),
  ]
}

/**
 * The tables that may be published: decisions, of all and of groups. They name no record. Those of criteria are left out, because decisions
 * follow from criteria: one could be worked out from the other.
 */
export function publicSections(pack: Pack, summary: Summary, shown: ProtectedSummary): Section[] {
  return [
    decisionSection(pack, shown.whole),
    ...(summary.by === null ? [] : [groupSection(pack, summary.by.fact, shown)]),
  ]
}

function decisionSection(pack: Pack, { households, decisions }: ProtectedCounts): Section {
  const rows = [...decisions].map(
    ([name, count]): Row => ({
      cells: [
        cell(decisionName(pack, name)),
        cell(decisionTitle(pack, name), 'quiet'),
        countCell(count?.households),
        count === null ? HIDDEN : cell(share(count.households, households ?? 0)),
        countCell(count?.persons),
      ],
    }),
  )
  return {
    title: say('assess.decisions'),
    columns: [
      left(say('assess.decision')),
      { ...left(say('assess.meaning')), dropped: 1 },
      right(recordNames(pack)),
      right(say('assess.share')),
      right(say('assess.persons')),
    ],
    rows,
    notes: [],
  }
}

function groupSection(pack: Pack, fact: string, { groups: all }: ProtectedSummary): Section {
  const named = all.map((each) => ({ ...each, value: each.group?.value ?? null }))
  const { groups, notes } = shownGroups(pack, fact, named)
  const names = [...(all[0]?.decisions.keys() ?? [])].filter((name) =>
    all.some(({ decisions }) => decisions.get(name)?.households !== 0),
  )
  return {
    title: say('assess.by', { fact: factWords(pack, fact) }),
    columns: [
      left(factName(pack, fact)),
      right(recordNames(pack)),
      right(say('assess.persons')),
      ...names.map((name) => right(decisionName(pack, name))),
    ],
    rows: groups.map(({ value, group, households, persons, decisions }) => ({
      cells: [
        cell(value ?? say('assess.group.none', { gap: gapWords(group?.gap ?? 'blank') })),
        countCell(households),
        countCell(persons),
        ...names.map((name) => countCell(decisions.get(name)?.households)),
      ],
    })),
    notes,
  }
}
