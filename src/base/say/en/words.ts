/** Words that join names and remarks. */
export const WORDS = {
  'names.item': ', ',
  'names.or': ' or ',
  'names.more': '{names} and {count} more',
  'names.meant': 'did you mean {names}?',
  'remarks.item': '; ',
  'remarks.question': ' ',
} as const
