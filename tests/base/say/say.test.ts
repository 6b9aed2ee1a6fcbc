import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { EN } from '../../../src/base/say/en/catalogue.js'
import { inOtherLanguages, PLACE, say, speak } from '../../../src/base/say/say.js'
import { ZH } from '../../../src/base/say/zh/catalogue.js'

const IDS = Object.keys(EN) as (keyof typeof EN)[]
const placesOf = (text: string) => [...new Set([...text.matchAll(PLACE)].map(([, name]) => name))].sort()

afterEach(() => speak('en'))

describe('the catalogue', () => {
  test('has sentences', () => expect(IDS.length).toBeGreaterThan(100))

  test.each(['en', 'zh'])('has each id in one room alone: %s', async (language) => {
    const folder = fileURLToPath(new URL(`../../../src/base/say/${language}`, import.meta.url))
    const rooms = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && name !== 'catalogue.ts',
    )
    const modules = await Promise.all(rooms.map((name) => import(`${folder}/${name}`)))
    const ids = modules.flatMap((each) => Object.values<object>(each).flatMap(Object.keys))
    expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([])
    expect([...ids].sort()).toEqual([...IDS].sort())
  })

  test.each(IDS)('%s has the same places in both languages', (id) => {
    expect(placesOf(ZH[id])).toEqual(placesOf(EN[id]))
  })

  test.each(IDS)('%s is English in English and Chinese in Chinese', (id) => {
    expect(EN[id]).not.toMatch(/\p{Script=Han}/u)
    const words = ZH[id].replace(PLACE, '').replace(/`[^`]*`|\n.*$/gs, '')
    if (/[a-z]{3,} [a-z]{2,}/.test(words)) expect(ZH[id]).toMatch(/\p{Script=Han}/u)
    if (/[a-z]{3,} [a-z]{2,} [a-z]{2,}/.test(EN[id])) expect(ZH[id]).not.toBe(EN[id])
  })

  test.each(IDS)('%s has whole places', (id) => {
    for (const text of [EN[id], ZH[id]]) expect(text.replace(PLACE, '')).not.toMatch(/[{}]/)
  })
})

test('something is made in other languages between two sentences', async () => {
  await speak('zh')
  expect(await inOtherLanguages(() => say('option.version'))).toEqual(['print the version'])
  const failed = () => {
    throw new Error(say('option.version'))
  }
  await expect(inOtherLanguages(failed)).rejects.toThrow('print the version')
  expect(say('option.version')).toBe('显示版本')
})

test('a sentence is said in the language that was chosen', async () => {
  expect(say('option.version')).toBe('print the version')
  await speak('zh')
  expect(say('option.version')).toBe('显示版本')
  expect(say('help.all', { command: 'tpa assess' })).toBe('`tpa assess --help` 显示全部选项。')
})

test('a word goes by the number beside it: one is singular, all others are plural', () => {
  expect(['1', '0', '1,000'].map((count) => say('count.rows', { count }))).toEqual([
    '1 row',
    '0 rows',
    '1,000 rows',
  ])
})
