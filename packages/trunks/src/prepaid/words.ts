import type { Words } from '../guard/words.ts'

export const noCreditWords: Words = {
  de: 'Der Anruf wurde abgelehnt: das Guthaben reicht nicht für zehn Sekunden.',
  en: 'The call was refused: the credit does not last for ten seconds.',
}

export const noPriceWords: Words = {
  de: 'Der Anruf wurde abgelehnt: der Tarif nennt keinen Preis für diese Nummer, und ohne Preis wird kein Guthaben verbraucht.',
  en: 'The call was refused: the tariff has no price for this number, and without a price no credit is used.',
}

export const usedUpWords: Words = {
  de: 'Das Gespräch endet: das Guthaben ist aufgebraucht.',
  en: 'The call ends: the credit is used up.',
}

export function nearEndWords(seconds: number): Words {
  return {
    de: `Das Guthaben reicht noch für ${seconds} Sekunden: wer zahlt, hört einen Ton.`,
    en: `The credit lasts for another ${seconds} seconds: who pays hears a tone.`,
  }
}
