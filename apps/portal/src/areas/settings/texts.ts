import { defineTexts } from '../../shared/texts.ts'

export const settingsTexts = defineTexts({
  title: { de: 'Einstellungen', en: 'Settings' },
  about: { de: 'Was für die ganze Telefonanlage gilt.', en: 'What applies to the whole telephone system.' },
  general: { de: 'Allgemein', en: 'General' },
  signIn: { de: 'Anmeldung', en: 'Sign-in' },
  spoken: { de: 'Sprache und Zeit', en: 'Language and time' },
  language: { de: 'Sprache der Ansagen', en: 'Language of announcements' },
  de: { de: 'Deutsch', en: 'German' },
  en: { de: 'Englisch', en: 'English' },
  timeZone: { de: 'Zeitzone', en: 'Time zone' },
  timeZoneHint: {
    de: 'Für Zeitpläne und angesagte Zeiten, etwa Europe/Berlin',
    en: 'Of schedules and announced times, such as Europe/Berlin',
  },
  ringing: { de: 'Anrufe', en: 'Calls' },
  ringTimeoutSeconds: {
    de: 'Klingeln, bis ein Anruf als nicht angenommen gilt (Sekunden)',
    en: 'Ringing until a call counts as not answered (seconds)',
  },
  announceFailures: { de: 'Wer hört, warum ein Anruf nicht zustande kam', en: 'Who hears why a call has failed' },
  phones: { de: 'Anrufer im Haus', en: 'Callers inside' },
  everyone: { de: 'alle Anrufer', en: 'all callers' },
  nobody: { de: 'niemand', en: 'nobody' },
  offerCallback: {
    de: 'Rückruf anbieten, wenn besetzt ist oder niemand abhebt',
    en: 'Offer a callback while a line is busy or nobody answers',
  },
  offerCallbackHint: { de: 'Anrufer im Haus drücken dann die 5.', en: 'Callers inside press 5 then.' },
  keeping: { de: 'Aufbewahrung', en: 'Keeping' },
  voicemailDays: { de: 'Nachrichten in Mailboxen löschen nach (Tagen)', en: 'Delete messages in mailboxes after (days)' },
  callTraces: { de: 'Aufzeichnung des Verbindungsaufbaus, um Anrufe zu erklären', en: 'Traces of call set-up, to explain calls' },
  callTracesHint: {
    de: 'SIP-Nachrichten und Messwerte der Sprachqualität, nie der Inhalt des Gesprächs.',
    en: 'SIP messages and figures of the quality of sound, never what is said.',
  },
  always: { de: 'von allen Anrufen', en: 'of all calls' },
  problems: { de: 'von Anrufen mit Störungen', en: 'of calls with problems' },
  never: { de: 'keine', en: 'none' },
  callTraceDays: { de: 'Löschen nach (Tagen)', en: 'Delete after (days)' },
  forwardingTitle: { de: 'Weiterleitungen', en: 'Forwardings' },
  forwarding: { de: 'Wohin Nebenstellen weiterleiten dürfen', en: 'Where extensions may forward to' },
  hops: {
    de: 'Überallhin; ein weitergeleiteter Anruf darf noch einmal weitergeleitet werden',
    en: 'Anywhere; a forwarded call may be forwarded once more',
  },
  agreed: {
    de: 'Nur zu Nebenstellen, die zustimmen, und von dort nicht weiter',
    en: 'Only to extensions that agree, and not on from there',
  },
  secondFactor: { de: 'Zweiter Faktor', en: 'Second factor' },
  secondFactorAbout: {
    de: 'Wer keinen hat, wird bei der nächsten Anmeldung nur eingelassen, um einen einzurichten: eine App für Codes oder einen Passkey. Für Nutzer ist er freiwillig.',
    en: 'Who has none is let in at the next sign-in only to set one up: an app for codes, or a passkey. Users may do without.',
  },
  required: { de: 'Von Verwaltern einen zweiten Faktor verlangen', en: 'Require a second factor of administrators' },
})
