import { say } from '../../base/say/say.js'
import type { Expression } from '../../lang/expression/expression.js'
import type { Criterion, Pack, TableRow } from '../../lang/pack.js'
import { printExpression } from '../../lang/parse/print.js'
import type { Change } from './change.js'
import { checkChanges } from './checks.js'
import { rowText, tableWords } from './table.js'
import { changesWithoutEffect } from './without-effect.js'
import {
  allNames,
  arrow,
  changedWords,
  expressionKey,
  oneSidedWords,
  withEntry,
  withoutEntry,
  yesNo,
} from './words.js'

/** Differences in criteria, decisions, the record, and checks, and those without effect on decisions. */
export const ruleChanges = (old: Pack, changed: Pack): Change[] => [
  ...criteriaChanges(old, changed),
  ...decisionChanges(old, changed),
  ...recordChanges(old, changed),
  ...checkChanges(old, changed),
  ...changesWithoutEffect(old, changed),
]

function criteriaChanges(old: Pack, changed: Pack): Change[] {
  const [before, after] = [byId(old.criteria), byId(changed.criteria)]
  return allNames(before, after).flatMap((id): Change[] => {
    const [then, now] = [before.get(id), after.get(id)]
    if (then !== undefined && now !== undefined) return criterionChanges(old, then, changed, now)
    const met = printExpression((now ?? then)?.met ?? NOTHING)
    const kind = now === undefined ? 'removed' : 'added'
    return [
      {
        id: `criteria.${id}`,
        kind,
        words: say('change.criterion', {
          id,
          words: say(kind === 'added' ? 'change.new.criterion' : 'change.gone.criterion', { met }),
        }),
        before: now === undefined ? met : null,
        after: now === undefined ? null : met,
        decisive: false,
        alters: null,
        apply: (pack) => ({
          ...pack,
          criteria: [...pack.criteria.filter((each) => each.id !== id), ...(now === undefined ? [] : [now])],
        }),
      },
    ]
  })
}

const NOTHING: Expression = { kind: 'text', text: '', id: -1 }

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((each) => [each.id, each]))

/** One change for each part of a criterion that can change its verdict. */
function criterionChanges(old: Pack, then: Criterion, changed: Pack, now: Criterion): Change[] {
  const { id } = now
  const part = (
    name: string,
    words: readonly [string, string],
    keys: readonly [string, string],
    pick: Partial<Criterion>,
  ): Change[] => {
    if (keys[0] === keys[1]) return []
    const [before, after] = words
    return [
      {
        id: `criteria.${id}.${name}`,
        kind: 'changed',
        words: say('change.criterion.part', { id, part: name, words: arrow(before, after) }),
        before,
        after,
        decisive: true,
        alters: `criteria.${id}`,
        apply: (pack) => withCriterion(pack, id, pick),
      },
    ]
  }
  const text = (e: Expression | null) => (e === null ? say('change.always') : printExpression(e))
  const key = (pack: Pack, e: Expression | null) => (e === null ? '' : expressionKey(pack, e))
  const plain = (a: string, b: string) => [a, b] as const
  const since = plain(then.since ?? say('change.any-date'), now.since ?? say('change.any-date'))
  const advisory = plain(yesNo(then.advisory), yesNo(now.advisory))
  const met = plain(text(then.met), text(now.met))
  const applies = plain(text(then.appliesIf), text(now.appliesIf))
  return [
    ...part('met', met, plain(key(old, then.met), key(changed, now.met)), { met: now.met }),
    ...part('applies_if', applies, plain(key(old, then.appliesIf), key(changed, now.appliesIf)), {
      appliesIf: now.appliesIf,
    }),
    ...part('since', since, since, { since: now.since }),
    ...part('advisory', advisory, advisory, { advisory: now.advisory }),
  ]
}

const withCriterion = (pack: Pack, id: string, pick: Partial<Criterion>): Pack => ({
  ...pack,
  criteria: pack.criteria.map((each) => (each.id === id ? { ...each, ...pick } : each)),
})

