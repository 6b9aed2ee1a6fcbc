import { describe, expect, it } from 'vitest'
import { presetFor } from '../../../src/survey/signs/tool-signs.js'
import { FORMS } from '../exports/forms.js'
import { mainOf } from '../exports/oddity.js'
import { villageOf } from '../exports/village.js'

describe('the preset that reads a table with these headers', () => {
  const village = villageOf(() => 0, 2)

  it.each(FORMS.map((form) => [form.name, form] as const))('%s', (_, form) => {
    const [headers = []] = mainOf(form.write(village)).rows
    // A list of persons of the register is read by the names of the pack.
    const expected = form.preset === 'register-cn' ? null : form.preset
    expect(presetFor(headers)?.preset ?? null).toBe(expected)
  })

  it.each([
    ['names of facts alone', ['household_id', 'village', 'net_income']],
    ['one word that tools share with others', ['id', 'status', 'start', 'net_income']],
    ['nothing', []],
  ])('none for %s', (_, headers) => {
    expect(presetFor(headers)).toBeNull()
  })
})
