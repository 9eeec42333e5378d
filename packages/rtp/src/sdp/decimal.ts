/** An unsigned decimal number of at most 15 digits, up to `max`; undefined for anything else, signs and blanks included. */
export function decimal(text: string | undefined, max: number): number | undefined {
  if (text === undefined || text.length === 0 || text.length > 15) return undefined
  let value = 0
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return undefined
    value = value * 10 + digit
  }
  return value <= max ? value : undefined
}
