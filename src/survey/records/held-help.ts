/** What to do about rows that share an id. */
export const HELD_HELP = 'keep one, or give them ids of their own; none of them is assessed'
