/** The functions that are used; the types of the package are not found through its `exports`. */
declare module 'cephes' {
  const cephes: {
    /** Resolves once the functions may be called. */
    readonly compiled: Promise<void>
    /** The regularised incomplete beta function I(x; a, b). */
    incbet(a: number, b: number, x: number): number
    /** The quantile of the normal distribution. */
    ndtri(probability: number): number
  }
  export default cephes
}
