import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'

export class NoItemisedBill extends KlinkeError {
  constructor() {
    super(
      'no-itemised-bill',
      'Nobody has asked for an itemised bill of this month before it began, or a declaration that it needs is missing.',
    )
  }
}

export class ItemisedBillGone extends KlinkeError {
  constructor(since: string) {
    super('itemised-bill-gone', `The itemised bill of this month was deleted: it was there until the day before ${since}.`)
  }
}

export class ItemisedBillTooLong extends KlinkeError {
  constructor(most: number) {
    super('itemised-bill-too-long', `A PDF lists ${most} calls at most. Take the table (CSV).`)
  }
}

export class ChoiceNotOffered extends KlinkeError {
  constructor() {
    super('itemised-bill-choice-not-offered', 'The product does not offer this kind of itemised bill.')
  }
}

export class DeclarationMissing extends KlinkeError {
  constructor() {
    super(
      'itemised-bill-declaration-missing',
      'This needs the declaration that employees are informed and that their representatives took part as the law wants it (§ 11 TDDDG). Give it first.',
    )
  }
}

export class DeclarationInFuture extends KlinkeError {
  constructor() {
    super('itemised-bill-declaration-in-future', 'A declaration cannot have been signed on a day to come.')
  }
}

/** Errors of itemised bills. */
export const itemisedBillProblems: ProblemTable = {
  'no-itemised-bill': {
    status: 409,
    title: { en: 'No itemised bill', de: 'Kein Einzelverbindungsnachweis' },
    germanDetail:
      'Für diesen Monat hat niemand vor seinem Beginn einen Einzelverbindungsnachweis verlangt, oder eine Erklärung fehlt, die er braucht.',
  },
  'itemised-bill-gone': {
    status: 410,
    title: { en: 'Deleted', de: 'Gelöscht' },
    germanDetail: 'Der Einzelverbindungsnachweis dieses Monats ist gelöscht: Seine Frist ist um.',
  },
  'itemised-bill-too-long': {
    status: 422,
    title: { en: 'Too long for a PDF', de: 'Zu lang für ein PDF' },
    germanDetail: 'Das sind zu viele Verbindungen für ein PDF. Nehmen Sie die Tabelle (CSV).',
  },
  'itemised-bill-choice-not-offered': {
    status: 422,
    title: { en: 'Not offered', de: 'Nicht angeboten' },
    germanDetail: 'Diese Art von Einzelverbindungsnachweis bietet das Produkt nicht an.',
  },
  'itemised-bill-declaration-missing': {
    status: 409,
    title: { en: 'Declaration missing', de: 'Erklärung fehlt' },
    germanDetail:
      'Dazu braucht es die Erklärung, dass die Beschäftigten informiert sind und ihre Vertretung beteiligt wurde, soweit das Gesetz es verlangt (§ 11 TDDDG). Geben Sie sie zuerst ab.',
  },
  'itemised-bill-declaration-in-future': {
    status: 422,
    title: { en: 'A day to come', de: 'Tag in der Zukunft' },
    germanDetail: 'Eine Erklärung kann nicht an einem künftigen Tag unterschrieben sein.',
  },
}
