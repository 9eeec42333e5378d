import { defineTexts } from '../../shared/texts.ts'

export const importTexts = defineTexts({
  title: { de: 'Kontakte einlesen', en: 'Import contacts' },
  about: {
    de: 'CSV aus Excel, Outlook oder Google, oder vCards. Zuerst sehen Sie, was geschehen würde; geändert wird noch nichts.',
    en: 'CSV of Excel, Outlook or Google, or vCards. First you see what would happen; nothing is changed yet.',
  },
  choose: { de: 'Datei wählen', en: 'Choose a file' },
  duplicates: { de: 'Wer schon im Telefonbuch steht', en: 'Who is in the phone book already' },
  skip: { de: 'bleibt, wie er ist', en: 'stays as is' },
  replace: { de: 'wird ersetzt', en: 'is replaced' },
  addAgain: { de: 'kommt noch einmal dazu', en: 'is added once more' },
  columns: { de: 'Spalten', en: 'Columns' },
  notRead: { de: 'nicht einlesen', en: 'do not import' },
  columnTitle: { de: (place: number) => `Spalte ${place}`, en: (place: number) => `Column ${place}` },
  counts: {
    de: (made: number, changed: number, skipped: number, failed: number) =>
      `${made} neu, ${changed} geändert, ${skipped} übersprungen, ${failed} mit Fehler`,
    en: (made: number, changed: number, skipped: number, failed: number) =>
      `${made} new, ${changed} changed, ${skipped} skipped, ${failed} with errors`,
  },
  wouldBe: { de: 'Das würde geschehen', en: 'This would happen' },
  preview: { de: 'So wird die Datei verstanden', en: 'How the file is understood' },
  problems: { de: 'Zeilen mit Fehlern werden ausgelassen', en: 'Rows with errors are left out' },
  row: { de: 'Zeile', en: 'Row' },
  value: { de: 'Inhalt', en: 'Content' },
  what: { de: 'Fehler', en: 'Error' },
  act: { de: (count: number) => `${count} Kontakte übernehmen`, en: (count: number) => `Import ${count} contacts` },
  done: { de: 'Kontakte eingelesen', en: 'Contacts imported' },
  past: { de: 'Bisher eingelesen', en: 'Imported so far' },
  none: { de: 'Noch nichts.', en: 'Nothing yet.' },
  takeBack: { de: (file: string) => `${file} rückgängig machen`, en: (file: string) => `Take back ${file}` },
  takenBack: { de: 'rückgängig gemacht', en: 'taken back' },
  undone: {
    de: (undone: number, left: number) => `${undone} zurückgenommen, ${left} seither geänderte bleiben`,
    en: (undone: number, left: number) => `${undone} taken back, ${left} changed since stay`,
  },
  unnamed: { de: 'Datei', en: 'File' },
  firstName: { de: 'Vorname', en: 'First name' },
  lastName: { de: 'Nachname', en: 'Last name' },
  second: { de: (kind: string) => `${kind} (zweite)`, en: (kind: string) => `${kind} (second)` },
})
