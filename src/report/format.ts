/** The formats of a command by their names; each is loaded when it is asked for, because the command line reads the names at every start. */
export type Formats<Report> = Readonly<Record<string, () => Promise<Report>>>

/** The names of formats in the order in which help lists them. */
export const formatNames = <Name extends string>(formats: Readonly<Record<Name, unknown>>): Name[] =>
  Object.keys(formats) as Name[]
