import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'

/** Nothing is deleted by mistake: the name must be repeated. */
export class ErasureNotConfirmed extends KlinkeError {
  constructor(name: string) {
    super('erasure-not-confirmed', `Deleting somebody cannot be undone. Repeat it with "confirm": ${JSON.stringify(name)}.`)
  }
}

/** Only what was asked for is looked at beforehand. */
export class NoDeletionAsked extends KlinkeError {
  constructor() {
    super('no-deletion-asked', 'This request asks for no deletion: there is nothing to preview. Enter one that does.')
  }
}

/** What a contract needs is not deleted while it goes on (Art. 17 (1) (a) GDPR). */
export class CustomerGoesOn extends KlinkeError {
  constructor() {
    super(
      'customer-goes-on',
      'A contract of the customer goes on, so that the customer cannot be deleted. Answer when it is over, or refuse with the ground "still-necessary".',
    )
  }
}

/** Money or a matter is open. */
export class CustomerHeld extends KlinkeError {
  constructor(holds: string, german: string) {
    super(
      'customer-held',
      `Something is still open between the customer and us: ${holds}. Settle it first, or refuse with the ground "legal-claims".`,
      {
        german: `Zwischen dem Kunden und uns ist noch etwas offen: ${german}. Klären Sie das zuerst, oder lehnen Sie ab: Die Daten werden für Rechtsansprüche gebraucht.`,
      },
    )
  }
}

export class RequestAnswered extends KlinkeError {
  constructor() {
    super('request-answered', 'This request is answered already.')
  }
}

/** A report that is made yet, or could not be made, is no answer. */
export class ReportNotReady extends KlinkeError {
  constructor() {
    super(
      'report-not-ready',
      'The report is not made yet, or could not be made and is tried again every hour. Wait for it, or refuse the request.',
    )
  }
}

/** Each report reads all there is and is kept as a file: one of somebody is enough at a time. */
export class ReportThereAlready extends KlinkeError {
  constructor() {
    super('report-there-already', 'Such a report is being made already, or can still be downloaded. Use that one.')
  }
}

/** Art. 12 (3) GDPR: once, and told within the first month. */
export class ExtensionTooLate extends KlinkeError {
  constructor() {
    super('extension-too-late', 'The time for the answer is extended already, or its first month is over.')
  }
}

/** Mail servers refuse what is larger. */
export class ReportTooLarge extends KlinkeError {
  constructor() {
    super('report-too-large', 'The report is too large for a mail. Hand it over another way.')
  }
}

/** Customers are told before (Art. 28 (2) GDPR). */
export class SubprocessorTooSoon extends KlinkeError {
  constructor(earliest: string) {
    super('subprocessor-too-soon', `Customers are told of it four weeks before: it can change on ${earliest} at the earliest.`)
  }
}

export class ReportGone extends KlinkeError {
  constructor() {
    super('report-gone', 'The report is not ready, or its seven days are over. Ask for a new one.')
  }
}

export class AgreementOutdated extends KlinkeError {
  constructor(version: string) {
    super('agreement-outdated', `The agreement in force is version ${version}. Read it and accept that one.`)
  }
}

export const privacyProblems: ProblemTable = {
  'erasure-not-confirmed': {
    status: 409,
    title: { en: 'The deletion is not confirmed', de: 'Die Löschung ist nicht bestätigt' },
    germanDetail: 'Eine Löschung lässt sich nicht zurücknehmen. Wiederholen Sie sie mit dem Namen der Person als Bestätigung.',
  },
  'customer-goes-on': {
    status: 409,
    title: { en: 'The contract goes on', de: 'Der Vertrag läuft noch' },
    germanDetail: 'Ein Vertrag des Kunden läuft noch. Löschen lässt er sich erst nach dessen Ende; bis dahin lehnen Sie die Anfrage ab.',
  },
  'customer-held': {
    status: 409,
    title: { en: 'Something is still open', de: 'Es ist noch etwas offen' },
    germanDetail: 'Zwischen dem Kunden und uns ist noch etwas offen. Klären Sie das zuerst, oder lehnen Sie die Anfrage ab.',
  },
  'no-deletion-asked': {
    status: 409,
    title: { en: 'No deletion was asked for', de: 'Es wurde keine Löschung verlangt' },
    germanDetail: 'In dieser Anfrage wird keine Löschung verlangt, also gibt es keine Vorschau. Erfassen Sie eine Anfrage auf Löschung.',
  },
  'request-answered': {
    status: 409,
    title: { en: 'The request is answered', de: 'Die Anfrage ist beantwortet' },
    germanDetail: 'Diese Anfrage ist schon beantwortet.',
  },
  'report-not-ready': {
    status: 409,
    title: { en: 'The report is not ready', de: 'Die Auskunft ist nicht fertig' },
    germanDetail:
      'Die Auskunft ist noch nicht fertig, oder sie ließ sich nicht erstellen und wird jede Stunde neu versucht. Warten Sie darauf, oder lehnen Sie die Anfrage ab.',
  },
  'report-there-already': {
    status: 409,
    title: { en: 'There is such a report already', de: 'Eine solche Auskunft gibt es schon' },
    germanDetail: 'Eine solche Auskunft wird schon erstellt oder liegt noch zum Herunterladen bereit. Verwenden Sie diese.',
  },
  'extension-too-late': {
    status: 409,
    title: { en: 'The time cannot be extended', de: 'Die Frist lässt sich nicht verlängern' },
    germanDetail: 'Die Frist ist schon verlängert, oder ihr erster Monat ist vorbei (Art. 12 Abs. 3 DSGVO).',
  },
  'report-too-large': {
    status: 409,
    title: { en: 'The report is too large for a mail', de: 'Die Auskunft ist zu groß für eine Mail' },
    germanDetail: 'Die Auskunft ist zu groß für eine Mail. Geben Sie sie auf anderem Weg heraus.',
  },
  'subprocessor-too-soon': {
    status: 409,
    title: { en: 'Customers must be told before', de: 'Kunden müssen vorher unterrichtet werden' },
    germanDetail:
      'Kunden mit einem Vertrag zur Auftragsverarbeitung erfahren Änderungen vier Wochen vorher. Wählen Sie einen späteren Tag.',
  },
  'report-gone': {
    status: 410,
    title: { en: 'There is no report', de: 'Es gibt keine Auskunft' },
    germanDetail: 'Die Auskunft ist noch nicht fertig, oder ihre sieben Tage sind vorbei. Fordern Sie eine neue an.',
  },
  'agreement-outdated': {
    status: 409,
    title: { en: 'The agreement has changed', de: 'Der Vertrag hat sich geändert' },
    germanDetail: 'Es gilt eine neuere Fassung des Vertrags. Lesen Sie diese und nehmen Sie sie an.',
  },
}
