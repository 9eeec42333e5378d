import { defineTexts } from '../../shared/texts.ts'

export const tableTexts = defineTexts({
  title: { de: 'Tabelle', en: 'Table' },
  prices: { de: 'Preise', en: 'Prices' },
  prefixes: { de: 'Vorwahlen', en: 'Prefixes' },
  pricesAbout: {
    de: 'Eine Zeile je Preis. Eingelesen ersetzt sie die Preise der Zonen, die in ihr vorkommen; andere Zonen bleiben.',
    en: 'A row for each price. Read in, it replaces the prices of the zones that it names; other zones stay.',
  },
  prefixesAbout: {
    de: 'Eine Zeile je Vorwahl mit der Kennung ihrer Zone. Eingelesen ersetzt sie alle Vorwahlen des Entwurfs.',
    en: 'A row for each prefix with the id of its zone. Read in, it replaces all prefixes of the draft.',
  },
  exportPrices: { de: 'Preise als CSV', en: 'Prices as CSV' },
  exportPrefixes: { de: 'Vorwahlen als CSV', en: 'Prefixes as CSV' },
  importPrices: { de: 'Preise einlesen', en: 'Read prices in' },
  importPrefixes: { de: 'Vorwahlen einlesen', en: 'Read prefixes in' },
  taken: { de: (rows: string) => `Eingelesen: ${rows} Zeilen.`, en: (rows: string) => `Read in: ${rows} rows.` },
  notTaken: {
    de: (rows: string) => `Nichts ist eingelesen: Zeilen mit Fehlern: ${rows}.`,
    en: (rows: string) => `Nothing is read in: rows with faults: ${rows}.`,
  },
  problems: { de: 'Fehler der Tabelle', en: 'Faults of the table' },
  row: { de: 'Zeile', en: 'Row' },
  value: { de: 'Was da steht', en: 'What is there' },
  wrong: { de: 'Was falsch ist', en: 'What is wrong' },
})
