/** What can be proved about a pack when it is loaded. */
export const PROOFS = {
  'constant.met': '`met` of `{criterion}` is always {truth}',
  'constant.applies': '`applies_if` of `{criterion}` is always {truth}',
  'constant.check': '`when` of check `{check}` is always {truth}',
  'constant.why': 'no value that its facts can have changes it',
  'negative-tolerance': 'this tolerance can be negative',
  'negative-tolerance.why': 'a rounded figure is at most as far from the true one as its tolerance',
  'bad-number.divisor': 'this divisor can be 0 or less',
  'bad-number.why.divisor': 'declare a `min` above 0 for it',
} as const
