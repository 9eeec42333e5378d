import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import type { BankFileFlaw } from './bank-files/bank-file.ts'
import type { MandateState } from './mandates/mandate.ts'
import type { AccountFlaw } from './sepa/account.ts'

/** The account cannot be collected from, or paid to. */
export class AccountUnusable extends KlinkeError {
  constructor(flaw: AccountFlaw) {
    super(flaw, ACCOUNT_FLAWS[flaw])
  }
}

const ACCOUNT_FLAWS: Readonly<Record<AccountFlaw, string>> = {
  'iban-invalid': 'The IBAN is mistyped: its check digits, its length or its form are wrong. Compare it with your bank card.',
  'iban-outside-sepa': 'The account is outside the area of SEPA, where direct debits cannot reach it. Name another account.',
  'bic-invalid': 'The BIC has 8 or 11 characters, such as BYLADEM1001. Leave it out if you do not know it.',
}

export class CreditorIdInvalid extends KlinkeError {
  constructor() {
    super(
      'creditor-id-invalid',
      'The creditor id is mistyped: its check digits or its form are wrong. A German one is like DE98ZZZ09999999999.',
    )
  }
}

export class MandateExists extends KlinkeError {
  constructor() {
    super('mandate-exists', 'There is a mandate already by which is collected. Revoke it first.')
  }
}

/** It is in a state where that cannot happen. */
export class MandateIs extends KlinkeError {
  constructor(state: MandateState) {
    super('mandate-state', `The mandate is ${state}: that cannot be done any more, or not yet.`)
  }
}

export class NoDocument extends KlinkeError {
  constructor() {
    super(
      'mandate-unsigned',
      'A mandate on paper is confirmed by its signed copy. Upload that first: POST /sepa-mandates/{mandateId}/document.',
    )
  }
}

export class CreditorMissing extends KlinkeError {
  constructor() {
    super('creditor-missing', 'It is not said yet whose account collects. The operator sets it: PUT /sepa-creditor.')
  }
}

export class NothingToCollect extends KlinkeError {
  constructor() {
    super('nothing-to-collect', 'No direct debit is announced whose time has come. Banks take files 14 days before the due date at most.')
  }
}

/** Since the file was made something has changed. */
export class BatchOutdated extends KlinkeError {
  constructor(why: keyof typeof OUTDATED) {
    super('batch-outdated', OUTDATED[why].en, { german: OUTDATED[why].de })
  }
}

const OUTDATED = {
  'too-late': {
    en: 'The file cannot be given out any more: a due date is too near for the bank. Discard it, and make a new one.',
    de: 'Diese Datei gilt nicht mehr: Eine Fälligkeit ist zu nah. Verwerfen Sie sie, und erstellen Sie eine neue.',
  },
  changed: {
    en: 'The file cannot be given out any more: an invoice was paid or a mandate ended meanwhile. Discard it, and make a new one.',
    de: 'Diese Datei gilt nicht mehr: Es ist inzwischen bezahlt oder widerrufen worden. Verwerfen Sie sie, und erstellen Sie eine neue.',
  },
  /** Its first collection by a mandate is not on its way. */
  follows: {
    en: 'The file follows a first collection by a mandate that stands in an older file. Give that one out first; if there is none any more, discard this file, and make a new one.',
    de: 'Diese Datei folgt auf eine erste Lastschrift in einer älteren Datei. Geben Sie zuerst die ältere aus; gibt es sie nicht mehr, verwerfen Sie diese, und erstellen Sie eine neue.',
  },
} as const

export class BatchGivenOut extends KlinkeError {
  constructor() {
    super('batch-given-out', 'The file was given out: the bank may have it, and it is not changed any more.')
  }
}

/** Whoever has it could give it to the bank. */
export class BatchNotGivenOut extends KlinkeError {
  constructor() {
    super('batch-not-given-out', 'The file is not given out yet. Give it out first: from then on it cannot be discarded any more.')
  }
}

/** The bank knows a debit that it cannot know: it has a file that is not given out here. */
export class DebitNotGivenOut extends KlinkeError {
  constructor(what: string) {
    super(
      'debit-not-given-out',
      `The bank turns ${what} down, of which no file is given out here. Nothing of this file was taken. If the bank has the file, give it out here first, and then take this one again.`,
      {
        german: `Die Bank weist ${what} zurück; hier ist dazu keine Datei ausgegeben. Nichts hiervon wurde übernommen. Hat die Bank die Datei, dann geben Sie sie hier zuerst aus, und lesen Sie diese noch einmal ein.`,
      },
    )
  }
}

