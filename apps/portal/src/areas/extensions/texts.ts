import { defineTexts } from '../../shared/texts.ts'

export const extensionTexts = defineTexts({
  title: { de: 'Nebenstellen', en: 'Extensions' },
  about: {
    de: 'Jede Nebenstelle ist eine interne Nummer mit einem SIP-Zugang für ihre Telefone.',
    en: 'Each extension is an internal number with a SIP account for its phones.',
  },
  add: { de: 'Nebenstelle anlegen', en: 'Create an extension' },
  number: { de: 'Nummer', en: 'Number' },
  numberHint: { de: '2 bis 6 Ziffern, nicht mit 0 beginnend', en: '2 to 6 digits, not beginning with 0' },
  numberWrong: { de: 'Bitte 2 bis 6 Ziffern, die erste nicht 0', en: 'Please 2 to 6 digits, the first not 0' },
  name: { de: 'Name', en: 'Name' },
  nameHint: { de: 'Sehen interne Gesprächspartner auf ihrem Telefon', en: 'Shown on the phones of colleagues' },
  outgoingNumber: { de: 'Gezeigte Rufnummer', en: 'Number shown outside' },
  outgoingNumberHint: {
    de: 'Was Angerufene draußen sehen; ohne Angabe die erste Rufnummer des Kunden',
    en: "What called parties outside see; the customer's first number if none is chosen",
  },
  firstNumber: { de: 'Erste Rufnummer', en: 'First number' },
  sipUsername: { de: 'SIP-Benutzername', en: 'SIP user name' },
  emptyTitle: { de: 'Noch keine Nebenstellen', en: 'No extensions yet' },
  emptyText: {
    de: 'Legen Sie die erste an. Sie bekommen einen SIP-Zugang, den Sie in ein Telefon oder eine App eintragen, und können sofort telefonieren.',
    en: 'Create the first one. You get a SIP account to enter in a phone or an app, and can call at once.',
  },
  deleteOne: { de: (number: string) => `Nebenstelle ${number} löschen?`, en: (number: string) => `Delete extension ${number}?` },
  deleteConsequence: {
    de: 'Ihre Telefone werden sofort abgewiesen, ihre Einstellungen und ihre Mailbox mit allen Nachrichten sind weg. Ihre Anrufe bleiben in den Anruflisten. Das lässt sich nicht zurücknehmen.',
    en: 'Its phones are refused at once; its settings and its mailbox with all messages are gone. Its calls stay in the call records. This cannot be taken back.',
  },
  deleteMany: { de: (count: number) => `${count} Nebenstellen löschen?`, en: (count: number) => `Delete ${count} extensions?` },
  deleted: {
    de: (count: number) => (count === 1 ? 'Nebenstelle gelöscht' : `${count} Nebenstellen gelöscht`),
    en: (count: number) => (count === 1 ? 'Extension deleted' : `${count} extensions deleted`),
  },
  bulkDone: { de: (done: number, of: number) => `${done} von ${of}`, en: (done: number, of: number) => `${done} of ${of}` },
  setOutgoing: { de: 'Gezeigte Rufnummer ändern', en: 'Change the number shown' },
  outgoingChanged: {
    de: (count: number) => `Gezeigte Rufnummer von ${count} Nebenstellen geändert`,
    en: (count: number) => `Number shown changed for ${count} extensions`,
  },
  setPackage: { de: 'Paket ändern', en: 'Change the package' },
  packageChanged: {
    de: (count: number) => `Paket von ${count} Nebenstellen geändert`,
    en: (count: number) => `Package changed for ${count} extensions`,
  },
  general: { de: 'Allgemein', en: 'General' },
  allSettings: { de: 'Alle Einstellungen', en: 'All settings' },
  voicemail: { de: 'Mailbox', en: 'Mailbox' },
  callbacks: { de: 'Rückrufe', en: 'Callbacks' },
  callSettings: { de: 'Anrufe', en: 'Calls' },
  devices: { de: 'Telefone', en: 'Phones' },
})
