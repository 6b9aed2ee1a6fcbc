import { describe, expect, it } from 'vitest'
import { PLAIN_READING } from '../../../../src/survey/files/data-file.js'
import { zipOf } from '../archive.js'
import { fileOf, folderOf, operandFault, withOperand } from '../open.js'

const bytes = (text: string) => Buffer.from(text, 'latin1')

async function faultIn(path: string) {
  const fault = await operandFault(path)
  if (fault !== null) return fault
  return withOperand(path, async ({ entries: [entry] }) => {
    const opened = await entry?.open(PLAIN_READING)
    return opened !== undefined && 'faults' in opened ? opened.faults[0] : null
  })
}

describe('files of other programs are told by what they are', () => {
  it.each<[string, Buffer, string]>([
    ['a.dta', bytes('<stata_dta><header><release>118'), 'a data file of Stata'],
    ['old.dta', bytes('\x72\x02\x01\x00abc'), 'a data file of Stata'],
    ['a.sav', bytes('$FL2@(#) SPSS DATA FILE'), 'a data file of SPSS'],
    ['z.sav', bytes('$FL3@(#) SPSS DATA FILE'), 'a data file of SPSS'],
    ['a.parquet', bytes('PAR1\x15\x04'), 'a Parquet file'],
    ['a.csv', bytes('PAR1\x15\x04'), 'a Parquet file'],
    ['a.feather', bytes('ARROW1\x00\x00'), 'an Arrow file'],
    ['a.sas7bdat', bytes(`${'\0'.repeat(12)}\xc2\xea\x81\x60`), 'a data file of SAS'],
    ['a.xpt', bytes('HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!'), 'a transport file of SAS'],
    ['a.rds', bytes('\x1f\x8b\x08'), 'a data file of R'],
    ['a.gz', bytes('\x1f\x8b\x08'), 'a gzip file'],
    ['a.xls', bytes('\xd0\xcf\x11\xe0\xa1\xb1'), 'an old Excel workbook, or one with a password'],
    ['a.db', bytes('SQLite format 3\0'), 'a database of SQLite'],
    ['a.numbers', zipOf([{ name: 'Index/Document.iwa', content: 'x' }]), 'a document of Numbers'],
    ['old.numbers', zipOf([{ name: 'Index.zip', content: 'x' }]), 'a document of Numbers'],
  ])('%s', async (name, content, what) => {
    const fault = await faultIn(fileOf(name, content))
    expect(fault).toMatchObject({ code: 'not-text', message: `this is ${what}` })
    expect(fault?.help).not.toContain('--from')
  })

  it('the file beside an open workbook names that', async () => {
    const folder = folderOf({ '~$list.xlsx': 'somebody', 'list.xlsx': 'x' })
    expect(await operandFault(`${folder}/~$list.xlsx`)).toMatchObject({
      message: 'this only says that somebody has `list.xlsx` open',
      help: 'name `list.xlsx` in its place',
    })
  })
})
