import { defineTexts } from '../../shared/texts.ts'

export const importTexts = defineTexts({
  title: { de: 'Kontakte einlesen', en: 'Import contacts' },
  about: {
    de: 'Tabellen (XLSX, CSV) aus Excel, Outlook oder Google, oder vCards. Zuerst sehen Sie, was geschehen würde; geändert wird noch nichts.',
    en: 'Tables (XLSX, CSV) of Excel, Outlook or Google, or vCards. First you see what would happen; nothing is changed yet.',
  },
  duplicates: { de: 'Wer schon im Telefonbuch steht', en: 'Who is in the phone book already' },
  skip: { de: 'bleibt, wie er ist', en: 'stays as is' },
  replace: { de: 'wird ersetzt', en: 'is replaced' },
  addAgain: { de: 'kommt noch einmal dazu', en: 'is added once more' },
  counts: {
    de: (made: number, changed: number, skipped: number, failed: number) =>
      `${made} neu, ${changed} geändert, ${skipped} übersprungen, ${failed} mit Fehler`,
    en: (made: number, changed: number, skipped: number, failed: number) =>
      `${made} new, ${changed} changed, ${skipped} skipped, ${failed} with errors`,
  },
  wouldBe: { de: 'Das würde geschehen', en: 'This would happen' },
  preview: { de: 'So wird die Datei verstanden', en: 'How the file is understood' },
  act: { de: (count: number) => `${count} Kontakte übernehmen`, en: (count: number) => `Import ${count} contacts` },
  done: { de: 'Kontakte eingelesen', en: 'Contacts imported' },
  none: { de: 'Noch nichts.', en: 'Nothing yet.' },
  undone: {
    de: (undone: number, left: number) => `${undone} zurückgenommen, ${left} seither geänderte bleiben`,
    en: (undone: number, left: number) => `${undone} taken back, ${left} changed since stay`,
  },
  firstName: { de: 'Vorname', en: 'First name' },
  lastName: { de: 'Nachname', en: 'Last name' },
  second: { de: (kind: string) => `${kind} (zweite)`, en: (kind: string) => `${kind} (second)` },
})
