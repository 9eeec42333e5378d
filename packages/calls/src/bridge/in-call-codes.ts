import type { Clock } from '@klinke/foundation'
import type { Digits } from '../leg/digits.ts'

/** Keys of one code follow each other within this time. */
const BETWEEN_KEYS_MS = 3000

/** Tells when a party has dialled one of `codes`, until the returned function is called. A code that begins another is told at once. */
export function listenForCodes(digits: Digits, codes: readonly string[], clock: Clock, dialled: (code: string) => void): () => void {
  const longest = Math.max(...codes.map(({ length }) => length))
  let keys = ''
  let lastMs = 0
  return digits.listen((digit) => {
    const nowMs = clock.nowMs()
    keys = nowMs - lastMs > BETWEEN_KEYS_MS ? digit : (keys + digit).slice(-longest)
    lastMs = nowMs
    const code = codes.find((candidate) => keys.endsWith(candidate))
    if (code === undefined) return
    keys = ''
    dialled(code)
  })
}
