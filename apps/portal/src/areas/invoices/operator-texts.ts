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
  takenBack: { de: 'Die Rechnungskorrektur ist ausgestellt.', en: 'The credit note is issued.' },
})
