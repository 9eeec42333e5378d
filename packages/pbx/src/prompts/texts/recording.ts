import type { Text } from '@klinke/platform'

/** Recording of calls and conferences (LAW-06): everybody is told before, and can decline. */
export const recordingTexts = {
  'recording-notice': {
    de: 'Dieses Gespräch wird aufgezeichnet. Wenn Sie das nicht möchten, drücken Sie die Zwei.',
    en: 'This call is being recorded. If you do not want that, press two.',
  },
  'recording-consent': {
    de: 'Dürfen wir dieses Gespräch aufzeichnen? Drücken Sie die Eins für Ja, die Zwei für Nein.',
    en: 'May we record this call? Press one for yes, two for no.',
  },
  'recording-asking': {
    de: 'Bitte warten Sie, der Gesprächspartner wird um sein Einverständnis gebeten.',
    en: 'Please wait, the other party is being asked for consent.',
  },
  'recording-declined': { de: 'Das Gespräch wird nicht aufgezeichnet.', en: 'This call is not being recorded.' },
  'recording-stopped': { de: 'Die Aufzeichnung ist beendet.', en: 'Recording has ended.' },
  'recording-paused': { de: 'Die Aufzeichnung ist unterbrochen.', en: 'Recording is paused.' },
  'recording-resumed': { de: 'Die Aufzeichnung geht weiter.', en: 'Recording goes on.' },
  'recording-no-room': {
    de: 'Es ist kein Speicherplatz mehr frei. Das Gespräch wird nicht weiter aufgezeichnet.',
    en: 'There is no storage left. This call is not being recorded any more.',
  },
  'conf-recording': {
    de: 'Diese Konferenz wird aufgezeichnet. Wenn Sie das nicht möchten, legen Sie bitte auf.',
    en: 'This conference is being recorded. If you do not want that, please hang up.',
  },
} as const satisfies Readonly<Record<string, Text>>
