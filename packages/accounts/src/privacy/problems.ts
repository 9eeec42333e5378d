import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'

/** Nothing is deleted by mistake: the name must be repeated. */
export class ErasureNotConfirmed extends KlinkeError {
  constructor(name: string) {
    super('erasure-not-confirmed', `Deleting somebody cannot be undone. Repeat it with "confirm": ${JSON.stringify(name)}.`)
  }
}

export class RequestAnswered extends KlinkeError {
  constructor() {
    super('request-answered', 'This request is answered already, or it is a report, which answers itself.')
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
  'request-answered': {
    status: 409,
    title: { en: 'The request is answered', de: 'Die Anfrage ist beantwortet' },
    germanDetail: 'Diese Anfrage ist schon beantwortet, oder sie ist eine Auskunft, die sich selbst beantwortet.',
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
