import { digits } from '../../base/decimal.js'
import { describeRange } from '../../base/range.js'
import { say } from '../../base/say/say.js'
import { unitText } from '../../lang/expression/unit.js'
import type { DatedValue, FactDeclaration, Pack, Parameter } from '../../lang/pack.js'
import { altered, type Change, declaration } from './change.js'
import { derivedChanges, isRecast, recasts } from './derived.js'
import {
  type Aspect,
  allNames,
  aspectsText,
  factAspects,
  unitWords,
  withEntry,
  withoutEntry,
} from './words.js'

/** Differences in parameters, facts, member facts and derived values. */
export const quantityChanges = (old: Pack, changed: Pack): Change[] => [
  ...parameterChanges(old, changed),
  ...factChanges(old, changed),
  ...memberChanges(old, changed),
  ...derivedChanges(old, changed),
  ...recasts(old, changed),
]

function parameterChanges(old: Pack, changed: Pack): Change[] {
  return allNames(old.parameters, changed.parameters).flatMap((name): Change[] => {
    const [before, after] = [old.parameters.get(name), changed.parameters.get(name)]
    if (isRecast(old, changed, name)) return []
    if (before === undefined || after === undefined) {
      const text = (each: Parameter) =>
        each.values.map((value) =>
          say('change.value.from', { value: valueText(each, value), day: value.from }),
        )
      return declaration(
        'parameters',
        name,
        before && text(before).join(say('names.item')),
        after && text(after).join(say('names.item')),
        (pack) => ({
          ...pack,
          parameters:
            after === undefined
              ? withoutEntry(pack.parameters, name)
              : withEntry(pack.parameters, name, after),
        }),
      )
    }
    return [...frameChange(before, after), ...valueChanges(before, after)]
  })
}

/** Differences of unit and range. The range counts on a date without a value. */
function frameChange(before: Parameter, after: Parameter): Change[] {
  const frame = ({ unit, range }: Parameter): Aspect[] => [
    { name: 'aspect.unit', text: unitWords(unit), key: unitText(unit) },
    { name: 'aspect.range', text: describeRange(range) },
  ]
  const { unit, range, name } = after
  return altered('parameters', name, frame(before), frame(after), (pack) =>
    withParameter(pack, name, (parameter) => ({ ...parameter, unit, range })),
  )
}

function valueChanges(before: Parameter, after: Parameter): Change[] {
  const { name } = after
  const dates = [...new Set([...before.values, ...after.values].map(({ from }) => from))].sort()
  return dates.flatMap((from): Change[] => {
    const then = before.values.find((each) => each.from === from)
    const now = after.values.find((each) => each.from === from)
    if (then !== undefined && now !== undefined && then.value.eq(now.value) && then.to === now.to) return []
    return [
      {
        id: `parameters.${name}@${from}`,
        kind: then === undefined ? 'added' : now === undefined ? 'removed' : 'changed',
        words: say('change.from', { name, day: from, words: valueWords(before, then, after, now) }),
        before: then === undefined ? null : valueText(before, then),
        after: now === undefined ? null : valueText(after, now),
        decisive: true,
        alters: name,
        apply: (pack) => withParameter(pack, name, (parameter) => withValue(parameter, from, now)),
      },
    ]
  })
}

function valueWords(
  before: Parameter,
  then: DatedValue | undefined,
  after: Parameter,
  now: DatedValue | undefined,
): string {
  if (then === undefined)
    return now === undefined ? '' : say('change.value.new', { value: valueText(after, now) })
  if (now === undefined) return say('change.value.gone', { value: valueText(before, then) })
  return then.to === now.to && unitText(before.unit) === unitText(after.unit)
    ? `${digits(then.value)} → ${valueText(after, now)}`
    : `${valueText(before, then)} → ${valueText(after, now)}`
}

function valueText({ unit }: Parameter, { value, to }: DatedValue): string {
  const text = say('in.unit', { value: digits(value), unit: unitWords(unit) })
  return to === null ? text : say('change.value.until', { value: text, day: to })
}

function withValue(parameter: Parameter, from: string, value: DatedValue | undefined): Parameter {
  const others = parameter.values.filter((each) => each.from !== from)
  const values = value === undefined ? others : [...others, value]
  return { ...parameter, values: values.sort((a, b) => (a.from < b.from ? -1 : 1)) }
}

function withParameter(pack: Pack, name: string, change: (parameter: Parameter) => Parameter): Pack {
  const parameter = pack.parameters.get(name)
  if (parameter === undefined) throw new Error(`no parameter ${name} to change`)
  return { ...pack, parameters: withEntry(pack.parameters, name, change(parameter)) }
}

function factChanges(old: Pack, changed: Pack): Change[] {
  return allNames(old.facts, changed.facts).flatMap((name) =>
    isRecast(old, changed, name)
      ? []
      : columnChange('facts', name, old.facts.get(name), changed.facts.get(name), (pack, fact) => ({
          ...pack,
          facts: fact === undefined ? withoutEntry(pack.facts, name) : withEntry(pack.facts, name, fact),
        })),
  )
}

/**
 * Differences of the roster. A roster that only one pack has is one change, because rows alone can contradict a size. Otherwise each fact
 * of a member is one.
 */
function memberChanges(old: Pack, changed: Pack): Change[] {
  const { memberFacts } = changed
  if (old.memberFacts === null && memberFacts === null) return []
  if (old.memberFacts === null || memberFacts === null) {
    const names = [...(old.memberFacts ?? memberFacts ?? new Map()).keys()].join(say('names.item'))
    const words = memberFacts === null ? say('change.members.gone') : say('change.members.new', { names })
    return [
      {
        id: 'members',
        kind: memberFacts === null ? 'removed' : 'added',
        words: say('change.of', { name: 'members', words }),
        before: memberFacts === null ? names : null,
        after: memberFacts === null ? null : names,
        decisive: true,
        alters: null,
        apply: (pack) => ({ ...pack, memberFacts }),
      },
    ]
  }
  const [before, after] = [old.memberFacts, memberFacts]
  return allNames(before, after).flatMap((name) =>
    columnChange('members', name, before.get(name), after.get(name), (pack, fact) => {
      const facts = pack.memberFacts ?? new Map<string, FactDeclaration>()
      return {
        ...pack,
        memberFacts: fact === undefined ? withoutEntry(facts, name) : withEntry(facts, name, fact),
      }
    }),
  )
}

function columnChange(
  section: string,
  name: string,
  before: FactDeclaration | undefined,
  after: FactDeclaration | undefined,
  put: (pack: Pack, fact: FactDeclaration | undefined) => Pack,
): Change[] {
  const apply = (pack: Pack) => put(pack, after)
  if (before === undefined || after === undefined)
    return declaration(section, name, before && columnText(before), after && columnText(after), apply)
  return altered(section, name, factAspects(before), factAspects(after), apply)
}

const columnText = (fact: FactDeclaration) => aspectsText(factAspects(fact).slice(0, 3))
