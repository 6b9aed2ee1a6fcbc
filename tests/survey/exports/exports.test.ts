import { describe, expect, it } from 'vitest'
import { oneOf, shuffled } from '../../engine/random/chance.js'
import { holds } from '../fuzz/runs.js'
import { byAssess, byClerk, decidedOf, type Said, waysOf } from './clerk.js'
import { filesOf, type Rows } from './export.js'
import { FORMS } from './forms.js'
import { ODD_CELLS } from './odd-cells.js'
import { ODD_ROWS } from './odd-rows.js'
import { ODD_TABLES } from './odd-tables.js'
import { mainOf } from './oddity.js'
import { villageOf } from './village.js'
import { WIDE_FORMS } from './wide-forms.js'

const ways = [...FORMS, ...WIDE_FORMS].flatMap((form) =>
  waysOf(form).map((way) => [form.name, way, form] as const),
)

/** Forms without a list of members say how many are what. */
const asWritten = (said: Said, hasMembers: boolean): Said => (hasMembers ? said : { ...said, members: null })

describe('an export without oddity', () => {
  it.each(ways)('%s, by %s: every record is as it is in truth, without a warning', (_, way, form) =>
    holds(async (chance) => {
      const village = villageOf(chance, 30)
      const truth = await decidedOf(village)
      const { told, proposed } = await byClerk(filesOf(form.write(village), form), form, way)
      const hasMembers = form.name !== 'KoboToolbox, one file'
      const expected = village.flatMap(({ id }, at) => {
        const said = truth.get(id)
        return said === undefined ? [] : [[form.keyOf(id, at), asWritten(said, hasMembers)] as const]
      })
      expect(told.said, told.err + proposed).toEqual(new Map(expected))
      expect(told.err).not.toMatch(/(?:warning|error)\[/)
      expect(told.code).toBe(0)
    }, 1),
  )
})

/** At least so many of the households that an oddity does not touch are decided. */
const DECIDED = 0.9

/** Of all ways of all forms one in each run; `TPA_FUZZ` takes more of them. */
const TRIED = 1

describe('an export with one oddity: no decision contradicts the truth, what is odd is named, the others are decided', () => {
  it.each([...ODD_CELLS, ...ODD_ROWS, ...ODD_TABLES])('$name', ({ fits, plant }) =>
    holds(async (chance) => {
      const fitting = ways.filter(([, , form]) => fits?.(form) ?? true)
      const [name, way, form] = oneOf(fitting, chance)
      const village = villageOf(chance, 40)
      const truth = await decidedOf(village)
      const { exported, touched, names, answer, isQuestion, change } = plant({
        village,
        form,
        chance,
        clean: form.write(village),
      })
      const files = filesOf(exported, form)
      const odd = change === undefined ? files : change(files)
      const first = await byClerk(odd, form, way)
      const isStopped = first.told.code === 2
      const { told } = answer === undefined ? first : await byClerk(odd, form, way, answer)
      const heard = `${name}, by ${way}\n${first.proposed}\n${first.told.err}\n${told.err}`
      if (isStopped && answer !== undefined) expect(heard).toContain(answer.join(' '))
      const ids = new Map(village.map(({ id }, at) => [form.keyOf(id, at), id]))
      const decided = new Set<string>()
      for (const [key, { decision }] of told.said) {
        const id = ids.get(key)
        if (id === undefined) throw new Error(`${key} is no household\n${heard}`)
        if (decision === 'verify') continue
        decided.add(id)
        expect(decision, `${key}\n${heard}`).toBe(truth.get(id)?.decision)
      }
      if (touched.length === 0 || touched.some((id) => !decided.has(id)))
        for (const each of names) expect(each.test(heard), `${each}\n${heard}`).toBe(true)
      if (isQuestion) return
      const others = village.filter(({ id }) => !touched.includes(id))
      const count = others.filter(({ id }) => decided.has(id)).length
      expect(count, `of ${others.length}\n${heard}`).toBeGreaterThanOrEqual(DECIDED * others.length)
    }, TRIED),
  )
})

describe('the same rows give the same decisions and doubts', () => {
  const form = FORMS.find(({ name }) => name === 'KoboToolbox, one file')
  if (form === undefined) throw new Error('the form is there')
  const preset = ['--preset', 'kobo']

  it.each(ODD_CELLS.filter(({ fits }) => fits?.(form) ?? true))('$name', ({ plant }) =>
    holds(async (chance) => {
      const village = villageOf(chance, 40)
      const { exported } = plant({ village, form, chance, clean: form.write(village) })
      const { name, rows } = mainOf(exported)
      const [head = [], ...own] = rows
      const files = (...parts: readonly Rows[]) =>
        filesOf({ tables: parts.map((part, at) => ({ name: `${at}${name}`, rows: [head, ...part] })) }, form)
      const { said } = await byAssess(files(own), preset)
      const half = 1 + chance(own.length - 1)
      const others = [
        await byAssess(files(shuffled(own, chance)), preset),
        await byAssess(files(own.slice(0, half), own.slice(half)), preset),
        await byAssess(files(own), [...preset, '--threads', '2']),
        await byAssess(files(own), [...preset, '--engine', 'interpret']),
      ]
      const sorted = (of: ReadonlyMap<string, Said>) => new Map([...of].sort(([a], [b]) => (a < b ? -1 : 1)))
      for (const other of others) expect(sorted(other.said), other.err).toEqual(sorted(said))
    }, 1),
  )
})
