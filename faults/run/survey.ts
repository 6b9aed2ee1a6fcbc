const HEADER = 'household_id,county,village,household_size,net_income,dibao,able_to_work,supporter,note'

/** So many households, some of which are rejected or held, in a file of some bytes each. */
export function households(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const id = at % 97 === 50 ? 'H-00001' : `H-${String(at).padStart(5, '0')}`
    const income = at % 11 === 3 ? '' : String(900 * ((at * 7) % 13))
    const row = `${id},Wanshan,Laojing,${1 + (at % 6)},${income},${at % 5 ? 'no' : 'yes'},yes,no,${'.'.repeat(60)}`
    return at % 89 === 40 ? `${row},more` : row
  })
  return `${[HEADER, ...rows].join('\n')}\n`
}
