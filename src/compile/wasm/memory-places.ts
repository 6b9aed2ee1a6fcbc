/** Gives parts of a memory their places, one after another, each at a multiple of eight, and the end of the last. */
export function placed<Name extends string>(
  sizes: Readonly<Record<Name, number>>,
  from: number,
): { readonly places: Readonly<Record<Name, number>>; readonly end: number } {
  let end = (from + 7) & ~7
  const places = {} as Record<Name, number>
  for (const [name, size] of Object.entries(sizes) as [Name, number][]) {
    places[name] = end
    end += (size + 7) & ~7
  }
  return { places, end }
}
