import { defineTexts } from '../../shared/texts.ts'

/** How far a run is with customers: `3 …`. */
export const rerunCustomerTexts = defineTexts({
  waiting: { de: 'noch nicht verglichen', en: 'not compared yet' },
  same: { de: 'ohne Unterschied', en: 'without a difference' },
  compared: { de: 'mit anderen Preisen, noch nicht übernommen', en: 'with other prices, not kept yet' },
  changed: { de: 'inzwischen anders: bitte noch einmal ansehen', en: 'different meanwhile: please look again' },
  kept: { de: 'übernommen', en: 'kept' },
  problem: { de: 'nicht bewertbar; das Protokoll des Servers sagt, warum', en: 'cannot be rated; the log of the server says why' },
})

export const rerunTexts = defineTexts({
  anew: { de: 'Monat neu bewerten', en: 'Rate a month anew' },
  anewAbout: {
    de: 'Ein Lauf sagt erst, was anders würde, und übernimmt nichts. Was auf einer Rechnung steht, bleibt, wie es ist. Er geht weiter, auch wenn Sie diese Seite verlassen.',
    en: 'A run says first what would be different, and keeps nothing. What stands on an invoice stays as it is. It goes on even if you leave this page.',
  },
  month: { de: 'Monat', en: 'Month' },
  monthHint: { de: 'Wie 2026-11', en: 'Like 2026-11' },
  monthWrong: { de: 'Bitte einen Monat wie 2026-11', en: 'Please a month like 2026-11' },
  whose: { de: 'Gespräche von', en: 'Calls of' },
  one: { de: 'diesem Kunden', en: 'this customer' },
  oneOf: { de: 'einem Kunden', en: 'one customer' },
  all: { de: 'allen Kunden', en: 'all customers' },
  ask: { de: 'Vergleichen', en: 'Compare' },
  runs: { de: 'Läufe', en: 'Runs' },
  noRuns: { de: 'Noch kein Lauf', en: 'No run yet' },
  noRunsText: { de: 'Hier stehen Läufe, die einen Monat neu bewerten.', en: 'Runs that rate a month anew stand here.' },
  state: { de: 'Stand', en: 'State' },
  comparing: { de: 'Wird verglichen', en: 'Being compared' },
  compared: { de: 'Verglichen; noch ist nichts übernommen', en: 'Compared; nothing is kept yet' },
  keeping: { de: 'Wird übernommen', en: 'Being kept' },
  kept: { de: 'Übernommen', en: 'Kept' },
  cancelled: { de: 'Abgebrochen', en: 'Cancelled' },
  begun: { de: 'Begonnen', en: 'Begun' },
  progress: { de: 'Fortschritt', en: 'Progress' },
  percent: { de: (percent: string) => `${percent} %`, en: (percent: string) => `${percent} %` },
  resultAbout: {
    de: (calls: string, invoiced: string) => `${calls} Gespräche verglichen; ${invoiced} stehen auf Rechnungen und bleiben.`,
    en: (calls: string, invoiced: string) => `${calls} calls compared; ${invoiced} stand on invoices and stay.`,
  },
  found: { de: 'Was anders ist', en: 'What is different' },
  sums: {
    de: (count: string, before: string, after: string) => `Anders: ${count}. Summe netto bisher ${before}, neu ${after}.`,
    en: (count: string, before: string, after: string) => `Different: ${count}. Net sum so far ${before}, anew ${after}.`,
  },
  nothingDifferent: { de: 'Nichts ist anders.', en: 'Nothing is different.' },
  different: { de: 'Anders', en: 'Different' },
  before: { de: 'Bisher netto', en: 'Net so far' },
  after: { de: 'Neu netto', en: 'Net anew' },
  customers: { de: 'Kunden', en: 'Customers' },
  customer: { de: 'Kunde', en: 'Customer' },
  noCustomers: { de: 'Kein Kunde', en: 'No customer' },
  noCustomersText: {
    de: 'Niemand hat in diesem Monat Gespräche, die auf keiner Rechnung stehen, oder sie werden gerade gezählt.',
    en: 'Nobody has calls of this month that stand on no invoice, or they are being counted.',
  },
  onlyFirst: { de: (count: string) => `Hier stehen die ersten ${count}.`, en: (count: string) => `These are the first ${count}.` },
  gone: { de: 'gelöscht', en: 'deleted' },
  keep: { de: 'Neue Preise übernehmen', en: 'Keep the new prices' },
  keepTitle: { de: 'Neue Preise übernehmen?', en: 'Keep the new prices?' },
  keepConsequence: {
    de: (count: string) =>
      `Andere Preise bekommen: ${count}. Die nächsten Rechnungen nennen sie. Was sich seit dem Vergleich geändert hat, wird nicht übernommen, sondern steht danach noch einmal zur Ansicht.`,
    en: (count: string) =>
      `Calls that get other prices: ${count}. The next invoices have them. What has changed since the comparison is not kept, but stands here to be looked at once more.`,
  },
  cancel: { de: 'Lauf abbrechen', en: 'Cancel the run' },
  cancelTitle: { de: 'Diesen Lauf abbrechen?', en: 'Cancel this run?' },
  cancelConsequence: {
    de: 'Was er schon übernommen hat, bleibt; alles andere bleibt, wie es vor ihm war.',
    en: 'What it has kept already stays; all else stays as it was before it.',
  },
})
