/** As on an itemised bill (§ 11 TDDDG). */
const CUT_DIGITS = 3
const WHOLE_NUMBER = /^((?:sips?:|tel:)?(?:\+|0)\d{5,17})(@.*)?$/
const NUMBER_IN_TEXT = /\+[1-9]\d{6,14}/g

/**
 * The same value without what is others' (Art. 15 (4) GDPR): the last three digits of telephone numbers that are not of whom it is about. Numbers of
 * extensions are too short to be cut; times and ids are none.
 */
export function withoutOthers(value: unknown, own: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return cut(value, own)
  if (Array.isArray(value)) return value.map((each) => withoutOthers(each, own))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutOthers(each, own)]))
}

function cut(text: string, own: ReadonlySet<string>): string {
  if (own.has(text)) return text
  const whole = WHOLE_NUMBER.exec(text)
  if (whole !== null) {
    const [, number = '', behind = ''] = whole
    return own.has(number.replace(/^(sips?|tel):/, '')) ? text : `${number.slice(0, -CUT_DIGITS)}xxx${behind}`
  }
  return text.replace(NUMBER_IN_TEXT, (number) => (own.has(number) ? number : `${number.slice(0, -CUT_DIGITS)}xxx`))
}
