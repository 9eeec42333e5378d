import { defineTexts } from '../../../shared/texts.ts'

export const importTexts = defineTexts({
  title: { de: 'Nebenstellen einlesen', en: 'Import extensions' },
  open: { de: 'Einlesen', en: 'Import' },
  export: { de: 'Als Tabelle speichern', en: 'Save as a table' },
  about: {
    de: 'Aus Excel (XLSX) oder CSV. Zuerst sehen Sie, was angelegt würde; geändert wird noch nichts.',
    en: 'From Excel (XLSX) or CSV. First you see what would be created; nothing is changed yet.',
  },
  template: { de: 'Vorlage herunterladen', en: 'Download a template' },
  counts: {
    de: (made: number, skipped: number, failed: number) => `${made} neu, ${skipped} schon da, ${failed} mit Fehlern`,
    en: (made: number, skipped: number, failed: number) => `${made} new, ${skipped} there already, ${failed} with errors`,
  },
  preview: { de: 'So werden die Nebenstellen angelegt', en: 'Extensions as they would be created' },
  nothing: { de: 'Nichts anzulegen', en: 'Nothing to create' },
  nothingHint: {
    de: 'Keine Zeile ist eine neue Nebenstelle ohne Fehler. Prüfen Sie oben die Spalten und die Fehler.',
    en: 'No row is a new extension without errors. Look at the columns and errors above.',
  },
  actAll: {
    de: (count: number) => (count === 1 ? '1 Nebenstelle anlegen' : `Alle ${count} Nebenstellen anlegen`),
    en: (count: number) => (count === 1 ? 'Create 1 extension' : `Create all ${count} extensions`),
  },
  actChosen: { de: (count: number) => `Nur diese ${count} anlegen`, en: (count: number) => `Create only these ${count}` },
  done: { de: (count: number) => `${count} Nebenstellen angelegt`, en: (count: number) => `${count} extensions created` },
  accountsOnce: {
    de: 'Die Kennwörter gibt es nur in der nächsten Stunde, und nur für Sie. Speichern Sie jetzt die Datei; einzelne lassen sich später neu erzeugen.',
    en: 'The passwords are there for the next hour only, and only for you. Save the file now; single ones can be made anew later.',
  },
  saveAccounts: { de: 'Zugänge als Datei speichern', en: 'Save the accounts as a file' },
  accountsFile: { de: 'sip-zugaenge.csv', en: 'sip-accounts.csv' },
  takeBackTitle: {
    de: (count: number) => `${count} Nebenstellen wieder löschen?`,
    en: (count: number) => `Delete ${count} extensions again?`,
  },
  takeBackConsequence: {
    de: 'Gelöscht wird, was dieses Einlesen angelegt hat. Nebenstellen, die seither geändert oder benutzt wurden, bleiben und werden genannt.',
    en: 'What this import has created is deleted. Extensions that have been changed or used since stay, and are named.',
  },
  undone: { de: (count: number) => `${count} Nebenstellen wieder gelöscht`, en: (count: number) => `${count} extensions deleted again` },
  kept: { de: 'Diese Nebenstellen bleiben', en: 'These extensions stay' },
  none: {
    de: 'Noch nichts. Laden Sie die Vorlage herunter, füllen Sie sie aus, und wählen Sie sie hier.',
    en: 'Nothing yet. Download the template, fill it in, and choose it here.',
  },
  number: { de: 'Nebenstelle', en: 'Extension' },
  name: { de: 'Name', en: 'Name' },
  firstName: { de: 'Vorname', en: 'First name' },
  lastName: { de: 'Nachname', en: 'Last name' },
  outgoingNumber: { de: 'Gezeigte Rufnummer', en: 'Number shown outside' },
  mailbox: { de: 'Mailbox', en: 'Mailbox' },
  email: { de: 'E-Mail für Nachrichten', en: 'Mail address for messages' },
  language: { de: 'Sprache der Mailbox', en: 'Language of the mailbox' },
  groups: { de: 'Gruppen', en: 'Groups' },
  site: { de: 'Standort', en: 'Site' },
})
