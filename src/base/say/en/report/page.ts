/** What pages say beside what the other formats say. */
export const REPORT_PAGE = {
  'page.assess': 'Assessment: {pack}',
  'page.measure': 'Figures: {programme}',
  'page.validate': 'What needs fixing: {pack}',
  'page.diff': 'Comparison of rules: {before} and {after}',
  'page.explain': 'Why this decision: {id}',
  'page.range': 'from {least} to {most}',
  'page.at-least': 'at least {least}',
  'page.about': 'What this page rests on',
  'page.pack': 'Rules',
  'page.programme': 'Programme',
  'page.inputs': 'Files read (SHA-256)',
  'page.mapping': 'Mapping (SHA-256)',
  'page.made-by': 'Made by',
  'page.table': 'The figures of this chart as a table',
  'page.chart': 'Chart: {title}',
} as const
