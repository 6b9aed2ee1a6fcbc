/** What pages say beside what the other formats say. */
export const REPORT_PAGE = {
  'page.assess': '判定结果：{pack}',
  'page.measure': '统计结果：{programme}',
  'page.validate': '数据问题：{pack}',
  'page.diff': '规则对比：{before} 与 {after}',
  'page.explain': '判定说明：{id}',
  'page.range': '{least} 至 {most}',
  'page.at-least': '至少 {least}',
  'page.about': '本页依据',
  'page.pack': '规则包',
  'page.programme': '方案',
  'page.inputs': '读取的文件（SHA-256）',
  'page.mapping': '映射（SHA-256）',
  'page.made-by': '生成工具',
  'page.table': '本图数据表',
  'page.chart': '图：{title}',
} as const
