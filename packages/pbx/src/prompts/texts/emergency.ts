import type { Text } from '@klinke/platform'

/** A test of 110 and 112: nobody who hears it may think that help comes. */
export const emergencyTexts = {
  'emergency-test-number': {
    de: 'Dies ist nur ein Test, niemand ist alarmiert. Die Leitstelle sieht die Rufnummer',
    en: 'This is only a test, nobody has been alerted. The control centre sees the number',
  },
  'emergency-test-no-number': {
    de: 'Dies ist nur ein Test, niemand ist alarmiert. Die Leitstelle sieht keine Rufnummer.',
    en: 'This is only a test, nobody has been alerted. The control centre sees no number.',
  },
  'emergency-test-postal-code': {
    de: 'Sie sieht auch die Anschrift mit der Postleitzahl',
    en: 'It also sees the address with the postal code',
  },
  'emergency-test-registered': {
    de: 'Gemeldet ist der Standort mit der Postleitzahl',
    en: 'The site is registered with the postal code',
  },
  'emergency-test-town': { de: 'Ort', en: 'town' },
  'emergency-test-street': { de: 'Straße', en: 'street' },
  'emergency-test-house-number': { de: 'Hausnummer', en: 'house number' },
  'emergency-test-good': { de: 'Das stimmt mit dem Standort überein.', en: 'That is what the site says.' },
  'emergency-test-bad': {
    de: 'Achtung: So findet Hilfe Sie nicht sicher. Bitte lassen Sie den Standort prüfen.',
    en: 'Attention: help may not find you like this. Please have the site checked.',
  },
} as const satisfies Readonly<Record<string, Text>>
