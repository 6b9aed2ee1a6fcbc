/** What can be proved about a pack when it is loaded. */
export const PROOFS = {
  'constant.met': '`{criterion}` 的 `met` 恒为 {truth}',
  'constant.applies': '`{criterion}` 的 `applies_if` 恒为 {truth}',
  'constant.check': '校验 `{check}` 的 `when` 恒为 {truth}',
  'constant.why': '无论其事实取何值，结果都不变',
  'negative-tolerance': '该容差可能为负',
  'negative-tolerance.why': '取整后的数与真实数之差不超过容差',
  'bad-number.divisor': '该除数可能为 0 或负数',
  'bad-number.why.divisor': '请为它声明大于 0 的 `min`',
} as const
