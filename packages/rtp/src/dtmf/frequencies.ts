/**
 * Dual-tone multi-frequency signalling (ITU-T Q.23 (11/88)): each key is one frequency of the low group (its row) and one of the high
 * group (its column).
 */
export const DTMF_ROWS_HZ = [697, 770, 852, 941] as const
export const DTMF_COLUMNS_HZ = [1209, 1336, 1477, 1633] as const

/** Keys, row by row. */
export const DTMF_KEYS = '123A456B789C*0#D'

/** Row and column of a key; undefined when no key has that name. */
export function dtmfFrequencies(key: string): readonly [rowHz: number, columnHz: number] | undefined {
  const at = key.length === 1 ? DTMF_KEYS.indexOf(key.toUpperCase()) : -1
  const rowHz = DTMF_ROWS_HZ[at >> 2]
  const columnHz = DTMF_COLUMNS_HZ[at & 3]
  return at < 0 || rowHz === undefined || columnHz === undefined ? undefined : [rowHz, columnHz]
}
