/** Adds whole numbers without loss: doubles hold them up to a bound, beyond it they move into a whole number of any length. */
export class WholeSum {
  private low = 0
  private high = 0n

  add(whole: number): void {
    this.low += whole
    if (this.low > SAFE || this.low < -SAFE) this.carry()
  }

  /** Adds the product of two whole numbers that doubles hold exactly. */
  addProduct(a: number, b: number): void {
    const product = a * b
    if (product <= SAFE && product >= -SAFE) this.add(product)
    else this.high += BigInt(a) * BigInt(b)
  }

  total(): bigint {
    return this.high + BigInt(this.low)
  }

  private carry(): void {
    this.high += BigInt(this.low)
    this.low = 0
  }
}

const SAFE = 2 ** 52