/** Nothing of it counts. */
export class BankFileRefused extends KlinkeError {
  constructor(flaw: BankFileFlaw) {
    super(`bank-file-${flaw}`, `${FILE_FLAWS[flaw]} Nothing of it was taken. Fetch the file from the bank again.`)
  }
}

const FILE_FLAWS: Readonly<Record<BankFileFlaw, string>> = {
  broken: 'The file ends in the middle, or is no XML.',
  'too-large': 'The file is deeper or larger than any statement.',
  'unknown-message': 'The file is none of pain.002, camt.053 and camt.054.',
  incomplete: 'A field is missing in the file that each one has: an amount, a day, an account or its number.',
  'sums-differ': 'The entries in the file do not lead from its opening balance to its closing balance, or are fewer than it says.',
}

/** The bank's number of a file is there already, with something else in it. */
export class BankFileDiffers extends KlinkeError {
  constructor(messageId: string) {
    super(
      'bank-file-differs',
      `A file with the number ${messageId} was taken before, and says something else. Nothing of this one was taken. Ask the bank which holds.`,
    )
  }
}

export class ForeignAccount extends KlinkeError {
  constructor(iban: string) {
    super('foreign-account', `The statement is of the account ${iban}, not of the one that collects. Nothing of it was taken.`)
  }
}

export class OpenItemNumberTaken extends KlinkeError {
  constructor(number: string) {
    super('open-item-number-taken', `There is an item ${number} already, of another customer or with another amount.`)
  }
}

export class AssignmentWrong extends KlinkeError {
  constructor(why: 'sum' | 'customers' | 'currency' | 'state') {
    super('assignment-wrong', ASSIGNMENTS[why])
  }
}

const ASSIGNMENTS = {
  sum: 'The shares together must be what was transferred.',
  customers: 'The items must be of one customer.',
  currency: 'An item is in another currency than the transfer.',
  state: 'The transfer is assigned already, or is not assigned. Look at it again.',
} as const

const IBAN_TITLE = { en: 'Account not usable', de: 'Konto nicht verwendbar' }
const FILE_TITLE = { en: 'Bank file refused', de: 'Bankdatei abgelehnt' }

