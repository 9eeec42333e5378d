import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'

export class CustomerNumberTaken extends KlinkeError {
  constructor(number: string) {
    super('customer-number-taken', `The customer number ${number} belongs to another customer. Choose another one.`)
  }
}

export class RecipientMissing extends KlinkeError {
  constructor() {
    super(
      'invoice-recipient-missing',
      'Nobody has said to whom invoices of this customer go. Enter company, address and number of the customer first.',
    )
  }
}

export class NotToCredit extends KlinkeError {
  constructor() {
    super('invoice-not-to-credit', 'Only an invoice that is issued can be taken back, not a draft and not a credit note.')
  }
}

export class CreditTooLarge extends KlinkeError {
  constructor() {
    super('credit-too-large', 'More would be given back than the invoice has charged, or nothing at all.')
  }
}

export class LineCredited extends KlinkeError {
  constructor(line: number) {
    super('invoice-line-credited', `Line ${line} was given back before. Name others.`, {
      german: `Zeile ${line} wurde schon gutgeschrieben. Nennen Sie andere.`,
    })
  }
}

export class ObjectionTooLate extends KlinkeError {
  constructor(until: string) {
    super('objection-too-late', `Objections to this invoice were possible until ${until}. Ask your operator.`)
  }
}

/** Why a month cannot be released to be billed once more. */
const NOT_RELEASED = {
  'no-run': {
    en: 'Only what a run has issued can be billed once more.',
    de: 'Nur was ein Rechnungslauf ausgestellt hat, lässt sich noch einmal abrechnen.',
  },
  released: {
    en: 'This month is released already: the next run bills it.',
    de: 'Dieser Monat ist schon freigegeben: Der nächste Lauf rechnet ihn ab.',
  },
  'not-credited': {
    en: 'Take all invoices of the customer for this month back with credit notes first, whole.',
    de: 'Stornieren Sie zuerst alle Rechnungen des Kunden für diesen Monat, jede ganz.',
  },
  'later-month': {
    en: 'A later month of the customer is billed: take that one back and release it first.',
    de: 'Ein späterer Monat des Kunden ist abgerechnet: Stornieren Sie zuerst diesen und geben Sie ihn frei.',
  },
  deleted: {
    en: 'Calls of this invoice have been deleted after their time: the month would come to less. Write an invoice of what is owed by other means.',
    de: 'Gespräche dieser Rechnung sind nach Ablauf ihrer Frist gelöscht: Der Monat käme zu niedrig heraus. Fordern Sie den Betrag auf anderem Weg.',
  },
} as const

export class NotToRelease extends KlinkeError {
  constructor(why: keyof typeof NOT_RELEASED) {
    super('invoice-not-to-release', NOT_RELEASED[why].en, { german: NOT_RELEASED[why].de })
  }
}

export class DatevMissing extends KlinkeError {
  constructor() {
    super('datev-missing', 'Enter the numbers of the tax adviser and of the client at the issuer of invoices first.')
  }
}

/** Errors of invoicing. */
export const invoiceProblems: ProblemTable = {
  'invoice-run-open': {
    status: 409,
    title: { en: 'Another run is open', de: 'Ein anderer Lauf ist offen' },
    germanDetail: 'Ein anderer Rechnungslauf ist offen. Stellen Sie ihn aus oder nehmen Sie ihn zurück, bevor Sie einen neuen beginnen.',
  },
  'invoice-run-not-ready': {
    status: 409,
    title: { en: 'The run is not ready', de: 'Der Lauf ist nicht so weit' },
    germanDetail: 'Nur ein Rechnungslauf, dessen Vorschau fertig ist, kann ausgestellt oder zurückgenommen werden.',
  },
  'invoice-issuer-missing': {
    status: 409,
    title: { en: 'Who issues the invoices is missing', de: 'Der Rechnungssteller fehlt' },
    germanDetail: 'Tragen Sie zuerst ein, wer die Rechnungen ausstellt: Firma, Anschrift, USt-IdNr. und Bankverbindung.',
  },
  'invoice-month-not-over': {
    status: 422,
    title: { en: 'The month is not over', de: 'Der Monat ist nicht vorbei' },
    germanDetail: 'Rechnungen werden nachträglich gestellt: frühestens am Tag nach dem Ende des Monats.',
  },
  'customer-number-taken': {
    status: 409,
    title: { en: 'Customer number taken', de: 'Kundennummer vergeben' },
    germanDetail: 'Diese Kundennummer gehört einem anderen Kunden. Nehmen Sie eine andere.',
  },
  'invoice-recipient-missing': {
    status: 409,
    title: { en: 'Recipient missing', de: 'Rechnungsempfänger fehlt' },
    germanDetail: 'Für diesen Kunden ist kein Rechnungsempfänger eingetragen. Tragen Sie zuerst Firma, Anschrift und Kundennummer ein.',
  },
  'invoice-not-to-credit': {
    status: 409,
    title: { en: 'Not to be taken back', de: 'Nicht zu stornieren' },
    germanDetail: 'Nur eine ausgestellte Rechnung lässt sich stornieren, kein Entwurf und keine Rechnungskorrektur.',
  },
  'invoice-line-credited': {
    status: 409,
    title: { en: 'The line was given back', de: 'Die Zeile ist gutgeschrieben' },
    germanDetail: 'Die Zeile wurde schon gutgeschrieben. Nennen Sie andere.',
  },
  'credit-too-large': {
    status: 422,
    title: { en: 'The credit is too large', de: 'Die Gutschrift ist zu hoch' },
    germanDetail: 'Damit würde mehr gutgeschrieben, als berechnet wurde, oder gar nichts.',
  },
  'invoice-not-to-release': {
    status: 409,
    title: { en: 'Not to be billed once more', de: 'Nicht noch einmal abzurechnen' },
    germanDetail: 'Dieser Monat lässt sich nicht zur neuen Abrechnung freigeben.',
  },
  'objection-too-late': {
    status: 422,
    title: { en: 'Too late for objections', de: 'Frist für Einwendungen abgelaufen' },
    germanDetail: 'Die Frist für Einwendungen gegen diese Rechnung ist abgelaufen. Wenden Sie sich an Ihren Betreiber.',
  },
  'datev-missing': {
    status: 409,
    title: { en: 'Numbers for DATEV missing', de: 'Angaben für DATEV fehlen' },
    germanDetail: 'Tragen Sie beim Rechnungssteller zuerst Berater- und Mandantennummer ein.',
  },
}
