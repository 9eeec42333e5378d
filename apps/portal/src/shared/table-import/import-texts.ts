import { defineTexts } from '../texts.ts'

/** What every import says. */
export const importTexts = defineTexts({
  choose: { de: 'Datei wählen', en: 'Choose a file' },
  columns: { de: 'Was in welcher Spalte steht', en: 'What is in which column' },
  notRead: { de: 'nicht einlesen', en: 'do not import' },
  columnTitle: { de: (place: number) => `Spalte ${place}`, en: (place: number) => `Column ${place}` },
  problems: { de: 'Zeilen mit Fehlern werden ausgelassen', en: 'Rows with errors are left out' },
  problemsHint: {
    de: 'Berichtigen Sie sie in der Datei und wählen Sie diese noch einmal: Was schon angelegt ist, wird übersprungen.',
    en: 'Correct them in the file and choose it again: what has been created is skipped.',
  },
  problemsDone: { de: 'Diese Zeilen wurden ausgelassen', en: 'These rows were left out' },
  moreProblems: {
    de: (count: number) => `Gezeigt sind die ersten ${count} Fehler.`,
    en: (count: number) => `The first ${count} errors are shown.`,
  },
  row: { de: 'Zeile', en: 'Row' },
  value: { de: 'Inhalt', en: 'Content' },
  what: { de: 'Was zu tun ist', en: 'What to do' },
  sending: { de: 'Die Datei wird übertragen.', en: 'The file is being sent.' },
  reading: { de: 'Die Datei wird gelesen.', en: 'The file is being read.' },
  checking: { de: 'Die Zeilen werden geprüft.', en: 'The rows are being checked.' },
  comparing: { de: 'Die Zeilen werden mit dem verglichen, was schon da ist.', en: 'The rows are compared with what is there.' },
  writing: { de: 'Die Zeilen werden eingelesen.', en: 'The rows are being imported.' },
  goesOn: {
    de: 'Sie können diese Seite verlassen: Die Arbeit geht weiter, und eine Stunde lang finden Sie hier, was daraus wurde.',
    en: 'You may leave this page: the work goes on, and for an hour you find here what came of it.',
  },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  another: { de: 'Andere Datei', en: 'Another file' },
  lost: {
    de: 'Dieses Einlesen gibt es nicht mehr. Unter „Bisher eingelesen“ steht, ob es zu Ende kam.',
    en: 'This import is there no more. “Imported so far” says whether it came to its end.',
  },
  past: { de: 'Bisher eingelesen', en: 'Imported so far' },
  takeBack: { de: (file: string) => `${file} rückgängig machen`, en: (file: string) => `Take back ${file}` },
  takenBack: { de: 'rückgängig gemacht', en: 'taken back' },
  unnamed: { de: 'Datei', en: 'File' },
})