export const paymentProblems: ProblemTable = {
  'iban-invalid': {
    status: 422,
    title: IBAN_TITLE,
    germanDetail: 'Die IBAN stimmt nicht: Prüfziffern, Länge oder Aufbau sind falsch. Vergleichen Sie sie mit Ihrer Bankkarte.',
  },
  'iban-outside-sepa': {
    status: 422,
    title: IBAN_TITLE,
    germanDetail: 'Das Konto liegt außerhalb des SEPA-Raums. Von dort kann nicht eingezogen werden. Nennen Sie ein anderes.',
  },
  'bic-invalid': {
    status: 422,
    title: IBAN_TITLE,
    germanDetail: 'Die BIC hat 8 oder 11 Stellen, etwa BYLADEM1001. Lassen Sie das Feld leer, wenn Sie sie nicht kennen.',
  },
  'creditor-id-invalid': {
    status: 422,
    title: { en: 'Creditor id wrong', de: 'Gläubiger-ID falsch' },
    germanDetail:
      'Die Gläubiger-Identifikationsnummer stimmt nicht: Prüfziffern oder Aufbau sind falsch. Eine deutsche sieht aus wie DE98ZZZ09999999999.',
  },
  'mandate-exists': {
    status: 409,
    title: { en: 'There is a mandate', de: 'Mandat besteht schon' },
    germanDetail: 'Es gibt schon ein Mandat, nach dem eingezogen wird. Widerrufen Sie es zuerst.',
  },
  'mandate-state': {
    status: 409,
    title: { en: 'Not in this state of the mandate', de: 'Stand des Mandats lässt das nicht zu' },
    germanDetail: 'Das geht mit diesem Mandat nicht mehr oder noch nicht. Sehen Sie nach, wie es um das Mandat steht.',
  },
  'mandate-unsigned': {
    status: 409,
    title: { en: 'Signed copy missing', de: 'Unterschriebenes Mandat fehlt' },
    germanDetail: 'Ein Mandat auf Papier gilt erst mit der unterschriebenen Kopie. Laden Sie sie zuerst hoch.',
  },
  'creditor-missing': {
    status: 409,
    title: { en: 'Creditor not set', de: 'Gläubiger nicht eingetragen' },
    germanDetail: 'Es ist noch nicht eingetragen, auf wessen Konto eingezogen wird. Das tut der Betreiber unter „Zahlungen“.',
  },
  'nothing-to-collect': {
    status: 409,
    title: { en: 'Nothing to collect', de: 'Nichts einzuziehen' },
    germanDetail: 'Keine angekündigte Lastschrift ist an der Reihe. Banken nehmen Dateien frühestens 14 Tage vor der Fälligkeit an.',
  },
  'batch-outdated': {
    status: 409,
    title: { en: 'File out of date', de: 'Datei überholt' },
    germanDetail:
      'Diese Datei gilt nicht mehr: Eine Fälligkeit ist zu nah, oder es ist inzwischen bezahlt oder widerrufen worden. Verwerfen Sie sie, und erstellen Sie eine neue.',
  },
  'batch-given-out': {
    status: 409,
    title: { en: 'File was given out', de: 'Datei ist ausgegeben' },
    germanDetail: 'Diese Datei ist ausgegeben. Die Bank kann sie haben, deshalb wird sie nicht mehr geändert.',
  },
  'batch-not-given-out': {
    status: 409,
    title: { en: 'File not given out yet', de: 'Datei noch nicht ausgegeben' },
    germanDetail: 'Diese Datei ist noch nicht ausgegeben. Geben Sie sie zuerst aus: Danach lässt sie sich nicht mehr verwerfen.',
  },
  'debit-not-given-out': {
    status: 409,
    title: FILE_TITLE,
    germanDetail:
      'Die Bank weist eine Lastschrift zurück, zu der hier keine Datei ausgegeben ist. Nichts hiervon wurde übernommen. Hat die Bank die Datei, dann geben Sie sie hier zuerst aus.',
  },
  'bank-file-broken': {
    status: 422,
    title: FILE_TITLE,
    germanDetail:
      'Die Datei bricht mittendrin ab oder ist kein XML. Nichts davon wurde übernommen. Holen Sie sie noch einmal von der Bank.',
  },
  'bank-file-too-large': {
    status: 422,
    title: FILE_TITLE,
    germanDetail: 'Die Datei ist größer als jeder Kontoauszug. Nichts davon wurde übernommen.',
  },
  'bank-file-unknown-message': {
    status: 422,
    title: FILE_TITLE,
    germanDetail: 'Die Datei ist weder pain.002 noch camt.053 noch camt.054. Nichts davon wurde übernommen.',
  },
  'bank-file-incomplete': {
    status: 422,
    title: FILE_TITLE,
    germanDetail:
      'In der Datei fehlt eine Angabe, die jede hat: ein Betrag, ein Tag, ein Konto oder ihre Nummer. Nichts davon wurde übernommen.',
  },
  'bank-file-sums-differ': {
    status: 422,
    title: FILE_TITLE,
    germanDetail:
      'Die Buchungen in der Datei führen nicht vom Anfangs- zum Endsaldo, oder es sind weniger, als sie nennt. Nichts davon wurde übernommen.',
  },
  'bank-file-differs': {
    status: 409,
    title: FILE_TITLE,
    germanDetail:
      'Eine Datei mit dieser Nummer wurde schon übernommen und sagt etwas anderes. Nichts hiervon wurde übernommen. Fragen Sie die Bank, welche gilt.',
  },
  'foreign-account': {
    status: 422,
    title: FILE_TITLE,
    germanDetail: 'Der Auszug gehört zu einem anderen Konto als dem, auf das eingezogen wird. Nichts davon wurde übernommen.',
  },
  'open-item-number-taken': {
    status: 409,
    title: { en: 'Number taken', de: 'Nummer vergeben' },
    germanDetail: 'Einen Posten mit dieser Nummer gibt es schon, bei einem anderen Kunden oder mit einem anderen Betrag.',
  },
  'assignment-wrong': {
    status: 422,
    title: { en: 'Assignment not possible', de: 'Zuordnung nicht möglich' },
    germanDetail:
      'So lässt sich die Überweisung nicht zuordnen: Die Anteile ergeben zusammen ihren Betrag, in derselben Währung und für einen einzigen Kunden.',
  },
}
