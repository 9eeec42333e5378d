import { defineTexts } from '../../shared/texts.ts'

export const exportTexts = defineTexts({
  title: { de: 'Telefonbuchverlag', en: 'Directory publisher' },
  about: {
    de: 'Dateien mit dem, was sich an den Telefonbucheinträgen aller Kunden geändert hat. Jede Änderung steht in genau einer Datei.',
    en: 'Files with what has changed in the directory entries of all customers. Each change stands in exactly one file.',
  },
  next: { de: 'Nächste Datei', en: 'Next file' },
  waiting: {
    de: (count: number) => (count === 0 ? 'Nichts hat sich geändert.' : `Zu melden: ${count}`),
    en: (count: number) => (count === 0 ? 'Nothing has changed.' : `To be told: ${count}`),
  },
  make: { de: 'Datei erstellen', en: 'Make the file' },
  made: {
    de: 'Die Datei ist erstellt. Laden Sie sie herunter, und übergeben Sie sie.',
    en: 'The file is made. Download it and hand it over.',
  },
  files: { de: 'Dateien', en: 'Files' },
  filesAbout: {
    de: 'Scheitert eine Übergabe, laden Sie dieselbe Datei noch einmal. Sobald die Übergabe vermerkt ist, wird ihr Inhalt gelöscht.',
    en: 'If a hand-over fails, download the same file again. Once the hand-over is noted, its content is deleted.',
  },
  none: { de: 'Noch keine Datei.', en: 'No file yet.' },
  file: { de: (number: number) => `Datei ${number}`, en: (number: number) => `File ${number}` },
  counts: {
    de: (created: number, changed: number, deleted: number) => `Neu: ${created}, geändert: ${changed}, gelöscht: ${deleted}`,
    en: (created: number, changed: number, deleted: number) => `New: ${created}, changed: ${changed}, deleted: ${deleted}`,
  },
  madeLine: {
    de: (when: string, who: string) => `Erstellt ${when} von ${who}`,
    en: (when: string, who: string) => `Made ${when} by ${who}`,
  },
  handedOver: {
    de: (when: string, who: string) => `Übergeben ${when}, ${who}`,
    en: (when: string, who: string) => `Handed over ${when}, ${who}`,
  },
  download: { de: 'Herunterladen', en: 'Download' },
  handOver: { de: 'Übergabe vermerken', en: 'Note the hand-over' },
  handOverTitle: {
    de: (number: number) => `Datei ${number} ist beim Verlag?`,
    en: (number: number) => `The publisher has file ${number}?`,
  },
  handOverConsequence: {
    de: 'Danach lässt sie sich nicht mehr herunterladen; ihr Inhalt wird gelöscht.',
    en: 'It cannot be downloaded any more then; its content is deleted.',
  },
  isHandedOver: { de: 'Die Übergabe ist vermerkt.', en: 'The hand-over is noted.' },
})
