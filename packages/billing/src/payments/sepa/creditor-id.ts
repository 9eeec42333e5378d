/**
 * Creditor identifier (Gläubiger-Identifikationsnummer) of EPC262-08: country, check digits, business code, national part. A German one has 11 digits there.
 * The check digits leave the business code out, which the creditor chooses freely (BIL-08).
 */
export function isCreditorId(text: string): boolean {
  const [, country, check, national] = /^([A-Z]{2})(\d{2})[A-Z0-9]{3}([A-Z0-9]{1,28})$/.exec(text) ?? []
  if (country === undefined || check === undefined || national === undefined) return false
  if (country === 'DE' && !/^\d{11}$/.test(national)) return false
  return remainderOf97(`${national}${country}${check}`) === 1
}

/** ISO 7064 MOD 97-10, with letters as two digits: A is 10. */
function remainderOf97(text: string): number {
  let remainder = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder
}
