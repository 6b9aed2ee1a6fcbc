/** One item of each list. */
type Choice<Lists extends readonly (readonly unknown[])[]> = {
  readonly [Index in keyof Lists]: Lists[Index][number]
}

/** Every choice of one item from each list, the first list fastest; every n-th if there are more than `most`. */
export function* choicesOf<const Lists extends readonly (readonly unknown[])[]>(
  lists: Lists,
  most: number,
): Generator<Choice<Lists>> {
  const sizes = lists.map(({ length }) => length)
  const total = sizes.reduce((product, size) => product * size, 1)
  const stride = evenStride(Math.max(1, Math.ceil(total / most)), sizes)
  for (let index = 0; index < total; index += stride) {
    let rest = index
    yield lists.map((list) => {
      const item = list[rest % list.length]
      rest = Math.floor(rest / list.length)
      return item
    }) as unknown as Choice<Lists>
  }
}

/** The smallest step, from `least` on, that has no divisor in common with any size, so that no item is always skipped. */
function evenStride(least: number, sizes: readonly number[]): number {
  if (least === 1) return 1
  const isEven = (step: number) => sizes.every((size) => commonDivisor(step, size) === 1)
  let step = least
  while (!isEven(step)) step += 1
  return step
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))
