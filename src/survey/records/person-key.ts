/**
 * What tells a person from all others of a table: the id. If it is a short number that each household counts from 1 (`1`, `02`), the
 * household and that number. A survey of more than a hundred persons does not have ids that are so short.
 */
export const personKey = (household: string | number, id: string): string =>
  /^\d{1,2}$/.test(id) ? `${household}\0${id}` : id
