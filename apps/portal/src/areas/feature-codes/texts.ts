import { defineTexts } from '../../shared/texts.ts'

export const featureCodeTexts = defineTexts({
  title: { de: 'Wählcodes', en: 'Feature codes' },
  about: {
    de: 'Was Nutzer am Telefon wählen, um etwas zu schalten. Drucken Sie die Liste für den Platz neben dem Telefon.',
    en: 'What users dial at the phone to switch something. Print the list for the place beside the phone.',
  },
  print: { de: 'Liste drucken', en: 'Print the list' },
  dialled: { de: 'Wählen', en: 'Dial' },
  'for-number': { de: 'Statt einer Rufnummer wählen', en: 'Dial in place of a number' },
  'before-number': { de: 'Vor einer Rufnummer wählen', en: 'Dial before a number' },
  'in-call': { de: 'Im Gespräch drücken', en: 'Press in a call' },
  feature: { de: 'Funktion', en: 'Feature' },
  code: { de: 'Code', en: 'Code' },
  change: { de: 'Ändern', en: 'Change' },
  changeOne: { de: (title: string) => `Code für „${title}“ ändern`, en: (title: string) => `Change the code of “${title}”` },
  off: { de: 'abgeschaltet', en: 'switched off' },
  number: { de: 'Nummer', en: 'number' },
  numberOptional: { de: '[Nummer]', en: '[number]' },
  codes: { de: 'Codes', en: 'Codes' },
  codesHint: {
    de: 'Ziffern, * und #, etwa *21. Mehrere sind möglich; ohne einen ist die Funktion am Telefon abgeschaltet.',
    en: 'Digits, * and #, such as *21. There may be several; without one the feature is switched off at the phone.',
  },
  product: { de: (codes: string) => `Auslieferung: ${codes}`, en: (codes: string) => `As delivered: ${codes}` },
  asDelivered: { de: 'Wie ausgeliefert', en: 'As delivered' },
})
