import { defineTexts } from '../../shared/texts.ts'

/** What only the operator does with an invoice. */
export const operatorTexts = defineTexts({
  decision: { de: 'Entscheidung', en: 'Decision' },
  accept: { de: 'Anerkennen', en: 'Accept' },
  refuse: { de: 'Ablehnen', en: 'Refuse' },
  answer: { de: 'Antwort an den Kunden', en: 'Answer to the customer' },
  decide: { de: 'Entscheiden', en: 'Decide' },
  decided: {
    de: 'Entschieden. Der Kunde liest die Antwort bei der Rechnung.',
    en: 'Decided. The customer reads the answer with the invoice.',
  },
  creditNote: { de: 'Rechnungskorrektur', en: 'Credit note' },
  creditAbout: {
    de: 'Die Rechnung bleibt, wie sie ist. Eine Rechnungskorrektur nimmt sie zurück, ganz oder nach Zeilen.',
    en: 'The invoice stays as it is. A credit note takes it back, whole or by lines.',
  },
  reason: { de: 'Grund (steht auf der Korrektur)', en: 'Reason (stands on the credit note)' },
  lines: { de: 'Nur diese Zeilen', en: 'These lines only' },
  linesHint: { de: 'Ohne Auswahl wird die ganze Rechnung zurückgenommen.', en: 'With none chosen the whole invoice is taken back.' },
  takeBack: { de: 'Zurücknehmen', en: 'Take back' },
  takeBackTitle: { de: (number: string) => `${number} zurücknehmen?`, en: (number: string) => `Take ${number} back?` },
  whole: {
    de: 'Die ganze Rechnung wird gutgeschrieben. Das lässt sich nicht zurücknehmen.',
    en: 'The whole invoice is credited. That cannot be taken back.',
  },
  some: {
    de: (count: number) => `${count} ${count === 1 ? 'Zeile wird' : 'Zeilen werden'} gutgeschrieben. Das lässt sich nicht zurücknehmen.`,
    en: (count: number) => `${count} ${count === 1 ? 'line is' : 'lines are'} credited. That cannot be taken back.`,
  },
  billAgain: { de: 'Monat noch einmal abrechnen', en: 'Bill the month once more' },
  billAgainAbout: {
    de: 'Geht, wenn alle Rechnungen des Kunden für diesen Monat ganz zurückgenommen sind, ein späterer Monat nicht abgerechnet ist und noch keines der Gespräche gelöscht wurde.',
    en: 'Possible once all invoices of the customer for this month are taken back whole, no later month is billed, and none of the calls has been deleted yet.',
  },
  release: { de: 'Zur neuen Abrechnung freigeben', en: 'Release to be billed once more' },
  releaseTitle: { de: (month: string) => `${month} freigeben?`, en: (month: string) => `Release ${month}?` },
  releaseConsequence: {
    de: (customer: string, month: string) =>
      `Der nächste Rechnungslauf für ${month} rechnet ${customer} noch einmal ab: mit dem, was dann bekannt ist, und mit neuen Nummern. Die zurückgenommenen Rechnungen und ihre Korrekturen bleiben. Die Freigabe lässt sich nicht zurücknehmen.`,
    en: (customer: string, month: string) =>
      `The next invoice run for ${month} bills ${customer} once more: with what is known then, and with new numbers. The invoices that were taken back and their credit notes stay. The release cannot be taken back.`,
  },
  released: {
    de: 'Freigegeben. Der nächste Lauf rechnet den Monat noch einmal ab.',
    en: 'Released. The next run bills the month once more.',
  },
  releasedAt: {
    de: (when: string) => `Freigegeben am ${when}: Der nächste Lauf rechnet den Monat noch einmal ab.`,
    en: (when: string) => `Released ${when}: the next run bills the month once more.`,
  },
  nextRun: { de: 'Lauf beginnen', en: 'Begin a run' },
  takenBack: { de: 'Die Rechnungskorrektur ist ausgestellt.', en: 'The credit note is issued.' },
})
