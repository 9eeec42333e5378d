import { defineTexts } from '../../shared/texts.ts'

export const creditTexts = defineTexts({
  title: { de: 'Guthaben', en: 'Credit' },
  about: {
    de: 'Wer vor dem Telefonieren zahlt, telefoniert, solange das Guthaben reicht. Notrufe und Anrufe im Haus gehen immer.',
    en: 'Who pays before calling calls for as long as the credit lasts. Emergency calls and calls inside always work.',
  },
  notPrepaid: {
    de: 'Hier wird nach Rechnung gezahlt, nicht mit Guthaben.',
    en: 'Here calls are paid by invoice, not by credit.',
  },
  open: { de: 'Guthaben einrichten', en: 'Set up credit' },
  openTitle: { de: 'Auf Guthaben umstellen?', en: 'Change to credit?' },
  openConsequence: {
    de: 'Ab sofort gehen kostenpflichtige Anrufe nur noch mit Guthaben hinaus.',
    en: 'From now on calls that cost something leave with credit only.',
  },
  opened: { de: 'Guthaben eingerichtet', en: 'Credit set up' },
  balance: { de: 'Stand', en: 'Balance' },
  held: {
    de: (amount: string) => `Davon halten laufende Gespräche ${amount}.`,
    en: (amount: string) => `Running calls hold ${amount} of it.`,
  },
  ended: {
    de: (day: string, until: string) => `Der Vertrag endete am ${day}. Was übrig ist, kann bis ${until} zurückverlangt werden.`,
    en: (day: string, until: string) => `The contract ended on ${day}. What is left can be asked back until ${until}.`,
  },
  refund: { de: 'Auszahlung verlangen', en: 'Ask for the refund' },
  refundTitle: { de: 'Guthaben auszahlen lassen?', en: 'Have the credit paid back?' },
  refundConsequence: { de: 'Das Guthaben ist danach leer.', en: 'The credit is empty afterwards.' },
  refunded: { de: 'Auszahlung verlangt', en: 'Refund asked for' },
  topUp: { de: 'Aufladen', en: 'Top up' },
  topUpAbout: {
    de: 'Mit Karte. Die Kartennummer geben Sie beim Zahlungsdienst ein, nie hier.',
    en: 'By card. You enter the number of the card at the payment service, never here.',
  },
  amount: { de: 'Betrag in Euro', en: 'Amount in euros' },
  amountWrong: { de: 'Bitte einen Betrag wie 25,00 eingeben.', en: 'Please enter an amount such as 25.00.' },
  topUpBegun: { de: 'Weiter zum Zahlungsdienst', en: 'On to the payment service' },
  paid: { de: (amount: string) => `${amount} wurden gutgeschrieben.`, en: (amount: string) => `${amount} were credited.` },
  pending: { de: 'Die Zahlung ist noch nicht bestätigt.', en: 'The payment is not confirmed yet.' },
  declined: { de: 'Die Zahlung wurde abgelehnt. Es wurde nichts gutgeschrieben.', en: 'The payment was declined. Nothing was credited.' },
  again: { de: 'Noch einmal nachsehen', en: 'Look again' },
  back: { de: 'Zum Guthaben', en: 'To the credit' },
  result: { de: 'Ihre Zahlung', en: 'Your payment' },
  owingTitle: { de: 'Das Guthaben reicht nicht', en: 'The credit does not suffice' },
  owing: {
    de: (amount: string, since: string) => `Seit ${since} fehlen ${amount}. Bitte laden Sie auf.`,
    en: (amount: string, since: string) => `${amount} have been missing since ${since}. Please top up.`,
  },
  lockedTitle: { de: 'Abgehende Anrufe sind gesperrt', en: 'Outgoing calls are locked' },
  locked: {
    de: (when: string) =>
      `Grund: Das negative Guthaben blieb zu lange unbezahlt. Gesperrt seit ${when}; 110 und 112 bleiben erreichbar. Eine Zahlung hebt die Sperre sofort auf.`,
    en: (when: string) =>
      `Reason: the negative balance was not paid for too long. Locked since ${when}; 110 and 112 can still be reached. A payment lifts the lock at once.`,
  },
  willLock: {
    de: (when: string) => `Ohne Zahlung werden abgehende Anrufe ab ${when} gesperrt; 110 und 112 bleiben erreichbar.`,
    en: (when: string) => `Without a payment outgoing calls are locked from ${when} on; 110 and 112 can still be reached.`,
  },
  warning: { de: 'Warnung bei wenig Guthaben', en: 'Warning of little credit' },
  warningAbout: {
    de: 'Die Mail geht einmal an alle, die Rechnungen sehen dürfen, sobald das Guthaben unter den Betrag sinkt.',
    en: 'The mail goes once to all who may see bills, as soon as the credit falls below the amount.',
  },
  warningOn: { de: 'Mail senden', en: 'Send a mail' },
  warningBelow: { de: 'Warnen unter (Euro)', en: 'Warn below (euros)' },
  note: { de: 'Einzahlung vermerken', en: 'Note a payment' },
  noteAbout: {
    de: 'Was auf anderem Weg als mit Karte kam. Jeder Vermerk zählt einmal.',
    en: 'What came otherwise than by card. Each note counts once.',
  },
  noteText: { de: 'Woher, etwa „Überweisung vom 2.11.“', en: 'Where from, such as “transfer of 2 November”' },
  noted: { de: 'Einzahlung vermerkt', en: 'Payment noted' },
  movements: { de: 'Bewegungen', en: 'Movements' },
  noMovements: { de: 'Noch keine.', en: 'None yet.' },
  when: { de: 'Wann', en: 'When' },
  what: { de: 'Was', en: 'What' },
  much: { de: 'Betrag', en: 'Amount' },
  'top-up': { de: 'Aufladung', en: 'Top-up' },
  call: { de: 'Gespräch', en: 'Call' },
  'call-corrected': { de: 'Gespräch, berichtigt', en: 'Call, corrected' },
  month: { de: 'Rechnung', en: 'Invoice' },
  'month-credit': { de: 'Gutschrift', en: 'Credited' },
  fee: { de: 'Gebühr (Mahnung, Rücklastschrift)', en: 'Fee (reminder, returned debit)' },
  refundLine: { de: 'Auszahlung', en: 'Refund' },
})
