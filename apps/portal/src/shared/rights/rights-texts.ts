import { defineTexts } from '../texts.ts'

export const rightsTexts = defineTexts({
  opens: { de: 'Was offensteht', en: 'What is open' },
  everything: { de: 'Alles', en: 'Everything' },
  chosen: { de: 'Ausgewählte Bereiche', en: 'Chosen areas' },
  nothing: { de: 'nichts', en: 'nothing' },
  none: { de: 'nicht', en: 'not' },
  read: { de: 'ansehen', en: 'look' },
  write: { de: 'ändern', en: 'change' },
  extensions: { de: 'Nebenstellen', en: 'Extensions' },
  numbers: { de: 'Rufnummern', en: 'Numbers' },
  routing: { de: 'Anrufverteilung', en: 'Call routing' },
  recordings: { de: 'Aufzeichnungen', en: 'Recordings' },
  reports: { de: 'Auswertungen und Anruflisten', en: 'Reports and call lists' },
  live: { de: 'Laufende Anrufe', en: 'Calls in progress' },
  'phone-books': { de: 'Telefonbücher', en: 'Phone books' },
  billing: { de: 'Vertrag und Rechnungen', en: 'Contract and invoices' },
  settings: { de: 'Einstellungen und Schnittstellen', en: 'Settings and interfaces' },
  logins: { de: 'Zugänge und Rechte', en: 'Logins and rights' },
  audit: { de: 'Änderungsprotokoll', en: 'Audit log' },
})
