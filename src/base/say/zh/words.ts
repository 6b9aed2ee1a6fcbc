/** Words that join names and remarks. */
export const WORDS = {
  'names.item': '、',
  'names.or': ' 或 ',
  'names.more': '{names} 等，另有 {count} 个',
  'names.meant': '是否指 {names}？',
  'remarks.item': '；',
  'remarks.question': '',
} as const
