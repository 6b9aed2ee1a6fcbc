/** What is said of members and of what stands beside their numbers. */
export const PERSONS = {
  'gone-members':
    '`{column}` 列 {filled} 个有值单元格中，有 {count} 个表明该人已死亡、已迁出或只是访客；目前仍计为家庭成员',
  'gone-members.help': '如不属于家庭成员，请在字段对照表中写入 {line}',
  'gone-members.help.status':
    '字段对照表的 `rows_if` 可说明哪些数据行是家庭成员；`tpa inspect` 会给出该行的建议',
  'gone-members.help.wide': '如不属于家庭成员，应从文件中删去其单元格',
  'unit-column':
    '`{column}` 列 {filled} 个有值单元格中，有 {count} 个写的单位与 {facts} 的单位不同；未作任何换算',
  'unit-column.help': '字段对照表中可用 `value: if … then … else …` 说明如何由这两列算出该事实',
  'same-own-id': '`{column}` 列有相同编号出现在多个{plural}中，这些记录由 `{key}` 区分：{ids}；每个都已判定',
  'same-own-id.why': '重复提交或更正后重新提交的表会被计算两次',
  'several-rosters': '家庭成员读自 {count} 个表：{tables}',
  'several-rosters.why': '其中可能有记录死亡或迁出人员的表，或不是记录人的表；其所有数据行都计为成员',
  'several-rosters.help': '字段对照表写明成员所在的表即可；`tpa inspect` 会给出建议',
  'inspect.same-columns': '列与 {table} 相同，且有其中的编号',
  'inspect.more-members': '{table} 的数据行是否也是家庭成员：字段对照表只从 {read} 读取成员',
  'inspect.who-is-member': '哪些人计为家庭成员：{why}',
  'inspect.gone':
    '`{column}` 列 {filled} 个有值单元格中，有 {count} 个表明该人已死亡、已迁出或只是访客（{cells}）',
} as const
