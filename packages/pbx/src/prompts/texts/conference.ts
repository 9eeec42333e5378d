import type { Text } from '@klinke/platform'

/** Conference rooms (CONF). */
export const conferenceTexts = {
  'conf-welcome': { de: 'Willkommen in der Konferenz.', en: 'Welcome to the conference.' },
  'conf-enter-pin': {
    de: 'Bitte geben Sie die PIN der Konferenz ein, dann die Raute.',
    en: 'Please enter the conference PIN, then the hash key.',
  },
  'conf-wait-for-moderator': {
    de: 'Die Konferenz beginnt, sobald der Moderator da ist.',
    en: 'The conference begins when the moderator arrives.',
  },
  'conf-alone': { de: 'Sie sind allein in der Konferenz.', en: 'You are alone in the conference.' },
  'conf-muted': { de: 'Sie sind stumm geschaltet.', en: 'You are muted.' },
  'conf-unmuted': { de: 'Sie sind wieder zu hören.', en: 'You can be heard again.' },
  'conf-all-muted': { de: 'Alle Teilnehmer sind stumm geschaltet.', en: 'All participants are muted.' },
  'conf-all-unmuted': { de: 'Alle Teilnehmer sind wieder zu hören.', en: 'All participants can be heard again.' },
  'conf-locked': { de: 'Die Konferenz ist jetzt gesperrt.', en: 'The conference is now locked.' },
  'conf-unlocked': { de: 'Die Konferenz ist wieder offen.', en: 'The conference is open again.' },
  'conf-is-locked': { de: 'Diese Konferenz ist gesperrt.', en: 'This conference is locked.' },
  'conf-full': { de: 'Die Konferenz ist voll.', en: 'The conference is full.' },
  'conf-there-is': { de: 'In der Konferenz ist', en: 'There is' },
  'conf-there-are': { de: 'In der Konferenz sind', en: 'There are' },
  'conf-participant': { de: 'Teilnehmer', en: 'participant in the conference' },
  'conf-participants': { de: 'Teilnehmer', en: 'participants in the conference' },
  'conf-say-name': {
    de: 'Bitte sagen Sie nach dem Signalton Ihren Namen, und drücken Sie die Raute.',
    en: 'Please say your name after the tone and press the hash key.',
  },
  'conf-has-joined': { de: 'nimmt jetzt teil.', en: 'has joined.' },
  'conf-has-left': { de: 'hat die Konferenz verlassen.', en: 'has left the conference.' },
  'conf-someone': { de: 'Ein Teilnehmer', en: 'A participant' },
  'conf-kicked': { de: 'Sie wurden aus der Konferenz entfernt.', en: 'You have been removed from the conference.' },
  'conf-ended': { de: 'Die Konferenz ist beendet.', en: 'The conference has ended.' },
  'conf-moderator-menu': {
    de: 'Stern Sechs: stumm. Stern Zwei: Zahl der Teilnehmer. Stern Vier: ihre Namen. Stern Drei: jemanden anrufen und dazuholen. Stern Null: vorher unter vier Augen mit ihm sprechen. Stern Fünf: alle stumm. Stern Sieben: sperren. Stern Acht: den Letzten entfernen. Stern Neun: beenden. Stern Eins: aufzeichnen.',
    en: 'Star six: mute. Star two: number of participants. Star four: their names. Star three: call somebody in. Star zero: talk to them in private before. Star five: mute all. Star seven: lock. Star eight: remove the last one. Star nine: end. Star one: record.',
  },
  'conf-invited': {
    de: 'Sie sind in eine Konferenz eingeladen. Drücken Sie die Eins, um teilzunehmen.',
    en: 'You are invited to a conference. Press one to join.',
  },
} as const satisfies Readonly<Record<string, Text>>
