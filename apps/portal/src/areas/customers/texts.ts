import { defineTexts } from '../../shared/texts.ts'

export const customerTexts = defineTexts({
  title: { de: 'Kunden', en: 'Customers' },
  about: {
    de: 'Jeder Kunde hat seine eigene Telefonanlage. Wählen Sie oben einen aus, um für ihn zu arbeiten.',
    en: 'Each customer has a telephone system of its own. Choose one above to work for it.',
  },
  add: { de: 'Kunden anlegen', en: 'Add a customer' },
  emptyTitle: { de: 'Noch keine Kunden', en: 'No customers yet' },
  emptyText: {
    de: 'Legen Sie den ersten an. Danach bekommt er Rufnummern, Nebenstellen und einen Zugang zum Portal.',
    en: 'Add the first. Then it gets numbers, extensions and a login to the portal.',
  },
  name: { de: 'Name', en: 'Name' },
  sipDomain: { de: 'SIP-Domain', en: 'SIP domain' },
  sipDomainHint: {
    de: 'Mit ihr melden sich die Telefone an, etwa beispiel.telefon.example. Sie lässt sich später nicht ändern.',
    en: 'Phones sign in with it, such as example.phone.example. It cannot be changed later.',
  },
  areaCode: { de: 'Vorwahl', en: 'Area code' },
  areaCodeHint: {
    de: 'Für Anrufe ohne Vorwahl; ohne die führende 0, etwa 30',
    en: 'For calls dialled without one; without the leading 0, such as 30',
  },
  areaCodeWrong: { de: 'Bitte 2 bis 5 Ziffern, die erste nicht 0', en: 'Please 2 to 5 digits, the first not 0' },
  demo: { de: 'Vorführung: wird nie abgerechnet und endet von selbst', en: 'Demo: never billed, and ends by itself' },
  state: { de: 'Stand', en: 'State' },
  stateActive: { de: 'aktiv', en: 'active' },
  stateSuspended: { de: 'gesperrt', en: 'suspended' },
  stateDemo: { de: (until: string) => `Vorführung bis ${until}`, en: (until: string) => `demo until ${until}` },
  since: { de: 'Angelegt', en: 'Created' },
  created: { de: 'Der Kunde ist angelegt.', en: 'The customer is created.' },
  work: { de: 'Für diesen Kunden arbeiten', en: 'Work for this customer' },
  deleteTitle: { de: (name: string) => `Kunden „${name}“ löschen?`, en: (name: string) => `Delete customer “${name}”?` },
  deleteAbout: {
    de: 'Das lässt sich nicht zurücknehmen. Seine Telefone werden sofort abgewiesen; nur die Anruflisten bleiben. Verloren gehen:',
    en: 'This cannot be taken back. Its phones are refused at once; only the call records stay. Lost will be:',
  },
  extensions: { de: 'Nebenstellen', en: 'Extensions' },
  numbers: { de: 'Rufnummern', en: 'Numbers' },
  mailboxes: { de: 'Anrufbeantworter', en: 'Mailboxes' },
  messages: { de: 'Nachrichten', en: 'Messages' },
  recordings: { de: 'Aufzeichnungen', en: 'Recordings' },
  callsNow: {
    de: (count: string) => `Gespräche gerade jetzt: ${count}. Sie laufen weiter, bis sie enden.`,
    en: (count: string) => `Calls right now: ${count}. They go on until they end.`,
  },
  force: { de: 'Trotz laufender Gespräche löschen', en: 'Delete in spite of calls in progress' },
  typeName: { de: 'Tippen Sie zur Bestätigung den Namen des Kunden ein', en: 'Type the name of the customer to confirm' },
  typeNameWrong: { de: (name: string) => `Genau so: ${name}`, en: (name: string) => `Exactly so: ${name}` },
  deleteForGood: { de: 'Endgültig löschen', en: 'Delete for good' },
  deleted: { de: (name: string) => `„${name}“ ist gelöscht.`, en: (name: string) => `“${name}” is deleted.` },
})
