import { defineTexts } from '../../shared/texts.ts'

export const objectionTexts = defineTexts({
  title: { de: 'Einwendungen', en: 'Objections' },
  about: {
    de: 'Ihre Einwendungen gegen Rechnungen, und was daraus wurde. Neue erheben Sie auf der Seite der Rechnung.',
    en: 'Your objections to invoices, and what became of them. New ones are raised on the page of the invoice.',
  },
  aboutOperator: {
    de: 'Einwendungen gegen Rechnungen. Solange eine offen ist, wird die Rechnung nicht gemahnt. Entschieden wird auf der Seite der Rechnung.',
    en: 'Objections to invoices. While one is open the invoice is not dunned. They are decided on the page of the invoice.',
  },
  state: { de: 'Stand', en: 'State' },
  all: { de: 'Alle', en: 'All' },
  open: { de: 'Offen', en: 'Open' },
  decided: { de: 'Entschieden', en: 'Decided' },
  accepted: { de: 'anerkannt', en: 'accepted' },
  refused: { de: 'abgelehnt', en: 'refused' },
  undecided: { de: 'offen', en: 'open' },
  number: { de: 'Rechnung', en: 'Invoice' },
  customer: { de: 'Kunde', en: 'Customer' },
  gross: { de: 'Betrag', en: 'Amount' },
  text: { de: 'Einwendung', en: 'Objection' },
  answer: { de: 'Antwort', en: 'Answer' },
  raisedAt: { de: 'Erhoben', en: 'Raised' },
  until: { de: 'Frist', en: 'Possible until' },
  notYet: { de: 'noch nicht zugegangen', en: 'not received yet' },
  emptyTitle: { de: 'Keine Einwendung', en: 'No objection' },
  emptyText: {
    de: 'Stimmt eine Rechnung nicht, schreiben Sie es auf ihrer Seite unter „Einwendungen“.',
    en: 'If an invoice is wrong, say so on its page under "Objections".',
  },
  emptyOperator: {
    de: 'Hier stehen Einwendungen, die Kunden gegen Rechnungen erheben.',
    en: 'Objections that customers raise to invoices stand here.',
  },
})