function decisionChanges(old: Pack, changed: Pack): Change[] {
  const [before, after] = [old.decisions, changed.decisions]
  const outcomes = allNames(before.outcomes, after.outcomes).flatMap((name) => {
    const title = after.outcomes.get(name)
    return oneSided('outcomes', name, before.outcomes.has(name), title !== undefined, (pack) => ({
      ...pack,
      decisions: {
        ...pack.decisions,
        outcomes:
          title === undefined
            ? withoutEntry(pack.decisions.outcomes, name)
            : withEntry(pack.decisions.outcomes, name, title),
      },
    }))
  })
  if (before.by === after.by) return [...outcomes, ...tableChanges(old, changed)]
  const said = (by: string | null) =>
    by === null ? say('change.one-table') : say('change.table-for-each', { fact: by })
  const selector: Change = {
    id: 'decisions',
    kind: 'changed',
    words: changedWords('decisions', said(before.by), said(after.by)),
    before: said(before.by),
    after: said(after.by),
    decisive: true,
    alters: null,
    apply: (pack) => ({ ...pack, decisions: { ...pack.decisions, by: after.by, tables: after.tables } }),
  }
  return [...outcomes, selector]
}

function tableChanges({ decisions: before }: Pack, { decisions: after }: Pack): Change[] {
  return allNames(before.tables, after.tables).flatMap((code): Change[] => {
    const [then, now] = [before.tables.get(code), after.tables.get(code)]
    const name = code === '' ? 'table' : code
    const apply = (pack: Pack): Pack => {
      const { tables } = pack.decisions
      return {
        ...pack,
        decisions: {
          ...pack.decisions,
          tables: now === undefined ? withoutEntry(tables, code) : withEntry(tables, code, now),
        },
      }
    }
    if (then === undefined || now === undefined)
      return oneSided('decisions', name, then !== undefined, now !== undefined, apply)
    const words = tableWords(then, now)
    if (words === null) return []
    const text = (rows: readonly TableRow[]) => rows.map(rowText).join('\n')
    return [
      {
        id: `decisions.${name}`,
        kind: 'changed',
        words: say('change.of', { name: `decisions.${name}`, words }),
        before: text(then),
        after: text(now),
        decisive: true,
        alters: 'decisions',
        apply,
      },
    ]
  })
}

/** The change for something that only one pack has, and that is known by its name. */
function oneSided(
  section: string,
  name: string,
  inOld: boolean,
  inNew: boolean,
  apply: Change['apply'],
): Change[] {
  if (inOld === inNew) return []
  const id = `${section}.${name}`
  const kind = inNew ? 'added' : 'removed'
  const words = say('change.of', { name: id, words: oneSidedWords(kind, null) })
  return [
    {
      id,
      kind,
      words,
      before: inOld ? name : null,
      after: inNew ? name : null,
      decisive: false,
      alters: null,
      apply,
    },
  ]
}

/** Differences in the facts for the date and the size of a record. */
function recordChanges(old: Pack, changed: Pack): Change[] {
  const part = (
    id: string,
    before: string | null,
    after: string | null,
    apply: Change['apply'],
  ): Change[] => {
    if (before === after) return []
    const kind = before === null ? 'added' : after === null ? 'removed' : 'changed'
    const words = changedWords(id, before ?? say('change.none'), after ?? say('change.none'))
    return [{ id, kind, words, before, after, decisive: true, alters: null, apply }]
  }
  const { date, size } = changed.record
  const record = (pack: Pack, pick: Partial<Pack['record']>): Pack => ({
    ...pack,
    record: { ...pack.record, ...pick },
  })
  return [
    ...part('as_of', old.asOf, changed.asOf, (pack) => ({ ...pack, asOf: changed.asOf })),
    ...part('record.date', old.record.date, date, (pack) => record(pack, { date })),
    ...part('record.size', old.record.size, size, (pack) => record(pack, { size })),
  ]
}
