/** Operands, rows and records: what is not judged, rejected or unclear. */
export const RECORDS = {
  'needs-mapping.archive': 'this is an archive, and nothing says which of its files holds what',
  'needs-mapping.folder': 'this is a folder, and nothing says which of its files holds what',
  'each-file.help': 'judge this file by itself: {help}',
  'assumption.every': '`--assume {name}`: every file has this column',
  'assumption.no-members': '`--assume {name}`: no file has members',
  'assumption.help.remove': 'nothing is assumed in place of cells; remove the option',
  'needs-mapping.help':
    '`tpa inspect {operand}` shows what it holds and proposes a mapping for `-m`; or say `--preset`',
  'needs-mapping.why': 'it holds {names}',
  'needs-mapping': 'the workbook has {count} sheets, and nothing says which of them holds what',
  'no-records.empty': 'there is nothing in it',
  'no-records.help.export': 'export it again',
  'hidden-sheet': 'the sheet is hidden and not read',
  'hidden-sheet.help': 'name it as `{name}` if it is meant',
} as const
