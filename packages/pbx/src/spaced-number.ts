/** `+49 2211234`: without the space a spreadsheet takes it for an amount and drops the plus. */
export function spacedNumber(number: string): string {
  return number.replace(/^\+(\d\d)(?=\d)/, '+$1 ')
}
