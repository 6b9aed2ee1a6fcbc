import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderOf } from '../../survey/files/open.js'
import { runHere } from '../run-here.js'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
const TITLE =
  CHROMIUM === undefined
    ? 'skipped, because no Chromium is installed: `apt-get install chromium` brings one'
    : 'in Chromium'
const FIXTURE = fileURLToPath(new URL('../../../fixtures/danyang.csv', import.meta.url))

describe.skipIf(CHROMIUM === undefined)(TITLE, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] })
  }, 120_000)
  afterAll(async () => {
    await browser.close()
  })

  const DATA = ['a.csv']
  test.each<[string[], string[]?]>([
    [['pages', 'cn-2020'], []],
    [['assess', '--by', 'village']],
    [['measure', '--by', 'village']],
    [['validate']],
    [['diff', 'cn-2020', 'cn-2020-income-first']],
  ])(
    'tpa %s: no error, no request, no scrolling sideways, open to all',
    async (args, files = DATA) => {
      const folder = folderOf({ 'a.csv': readFileSync(FIXTURE, 'utf8') })
      await runHere(folder, [...args, ...files, '-q', '-o', 'page.html'])
      const address = pathToFileURL(join(folder, 'page.html')).href
      const heard: string[] = []
      for (const width of [1280, 390]) {
        const page = await browser.newPage({ viewport: { width, height: 800 } })
        page.on('console', (message) => heard.push(message.text()))
        page.on('pageerror', (error) => heard.push(error.message))
        page.on('request', (request) => {
          if (request.url() !== address) heard.push(request.url())
        })
        await page.goto(address)
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
          0,
        )
        await page.evaluate(axe.source)
        const found = (await page.evaluate('axe.run()')) as { violations: { id: string; impact: string }[] }
        expect(found.violations.map(({ id }) => id)).toEqual([])
        await page.close()
      }
      expect(heard).toEqual([])
    },
    240_000,
  )

  test('on paper each village has a page of its own', async () => {
    const folder = folderOf({ 'a.csv': readFileSync(FIXTURE, 'utf8') })
    const pagesOf = async (args: readonly string[]) => {
      await runHere(folder, ['measure', 'a.csv', ...args, '-q', '-o', 'page.html'])
      const page = await browser.newPage()
      await page.goto(pathToFileURL(join(folder, 'page.html')).href)
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      await page.close()
      return [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length
    }
    const [whole, villages] = [await pagesOf([]), await pagesOf(['--by', 'village'])]
    expect(whole).toBeGreaterThan(0)
    expect(villages).toBeGreaterThanOrEqual(whole + 8)
    expect(villages).toBeLessThanOrEqual(whole + 10)
  }, 120_000)
})
