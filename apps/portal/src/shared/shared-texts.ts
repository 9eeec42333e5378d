import { defineTexts } from './texts.ts'

/** What pieces of every area say. */
export const sharedTexts = defineTexts({
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  save: { de: 'Speichern', en: 'Save' },
  saved: { de: 'Gespeichert', en: 'Saved' },
  create: { de: 'Anlegen', en: 'Create' },
  delete: { de: 'Löschen', en: 'Delete' },
  edit: { de: 'Bearbeiten', en: 'Edit' },
  back: { de: 'Zurück', en: 'Back' },
  close: { de: 'Schließen', en: 'Close' },
  undo: { de: 'Rückgängig', en: 'Undo' },
  retry: { de: 'Erneut versuchen', en: 'Try again' },
  copy: { de: 'Kopieren', en: 'Copy' },
  copied: { de: 'Kopiert', en: 'Copied' },
  search: { de: 'Suchen', en: 'Search' },
  loading: { de: 'Wird geladen …', en: 'Loading …' },
  yes: { de: 'Ja', en: 'Yes' },
  no: { de: 'Nein', en: 'No' },
  required: { de: 'Bitte ausfüllen', en: 'Please fill in' },
  selectAll: { de: 'Alle geladenen auswählen', en: 'Select all that are loaded' },
  selectRow: { de: 'Auswählen', en: 'Select' },
  selected: { de: (count: number) => `${count} ausgewählt`, en: (count: number) => `${count} selected` },
  clearSelection: { de: 'Auswahl aufheben', en: 'Clear selection' },
  shownOne: { de: '1 Eintrag', en: '1 entry' },
  shown: { de: (count: string) => `${count} Einträge`, en: (count: string) => `${count} entries` },
  shownSoFar: {
    de: (count: string) => `${count} Einträge geladen, weiter unten mehr`,
    en: (count: string) => `${count} entries loaded, more below`,
  },
  nothingFound: { de: 'Nichts gefunden', en: 'Nothing found' },
  nothingFoundHint: {
    de: 'Kein Eintrag passt. Ändern Sie die Suche oder die Filter.',
    en: 'No entry matches. Change the search or the filters.',
  },
})
