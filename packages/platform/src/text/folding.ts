/** Letters that Unicode does not take apart into one of ours and a sign. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', ł: 'l', đ: 'd' }
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' }

/** Small letters without signs: `Müller` is `muller`, `Mueller` stays `mueller`. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæøœłđ]/g, (letter) => LETTERS[letter] ?? letter)
}

/** As lists are searched and sorted: the same with umlauts as two letters, `Müller` is `mueller`. The database's `klinke.folded` (migration 0157) does it too. */
export function folded(text: string): string {
  return plain(text.normalize('NFC').replace(/[äöüÄÖÜ]/g, (letter) => UMLAUTS[letter.toLowerCase()] ?? letter))
}

/** However an umlaut is written, as names are recognised: `Müller`, `Mueller` and `Muller` are all `muller`. */
export function loose(text: string): string {
  return plain(text).replace(/([aou])e/g, '$1')
}

/** The digits of a telephone number as people write it, without what stands before it at home or abroad; undefined for words. */
export function digitsOfNumber(query: string): string | undefined {
  const digits = query.replace(/\D/g, '')
  if (!/^[+\d\s()/.-]+$/.test(query) || digits.length < 2) return undefined
  // "0221 12", "+49 (0)221" and "0049221" are one number; "490" may be an extension.
  return digits.replace(/[+(]/.test(query) ? /^(?:00490?|490|00|0)/ : /^(?:00490?|00|0)/, '')
}
