import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'

export class NotPrepaid extends KlinkeError {
  constructor() {
    super('not-prepaid', 'The customer does not pay before calling. The operator opens the credit: PUT /prepaid-account.')
  }
}

export class NoCardPayments extends KlinkeError {
  constructor() {
    super('no-card-payments', 'Nobody takes payments by card here. Transfer the amount; the operator notes it.')
  }
}

export class NotRefundable extends KlinkeError {
  constructor() {
    super('not-refundable', 'What is left can be asked back from the end of the contract on, for a year, and only while something is left.')
  }
}

export const prepaidProblems: ProblemTable = {
  'not-prepaid': {
    status: 409,
    title: { en: 'No prepaid customer', de: 'Kein Guthabenkunde' },
    germanDetail: 'Dieser Kunde telefoniert nicht mit Guthaben. Der Betreiber richtet das Guthaben ein.',
  },
  'no-card-payments': {
    status: 409,
    title: { en: 'No payments by card', de: 'Keine Kartenzahlung' },
    germanDetail: 'Hier nimmt niemand Kartenzahlungen entgegen. Überweisen Sie den Betrag; der Betreiber trägt ihn ein.',
  },
  'not-refundable': {
    status: 409,
    title: { en: 'Nothing to pay back', de: 'Nichts auszuzahlen' },
    germanDetail: 'Guthaben lässt sich ab dem Ende des Vertrags ein Jahr lang zurückverlangen, und nur, solange etwas übrig ist.',
  },
}
