import type { ImportField } from '@klinke/platform'

/** What a column of a table of extensions can hold, with what other exchanges and spreadsheets call it. */
export const EXTENSION_FIELDS = [
  { name: 'number', titles: ['Nummer', 'Nebenstelle', 'Durchwahl', 'Interne Nummer', 'Extension', 'Extension Number', 'Ext'] },
  { name: 'name', titles: ['Name', 'Anzeigename', 'Display Name', 'Full Name', 'Mitarbeiter', 'Teilnehmer'] },
  { name: 'firstName', titles: ['Vorname', 'First Name', 'Given Name'] },
  { name: 'lastName', titles: ['Nachname', 'Familienname', 'Last Name', 'Surname', 'Family Name'] },
  {
    name: 'outgoingNumber',
    titles: ['Gezeigte Rufnummer', 'Rufnummer', 'Abgehende Rufnummer', 'Outgoing Number', 'Number shown outside', 'Caller ID', 'DID'],
  },
  { name: 'mailbox', titles: ['Mailbox', 'Anrufbeantworter', 'Voicemail', 'AB'] },
  { name: 'email', titles: ['E-Mail', 'E-Mail-Adresse', 'Mail', 'Email Address'] },
  { name: 'language', titles: ['Sprache', 'Language'] },
  { name: 'site', titles: ['Standort', 'Niederlassung', 'Site', 'Location', 'Branch'] },
  { name: 'userPackage', titles: ['Paket', 'Benutzerpaket', 'Package', 'User Package', 'Lizenz', 'Licence', 'License'] },
  { name: 'groups', titles: ['Gruppen', 'Gruppe', 'Rufgruppen', 'Rufgruppe', 'Warteschlangen', 'Groups', 'Ring Groups', 'Queues'] },
] as const satisfies readonly ImportField[]

export type ExtensionField = (typeof EXTENSION_FIELDS)[number]['name']

/** Further column of an export where the product has user packages. */
export const PACKAGE_TITLE = { de: 'Paket', en: 'Package' } as const

/** The columns of an export and of the empty table, in their order. */
export const TITLES: Readonly<Record<'de' | 'en', readonly string[]>> = {
  de: ['Nebenstelle', 'Name', 'Gezeigte Rufnummer', 'Mailbox', 'E-Mail', 'Sprache', 'Gruppen', 'Standort'],
  en: ['Extension', 'Name', 'Number shown outside', 'Voicemail', 'E-Mail', 'Language', 'Groups', 'Site'],
}
