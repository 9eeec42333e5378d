/** A called number as a customer may see it: whole, or without its last three digits (BIL-06). */
export function viewOfNumber(number: string, isWhole: boolean): string {
  return isWhole ? number : `${number.slice(0, -3)}xxx`
}
