/** Words that join names and remarks, and ranges. */
export const WORDS = {
  'names.item': ', ',
  'names.or': ' or ',
  'names.more': '{names} and {count} more',
  'names.meant': 'did you mean {names}?',
  'remarks.item': '; ',
  'remarks.question': ' ',
  'range.any': 'anything',
  'range.most': 'at most {most}',
  'range.least': '{least} or more',
  'range.from': 'from {least} to {most}',
  'range.between': '{least} to {most}',
} as const
