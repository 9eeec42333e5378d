import { defineTexts } from '../../shared/texts.ts'

export const stockTexts = defineTexts({
  title: { de: 'Rufnummernvorrat', en: 'Stock of numbers' },
  about: {
    de: 'Aus diesen Bereichen bekommen Bestellungen ihre Rufnummern, passend zum Ortsnetz des Standorts.',
    en: 'Orders get their numbers from these ranges, of the area of their site.',
  },
  empty: {
    de: 'Noch ist nichts im Vorrat: Bestellungen mit Rufnummern lassen sich erst bereitstellen, wenn hier ein Bereich steht.',
    en: 'Nothing is in stock yet: orders with numbers cannot be provisioned before there is a range here.',
  },
  add: { de: 'Bereich aufnehmen', en: 'Add a range' },
  added: { de: 'Bereich aufgenommen', en: 'Range added' },
  first: { de: 'Erste Rufnummer', en: 'First number' },
  firstHint: { de: 'etwa +4922198700 oder 0221 98700', en: 'such as +4922198700 or 0221 98700' },
  firstWrong: { de: 'Bitte eine Rufnummer mit Vorwahl', en: 'Please a number with its area code' },
  size: { de: 'Wie viele', en: 'How many' },
  areaCode: { de: 'Vorwahl', en: 'Area code' },
  upstreamCarrier: { de: 'Netzbetreiber, bei dem sie liegen', en: 'Carrier that they lie with' },
  act: { de: 'Aktion', en: 'Action' },
  removeTitle: { de: (first: string) => `Bereich ab ${first} herausnehmen?`, en: (first: string) => `Take out the range from ${first}?` },
  removeLabel: { de: (first: string) => `Bereich ab ${first} löschen`, en: (first: string) => `Delete the range from ${first}` },
  removeConsequence: {
    de: 'Neue Bestellungen bekommen daraus keine Rufnummern mehr. Was schon zugeteilt ist, bleibt.',
    en: 'New orders get no numbers from it any more. What is assigned already stays.',
  },
  removed: { de: 'Bereich herausgenommen', en: 'Range taken out' },
})
