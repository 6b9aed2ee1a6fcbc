import { describe, expect, it } from 'vitest'
import { scratch } from '../../../cli/run.js'
import { zipOf } from '../archive.js'

const TABLE = 'household_id,household_size\nA,3\n'
const MAPPING = 'mapping: 1\nhouseholds:\n  file: a.csv\n  key: household_id\n  match: names\n'

describe('every member of an archive is named with its reason', () => {
  it.each([
    ['../b.csv', 'its path leads out of the archive', 'warning'],
    ['x/../../b.csv', 'its path leads out of the archive', 'warning'],
    ['.hidden/b.csv', 'it is hidden', 'note'],
    ['__MACOSX/._a.csv', 'macOS has added it', 'note'],
    ['media/photo.jpg', 'it is an attachment', 'note'],
    ['~$list.xlsx', 'it only says that somebody has a workbook open', 'note'],
  ])('%s', async (name, why, severity) => {
    const archive = zipOf([
      { name: 'a.csv', content: TABLE },
      { name, content: TABLE },
    ])
    const { here } = scratch({ 'e.zip': archive, 'm.yaml': MAPPING })
    const assessed = await here(['assess', 'e.zip', '-m', 'm.yaml', '-f', 'csv'])
    expect(assessed.out).toMatch(/^A,/m)
    expect(assessed.err).toContain(
      `${severity}[ignored-files]  nothing is read from \`e.zip/${name}\`: ${why}`,
    )
    const inspected = JSON.parse((await here(['inspect', 'e.zip', '-f', 'json'])).out)
    expect(inspected.unreadable).toMatchObject([
      { file: `e.zip/${name}`, faults: [{ message: `nothing is read from it: ${why}` }] },
    ])
    expect((await here(['assess', 'e.zip'])).err).toContain(`\`${name}\``)
  })

  it('thousands of pictures are one line', async () => {
    const pictures = Array.from({ length: 100 }, (_, at) => ({ name: `media/${at}.jpg`, content: 'x' }))
    const { here } = scratch({
      'e.zip': zipOf([{ name: 'a.csv', content: TABLE }, ...pictures]),
      'm.yaml': MAPPING,
    })
    const { err } = await here(['assess', 'e.zip', '-m', 'm.yaml', '-f', 'csv'])
    expect(err.match(/ignored-files/g)).toHaveLength(1)
    expect((await here(['inspect', 'e.zip'])).out).toContain('60 more files are not read')
  })
})
