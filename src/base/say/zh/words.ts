/** Words that join names and remarks, and ranges. */
export const WORDS = {
  'names.item': '、',
  'names.or': ' 或 ',
  'names.more': '{names} 等，另有 {count} 个',
  'names.meant': '是否指 {names}？',
  'remarks.item': '；',
  'remarks.question': '',
  'range.any': '任意值',
  'range.most': '至多 {most}',
  'range.least': '{least} 或以上',
  'range.from': '{least} 至 {most}',
  'range.between': '{least} 至 {most}',
} as const
