import type { Text } from '@klinke/platform'

/** Mailboxes (VM-01 to VM-04). `-a` stands before one thing, `-none` for no thing. */
export const voicemailTexts = {
  'vm-greeting': {
    de: 'Der Teilnehmer ist zurzeit nicht erreichbar. Bitte sprechen Sie nach dem Signalton.',
    en: 'The person you have called is not available. Please speak after the tone.',
  },
  'vm-greeting-busy': {
    de: 'Der Teilnehmer spricht gerade. Bitte sprechen Sie nach dem Signalton.',
    en: 'The person you have called is busy. Please speak after the tone.',
  },
  'vm-greeting-closed': {
    de: 'Sie rufen außerhalb unserer Geschäftszeiten an. Bitte sprechen Sie nach dem Signalton.',
    en: 'You are calling outside our business hours. Please speak after the tone.',
  },
  'vm-record-after-tone': { de: 'Bitte sprechen Sie nach dem Signalton.', en: 'Please speak after the tone.' },
  'vm-message-too-short': { de: 'Die Nachricht war zu kurz.', en: 'The message was too short.' },
  'vm-message-stored': { de: 'Ihre Nachricht wurde gespeichert.', en: 'Your message has been stored.' },
  'vm-mailbox-full': {
    de: 'Diese Mailbox ist voll. Sie kann keine Nachricht aufnehmen.',
    en: 'This mailbox is full and takes no messages.',
  },
  'vm-enter-mailbox': {
    de: 'Bitte geben Sie die Nummer der Mailbox ein, dann die Raute.',
    en: 'Please enter the mailbox number, then the hash key.',
  },
  'vm-no-such-mailbox': { de: 'Diese Mailbox gibt es nicht.', en: 'This mailbox does not exist.' },
  'vm-you-have': { de: 'Sie haben', en: 'You have' },
  'vm-and': { de: 'und', en: 'and' },
  'vm-no-messages': { de: 'Sie haben keine Nachrichten.', en: 'You have no messages.' },
  'vm-new-message': { de: 'neue Nachricht', en: 'new message' },
  'vm-new-messages': { de: 'neue Nachrichten', en: 'new messages' },
  'vm-old-message': { de: 'alte Nachricht', en: 'old message' },
  'vm-old-messages': { de: 'alte Nachrichten', en: 'old messages' },
  'vm-message': { de: 'Nachricht', en: 'Message' },
  'vm-received': { de: 'Empfangen', en: 'Received' },
  'vm-from': { de: 'von', en: 'from' },
  'vm-from-unknown': { de: 'von einem unbekannten Anrufer', en: 'from an unknown caller' },
  'vm-main-menu': {
    de: 'Eins: neue Nachrichten. Zwei: alte Nachrichten. Drei: Begrüßungen. Vier: PIN ändern. Stern: beenden.',
    en: 'One: new messages. Two: old messages. Three: greetings. Four: change the PIN. Star: end.',
  },
  'vm-message-menu': {
    de: 'Eins: wiederholen. Zwei: speichern. Drei: löschen. Vier: vorige Nachricht. Fünf: zurückrufen. Raute: nächste Nachricht.',
    en: 'One: repeat. Two: save. Three: delete. Four: the message before. Five: call back. Hash: next message.',
  },
  'vm-saved': { de: 'Gespeichert.', en: 'Saved.' },
  'vm-deleted': { de: 'Gelöscht.', en: 'Deleted.' },
  'vm-deleted-menu': {
    de: 'Diese Nachricht ist gelöscht. Drei: wiederherstellen. Vier: vorige Nachricht. Raute: nächste Nachricht.',
    en: 'This message is deleted. Three: restore. Four: the message before. Hash: next message.',
  },
  'vm-cannot-play': {
    de: 'Diese Nachricht kann zurzeit nicht abgespielt werden.',
    en: 'This message cannot be played at the moment.',
  },
  'vm-restored': { de: 'Wiederhergestellt.', en: 'Restored.' },
  'vm-first-message': { de: 'Erste Nachricht.', en: 'First message.' },
  'vm-next-message': { de: 'Nächste Nachricht.', en: 'Next message.' },
  'vm-no-more': { de: 'Keine weiteren Nachrichten.', en: 'No more messages.' },
  'vm-greeting-menu': {
    de: 'Drücken Sie die Eins für die Standardbegrüßung, die Zwei für die Begrüßung bei Besetzt, die Drei für die vorübergehende Begrüßung.',
    en: 'Press one for the standard greeting, two for the busy greeting, three for the temporary greeting.',
  },
  'vm-greeting-actions': {
    de: 'Eins: anhören. Zwei: aufnehmen. Drei: löschen. Stern: zurück.',
    en: 'One: listen. Two: record. Three: delete. Star: back.',
  },
  'vm-record-greeting': {
    de: 'Sprechen Sie Ihre Begrüßung nach dem Signalton, und drücken Sie dann die Raute.',
    en: 'Speak your greeting after the tone, then press the hash key.',
  },
  'vm-keep-recording': { de: 'Eins: speichern. Zwei: anhören. Drei: neu aufnehmen.', en: 'One: save. Two: listen. Three: record again.' },
  'vm-no-greeting': { de: 'Sie haben keine eigene Begrüßung.', en: 'You have no greeting of your own.' },
  'vm-new-pin': { de: 'Bitte geben Sie die neue PIN ein, dann die Raute.', en: 'Please enter the new PIN, then the hash key.' },
  'vm-new-pin-again': { de: 'Bitte wiederholen Sie die neue PIN.', en: 'Please enter the new PIN again.' },
  'vm-pin-changed': { de: 'Die PIN ist geändert.', en: 'The PIN has been changed.' },
  'vm-pin-refused': { de: 'Diese PIN kann nicht verwendet werden.', en: 'This PIN cannot be used.' },
} as const satisfies Readonly<Record<string, Text>>
