import { AREA_CODE_ROWS } from './area-codes.data.ts'
import { PrefixTable } from './prefix-table.ts'

/** An Ortsnetz: its code without leading 0, and the place after which the Bundesnetzagentur names it. */
export interface AreaCode {
  readonly areaCode: string
  readonly place: string
}

/** Every German area code, in ascending order of their digits. */
export const AREA_CODES: readonly AreaCode[] = AREA_CODE_ROWS.trim()
  .split('\n')
  .map((row) => {
    const space = row.indexOf(' ')
    return { areaCode: row.slice(0, space), place: row.slice(space + 1) }
  })

const BY_PREFIX = new PrefixTable(AREA_CODES.map((each) => [each.areaCode, each] as const))

/** The area code with which a national number (without leading 0) begins; 02129 Haan before 0212 Solingen. */
export function areaCodeOf(national: string): AreaCode | undefined {
  return BY_PREFIX.longest(national)
}

/** The Ortsnetz that has exactly this code, without leading 0. */
export function areaCodeNamed(code: string): AreaCode | undefined {
  const found = areaCodeOf(code)
  return found?.areaCode === code ? found : undefined
}
