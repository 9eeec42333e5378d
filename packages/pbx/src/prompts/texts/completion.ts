import type { Text } from '@klinke/platform'

/** Calls that are made again later. */
export const completionTexts = {
  'callback-set-no-answer': {
    de: 'Sie werden zurückgerufen, sobald der Teilnehmer sein Telefon wieder benutzt.',
    en: 'You will be called back when the phone has been used again.',
  },
  'callback-set-not-registered': {
    de: 'Sie werden zurückgerufen, sobald das Telefon wieder angemeldet ist.',
    en: 'You will be called back when the phone is connected again.',
  },
  'redial-set': {
    de: 'Die Nummer wird wieder angerufen, bis sie frei ist.',
    en: 'The number will be called again until it is free.',
  },
  'callback-still-busy': {
    de: 'Der Anschluss ist noch nicht frei. Wir versuchen es weiter.',
    en: 'The line is not free yet. We keep trying.',
  },
  'callback-too-many': {
    de: 'Es sind schon zu viele Rückrufe vorgemerkt.',
    en: 'Too many callbacks are waiting already.',
  },
  'busy-callback-key': {
    de: 'Der Anschluss ist besetzt. Drücken Sie die Fünf, um zurückgerufen zu werden.',
    en: 'The line is busy. Press five to be called back.',
  },
  'no-answer-callback-key': {
    de: 'Der Teilnehmer meldet sich nicht. Drücken Sie die Fünf, um zurückgerufen zu werden.',
    en: 'There is no answer. Press five to be called back.',
  },
  'callback-none': { de: 'Es ist kein Rückruf vorgemerkt.', en: 'There is no callback.' },
  'callback-deleted': { de: 'Der Rückruf ist gelöscht.', en: 'The callback has been deleted.' },
  'callback-for': { de: 'Rückruf für', en: 'Callback for' },
  'callback-delete': { de: 'Drücken Sie die Eins, um ihn zu löschen.', en: 'Press one to delete it.' },
} as const satisfies Readonly<Record<string, Text>>
