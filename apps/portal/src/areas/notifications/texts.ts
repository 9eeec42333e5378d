import { defineTexts } from '../../shared/texts.ts'

export const notificationTexts = defineTexts({
  title: { de: 'Benachrichtigungen', en: 'Notifications' },
  about: {
    de: 'Wie Sie erfahren, dass jemand Sie erreichen wollte, auch wenn das Portal geschlossen ist.',
    en: 'How you learn that somebody wanted to reach you, even when the portal is closed.',
  },
  noMail: {
    de: 'Diese Telefonanlage verschickt noch keine E-Mails. Wer sie betreibt, trägt dafür einen Mailserver ein.',
    en: 'This exchange sends no mail yet. Whoever runs it enters a mail server for that.',
  },
  missed: { de: 'Verpasste Anrufe', en: 'Missed calls' },
  missedAbout: {
    de: 'Die E-Mail nennt Anrufer und Zeit und hat einen Link zum Zurückrufen. Mehrere Anrufe kurz hintereinander stehen in einer.',
    en: 'The mail names caller and time, and has a link to call back. Several calls in a short time are in one.',
  },
  missedCallMail: { de: 'Bei verpassten Anrufen eine E-Mail senden', en: 'Send a mail about missed calls' },
  mailTo: { de: 'E-Mail-Adresse', en: 'Mail address' },
  language: { de: 'Sprache der E-Mails', en: 'Language of the mails' },
  german: { de: 'Deutsch', en: 'German' },
  english: { de: 'Englisch', en: 'English' },
  messages: { de: 'Nachrichten auf der Mailbox', en: 'Messages in the mailbox' },
  messagesAbout: {
    de: 'Die E-Mail hat die Nachricht als Tondatei dabei.',
    en: 'The mail has the message with it, as a sound file.',
  },
  noMailbox: {
    de: 'Sie haben noch keine Mailbox. Richten Sie sie zuerst ein.',
    en: 'You have no mailbox yet. Set it up first.',
  },
  toMailbox: { de: 'Zur Mailbox', en: 'To the mailbox' },
  messageMailTo: { de: 'Jede Nachricht senden an', en: 'Send each message to' },
  empty: { de: 'Leer: keine E-Mail', en: 'Empty: no mail' },
  deleteAfterMail: { de: 'Nach der E-Mail auf der Mailbox löschen', en: 'Delete in the mailbox after the mail' },
  desktop: { de: 'Anrufe auf dem Bildschirm', en: 'Calls on the desktop' },
  desktopAbout: {
    de: 'Solange das Telefon im Browser eingeschaltet ist, zeigt dieser Rechner Anrufe auch dann, wenn Sie etwas anderes ansehen; annehmen und ablehnen geht dort.',
    en: 'While the telephone in the browser is on, this computer shows calls even when you look at something else; they are accepted and rejected there.',
  },
  allow: { de: 'Auf diesem Rechner erlauben', en: 'Allow on this computer' },
  granted: { de: 'Auf diesem Rechner erlaubt.', en: 'Allowed on this computer.' },
  denied: {
    de: 'Dieser Browser zeigt nichts an. Erlauben Sie Benachrichtigungen über das Zeichen links neben der Adresse.',
    en: 'This browser shows nothing. Allow notifications by the sign to the left of the address.',
  },
  unknown: { de: 'Dieser Browser kann das nicht.', en: 'This browser cannot do that.' },
  toPhone: { de: 'Zum Telefon', en: 'To the telephone' },
})
