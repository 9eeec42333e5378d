import { TypeOverrides } from 'pg'

const INT8_OID = 20

/**
 * How values come back: as the driver does it, but 64-bit integers as numbers, because counters and byte counts
 * stay below 2^53. A larger one throws rather than losing digits.
 */
export function resultTypes(): TypeOverrides {
  const overrides = new TypeOverrides()
  overrides.setTypeParser(INT8_OID, exactNumber)
  return overrides
}

function exactNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number.`)
  return value
}
