import { type CustomTypesConfig, types } from 'pg'

const INT8_OID = 20

/**
 * How values come back: as the driver does it, but 64-bit integers as numbers when they are exact, because
 * counters and byte counts stay below 2^53. A larger one throws rather than losing digits.
 */
export const resultTypes: CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8_OID && format !== 'binary' ? exactNumber : types.getTypeParser(oid, format as 'text')),
}

function exactNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number.`)
  return value
}
