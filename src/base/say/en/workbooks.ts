/** Workbooks: what is damaged or hidden in them. */
export const WORKBOOKS = {
  'bad-archive.blank-rows':
    'up to row {row}, more than {most} blank rows stand before each cell that is filled',
  'bad-archive.blank-cells':
    'up to row {row}, more than {most} blank cells stand before each cell that is filled',
  'merged-cells': '{count} {count|cell is|cells are} merged over several rows, and said of each of them',
  'hidden-rows': '{count} {count|row is|rows are} hidden in the sheet, and read as the others are',
  'bad-archive.help.save': 'open it in Excel or LibreOffice and save it anew',
  'bad-archive.merges': 'it has more than {most} merged cells',
  'bad-archive.shared-texts': 'up to row {row}, its cells repeat more text than those of any real one',
  'long-record.text': 'a text in it',
  'bad-archive.texts': 'its texts take more than 2 GiB',
  'empty-file.sheet': 'the sheet is empty',
  'empty-file.help.sheet': 'name another sheet',
  'hidden-rows.help': 'remove them if they are not meant',
  'bad-archive.row-order': 'row {row} stands behind row {before}',
  'bad-archive.row-number': 'a row is numbered `{number}`',
  'bad-archive.cell-place': 'row {row} has a cell at `{place}`',
  'long-record.row': 'row {row}',
  'bad-archive.no-text': 'row {row} has a text that the workbook does not hold',
  'bad-archive.part': 'it lacks its part {part}',
  'bad-archive.part-expands':
    'its part {part} expands to more than 64 MiB and more than {times} times its size',
  'bad-archive.sheet-twice': 'two of its sheets are the same part {part}',
  'bad-archive.sheets': 'it has more than {most} sheets',
  'bad-archive.attributes': 'a tag has more than {most} attributes',
  'too-deep.tags': 'tags stand inside each other more than {most} deep',
  'bad-archive.lists': 'its lists of sheets and styles are longer than any real ones',
  'long-record': '{what} has more than {most} characters',
  'long-record.help.cell': 'check what stands there in Excel or LibreOffice, and save it without',
  'bad-archive.bytes': 'some bytes are no text',
  'bad-archive.workbook': 'the workbook is damaged',
} as const
