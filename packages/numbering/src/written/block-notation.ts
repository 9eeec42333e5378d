/** A block as it is written, before anybody knows what number its stem is. */
export interface WrittenBlock {
  readonly stem: string
  readonly from: string
  readonly to: string
}

const TO = '(?:\\s*(?:-|–|—|\\.{2,}|…)\\s*|\\s+(?:bis|to)\\s+)-?'
/** Without brackets a hyphen may be one of the number, so that only unmistakable words and signs stand between. */
const PLAIN_TO = '(?:\\s*(?:\\.{2,}|…)\\s*|\\s+(?:–|—|bis|to)\\s+)'

/** `0221-123456 [100–200]` (NUM-04). */
const IN_BRACKETS = new RegExp(`^([^\\[\\]]+?)\\s*-?\\s*\\[\\s*(\\d{1,5})${TO}(\\d{1,5})\\s*\\]$`, 'i')
/** `0221 123456-100 bis -200`, `0221 123456-00 … 99`. */
const BEHIND_HYPHEN = new RegExp(`^(.+\\d)\\s*-\\s*(\\d{1,5})${PLAIN_TO}-?\\s*(\\d{1,5})$`, 'i')
/** `+49221123456100 bis +49221123456200`. */
const WHOLE_NUMBERS = new RegExp(`^(\\+?[\\d\\s().\\-/]{4,40}?)${PLAIN_TO}((?:\\+|0)[\\d\\s().\\-/]{3,40})$`, 'i')

/** Two whole numbers, first and last. */
export interface WrittenSpan {
  readonly first: string
  readonly last: string
}

/** Reads a block in one of its notations; `undefined` for a text that says no block. */
export function blockNotation(text: string): WrittenBlock | WrittenSpan | undefined {
  const short = IN_BRACKETS.exec(text) ?? BEHIND_HYPHEN.exec(text)
  if (short) return { stem: short[1] ?? '', from: short[2] ?? '', to: short[3] ?? '' }
  const whole = WHOLE_NUMBERS.exec(text)
  return whole ? { first: whole[1] ?? '', last: whole[2] ?? '' } : undefined
}
