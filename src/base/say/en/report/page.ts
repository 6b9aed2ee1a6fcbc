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
  'page.criteria':
    'One bar for each criterion: the shares of all {records} that meet it, miss it, are unknown (hatched), or to which it does not apply (dotted).',
  'page.field': 'Unmet criteria by {fact}',
  'page.field.note':
    'Each field has the percent of households or records that miss the criterion, of those to which it applies. A hatched strip below is the share that is unknown; dotted: it applies to none.',
  'page.others': '{count} others together',
  'page.of': '{count} of {applies}',
  'page.whiskers':
    'A dot is a known figure. A thick line goes from the least to the most that answers still open allow; a thin line is the 95% interval of a sample. The table has the numbers.',
  'page.whole': 'all',
  'page.book-share': '{book}: share',
  'page.verdict': 'finding',
  'page.because': 'because',
  'page.source': 'source',
} as const
