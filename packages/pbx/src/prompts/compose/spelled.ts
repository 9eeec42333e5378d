import type { Language } from '@klinke/platform'
import type { PromptId } from '../catalogue.ts'
import { digitsPrompts } from './numbers.ts'

const OWN_NAMES: ReadonlyMap<string, PromptId> = new Map([
  ['ä', 'letter-ae'],
  ['ö', 'letter-oe'],
  ['ü', 'letter-ue'],
  ['ß', 'letter-sz'],
  ['-', 'letter-hyphen'],
  ...Array.from('abcdefghijklmnopqrstuvwxyz', (letter): [string, PromptId] => [letter, `letter-${letter as 'a'}`]),
])

/** A name letter by letter, its digits as digits. Accents are left out, and so is all that has no name. */
export function spelledPrompts(text: string): readonly PromptId[] {
  return Array.from(text.toLowerCase().normalize('NFC')).flatMap((sign) => {
    const own = OWN_NAMES.get(sign) ?? OWN_NAMES.get(sign.normalize('NFD').charAt(0))
    return own ?? digitsPrompts(/\d/.test(sign) ? sign : '')
  })
}

const ENDINGS: readonly (readonly [written: string, id: PromptId])[] = [
  ['stra(?:ß|ss)e|str\\.?', 'street-strasse'],
  ...(['platz', 'weg', 'allee', 'gasse', 'ring', 'damm', 'ufer', 'markt', 'hof'] as const).map((word) => [word, `street-${word}`] as const),
]

/** A street letter by letter; in German what its name ends with is a word. */
export function streetPrompts(street: string, language: Language): readonly PromptId[] {
  if (language !== 'de') return spelledPrompts(street)
  for (const [written, id] of ENDINGS) {
    const [, name] = new RegExp(`^(.*?)[\\s-]*(?:${written})$`, 'isu').exec(street.trim()) ?? []
    if (name !== undefined) return [...spelledPrompts(name), id]
  }
  return spelledPrompts(street)
}
