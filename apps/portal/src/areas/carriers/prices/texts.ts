import { defineTexts } from '../../../shared/texts.ts'

interface Counts {
  readonly created: number
  readonly changed: number
  readonly skipped: number
  readonly removed: number
  readonly failed: number
}

export const priceTexts = defineTexts({
  title: { de: (carrier: string) => `Preise: ${carrier}`, en: (carrier: string) => `Prices: ${carrier}` },
  about: {
    de: 'Was eine Minute über diesen Carrier kostet, je Nummernanfang; der längste zählt. Unter Carriern von gleichem Rang bekommt der billigste den Anruf.',
    en: 'What a minute over this carrier costs, by prefix; the longest counts. Among carriers of equal rank the cheapest gets the call.',
  },
  prices: { de: 'Preise', en: 'Prices' },
  add: { de: 'Preis hinzufügen', en: 'Add a price' },
  import: { de: 'Preisliste einlesen', en: 'Import a price list' },
  emptyTitle: { de: 'Noch keine Preise', en: 'No prices yet' },
  emptyText: {
    de: 'Ohne Preise kommt dieser Carrier nach denen von gleichem Rang, die welche haben. Lesen Sie die Liste ein, die er Ihnen geschickt hat.',
    en: 'Without prices this carrier comes after those of equal rank that have some. Import the list that it has sent you.',
  },
  prefix: { de: 'Nummernanfang', en: 'Prefix' },
  prefixHint: { de: 'Etwa +4917 oder 0171', en: 'Such as +4917 or 0171' },
  prefixWrong: { de: 'Bitte den Anfang einer Nummer wie +4917', en: 'Please the beginning of a number such as +4917' },
  prefixTaken: { de: 'Dafür gibt es schon einen Preis. Ändern Sie jenen.', en: 'There is a price for that already. Change that one.' },
  price: { de: 'Preis je Minute', en: 'Price a minute' },
  valid: { de: 'Gilt', en: 'Valid' },
  always: { de: 'bis auf Weiteres', en: 'until further notice' },
  from: { de: (day: string) => `ab ${day}`, en: (day: string) => `from ${day}` },
  until: { de: (day: string) => `bis ${day}`, en: (day: string) => `until ${day}` },
  priceOf: { de: (prefix: string) => `Preise für ${prefix}`, en: (prefix: string) => `Prices for ${prefix}` },
  rate: { de: (place: number) => `Preis ${place}`, en: (place: number) => `Price ${place}` },
  firstDay: { de: 'Gilt ab', en: 'Valid from' },
  lastDay: { de: 'Letzter Tag', en: 'Last day' },
  empty: { de: 'Leer: ohne Grenze', en: 'Empty: no limit' },
  addRate: { de: 'Nächsten Preis hinzufügen', en: 'Add the next price' },
  remove: { de: 'Entfernen', en: 'Remove' },
  removeRate: { de: (place: number) => `Preis ${place} entfernen`, en: (place: number) => `Remove price ${place}` },
  overlaps: { de: 'Da gilt noch ein anderer Preis', en: 'Another price still holds then' },
  endsFirst: { de: 'Endet, bevor er beginnt', en: 'Ends before it begins' },
  saved: { de: 'Der Preis gilt ab sofort.', en: 'The price holds from now on.' },
  deleteTitle: { de: (prefix: string) => `Preise für ${prefix} löschen?`, en: (prefix: string) => `Delete the prices for ${prefix}?` },
  deleteConsequence: {
    de: 'Dann gilt der Preis eines kürzeren Nummernanfangs, oder keiner.',
    en: 'Then the price of a shorter prefix holds, or none.',
  },
  deleted: { de: 'Die Preise sind gelöscht.', en: 'The prices are deleted.' },
  importTitle: { de: (carrier: string) => `Preisliste einlesen: ${carrier}`, en: (carrier: string) => `Import a price list: ${carrier}` },
  importAbout: {
    de: 'Eine Tabelle (CSV oder XLSX) mit einem Nummernanfang und einem Preis je Zeile. Sie sehen zuerst, was daraus würde.',
    en: 'A table (CSV or XLSX) with a prefix and a price in each row. You see first what would become of it.',
  },
  'field-prefix': { de: 'Nummernanfang', en: 'Prefix' },
  'field-euros': { de: 'Euro je Minute', en: 'Euros a minute' },
  'field-cents': { de: 'Cent je Minute', en: 'Cents a minute' },
  'field-validFrom': { de: 'Gilt ab', en: 'Valid from' },
  'field-validUntil': { de: 'Letzter Tag', en: 'Last day' },
  mode: { de: 'Was schon in der Liste steht', en: 'What is in the list already' },
  'mode-replace': { de: 'Ersetzen: die Datei ist die ganze Liste', en: 'Replace: the file is the whole list' },
  'mode-merge': { de: 'Behalten, was nicht in der Datei steht', en: 'Keep what is not in the file' },
  wouldBe: { de: 'Das würde daraus', en: 'This would become of it' },
  done: { de: 'Eingelesen', en: 'Imported' },
  counts: {
    de: ({ created, changed, skipped, removed, failed }: Counts) =>
      `${created} neu, ${changed} geändert, ${skipped} gleich, ${removed} entfallen, ${failed} mit Fehlern`,
    en: ({ created, changed, skipped, removed, failed }: Counts) =>
      `${created} new, ${changed} changed, ${skipped} the same, ${removed} dropped, ${failed} with errors`,
  },
  act: { de: 'Preisliste übernehmen', en: 'Take the price list over' },
  preview: { de: 'Die ersten Zeilen, wie sie verstanden wurden', en: 'The first rows as they were understood' },
  noImports: { de: 'Noch keine Liste eingelesen', en: 'No list imported yet' },
  undone: {
    de: (rates: number) => `Es gilt wieder die Liste von vorher mit ${rates} Preisen.`,
    en: (rates: number) => `The list of before holds again, with ${rates} prices.`,
  },
})
