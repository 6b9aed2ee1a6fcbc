/**
 * What tells a person from all others of a table: the id, or, where it is a number that begins anew in each household (`1`, `02`), that
 * number in its household. No survey of more than a hundred persons has shorter ids than that.
 */
export const personKey = (household: string | number, id: string): string =>
  /^\d{1,2}$/.test(id) ? `${household}\0${id}` : id
