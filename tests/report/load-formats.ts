/** The formats of a command by their names, all of them loaded. */
export async function loadFormats<Name extends string, Report>(
  formats: Readonly<Record<Name, () => Promise<Report>>>,
): Promise<Readonly<Record<Name, Report>>> {
  const loading = Object.entries<() => Promise<Report>>(formats)
  const reports = await Promise.all(loading.map(async ([name, load]) => [name, await load()]))
  return Object.fromEntries(reports)
}
