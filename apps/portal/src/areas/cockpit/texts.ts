import { defineTexts } from '../../shared/texts.ts'

export const cockpitTexts = defineTexts({
  presence: { de: 'Erreichbarkeit', en: 'Availability' },
  free: { de: 'erreichbar', en: 'available' },
  talking: { de: 'im Gespräch', en: 'on the phone' },
  undisturbed: { de: 'bitte nicht stören', en: 'do not disturb' },
  offline: { de: 'kein Telefon angemeldet', en: 'no phone is registered' },
  callPath: { de: 'Was mit meinen Anrufen geschieht', en: 'What happens to my calls' },
  callsNow: { de: 'Anrufe jetzt', en: 'Calls now' },
  noCallsNow: { de: 'Gerade kein Anruf.', en: 'No call at the moment.' },
  missed: { de: 'Verpasst', en: 'Missed' },
  noMissed: { de: 'Nichts verpasst.', en: 'Nothing missed.' },
  last: { de: 'Letzte Anrufe', en: 'Last calls' },
  noLast: {
    de: 'Noch keine Anrufe. Wählen Sie eine Nummer am Telefon oder hier unter „Telefon“.',
    en: 'No calls yet. Dial a number on the phone, or here at “Phone”.',
  },
  all: { de: 'Alle Anrufe', en: 'All calls' },
  messages: { de: 'Neue Nachrichten', en: 'New messages' },
  newMessages: {
    de: (count: number) => (count === 0 ? 'Keine neuen Nachrichten.' : count === 1 ? 'Eine neue Nachricht' : `${count} neue Nachrichten`),
    en: (count: number) => (count === 0 ? 'No new messages.' : count === 1 ? 'One new message' : `${count} new messages`),
  },
  toVoicemail: { de: 'Zur Mailbox', en: 'To the mailbox' },
  noMailbox: {
    de: 'Sie haben noch keine Mailbox (Anrufbeantworter). Wer niemanden erreicht, kann Ihnen nichts hinterlassen.',
    en: 'You have no mailbox yet. Who reaches nobody cannot leave you a message.',
  },
  setUpMailbox: { de: 'Mailbox einrichten', en: 'Set up the mailbox' },
  callback: { de: 'Nächster Rückruf', en: 'Next callback' },
  noCallback: { de: 'Kein Rückruf vorgemerkt.', en: 'No callback is waiting.' },
  toCallbacks: { de: 'Rückrufe verwalten', en: 'Manage callbacks' },
  incoming: { de: 'angerufen worden', en: 'called you' },
  outgoing: { de: 'angerufen', en: 'you called' },
})
