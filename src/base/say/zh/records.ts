/** Operands, rows and records: what is not judged, rejected or unclear. */
export const RECORDS = {
  'needs-mapping.archive': '这是一个压缩包，未说明其中各文件的内容',
  'needs-mapping.folder': '这是一个文件夹，未说明其中各文件的内容',
  'each-file.help': '请单独核算该文件：{help}',
  'assumption.every': '`--assume {name}`：每个文件都有这一列',
  'assumption.no-members': '`--assume {name}`：没有文件含有成员',
  'assumption.help.remove': '已有的单元格不会被假定值取代；请去掉该选项',
  'needs-mapping.help':
    '`tpa inspect {operand}` 可查看其内容，并生成供 `-m` 使用的字段对照表；或使用 `--preset`',
  'needs-mapping.why': '其中有 {names}',
  'needs-mapping': '工作簿有 {count} 个工作表，未说明各表的内容',
  'no-records.empty': '其中没有任何内容',
  'no-records.help.export': '请重新导出',
  'hidden-sheet': '该工作表被隐藏，未读取',
  'hidden-sheet.help': '如果确实要读，请写明 `{name}`',
} as const
