import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable, Text } from '@klinke/platform'

/** A window would not be left out of account for customers: their profiles want longer notice, or another time. */
export class NoticeTooShort extends KlinkeError {
  /** `earliest` in words of each language; undefined: no time is allowed at all. */
  constructor(customers: readonly string[], count: number, earliest: Text | undefined) {
    const others = count - customers.length
    const names = customers.join(', ')
    const en = `${names}${others > 0 ? ` and ${others} others` : ''}`
    const de = `${names}${others > 0 ? ` und ${others} weitere` : ''}`
    super(
      'maintenance-notice-too-short',
      earliest === undefined
        ? `The contract of ${en} leaves no maintenance of that length out of account. With insist: true it is announced all the same and counts as an outage.`
        : `The contract of ${en} allows maintenance of that length from ${earliest.en} on at the earliest. Choose a later time; with insist: true it is announced all the same and counts as an outage there.`,
      {
        german:
          earliest === undefined
            ? `Der Vertrag von ${de} nimmt keine Wartung dieser Länge von der Verfügbarkeit aus. Mit insist: true wird sie trotzdem angekündigt und zählt als Ausfall.`
            : `Der Vertrag von ${de} erlaubt eine Wartung dieser Länge frühestens ab ${earliest.de}. Wählen Sie eine spätere Zeit; mit insist: true wird sie trotzdem angekündigt und zählt dort als Ausfall.`,
      },
    )
  }
}

export class MaintenanceInThePast extends KlinkeError {
  constructor() {
    super('maintenance-in-the-past', 'Maintenance is announced before it begins. Choose a time that lies ahead.')
  }
}

export class MaintenanceOver extends KlinkeError {
  constructor() {
    super('maintenance-over', 'This maintenance was cancelled, or has begun: it cannot be changed any more.')
  }
}

export class OutageLasts extends KlinkeError {
  constructor() {
    super('outage-lasts', 'The outage is not over yet. Correct it once its end is known.')
  }
}

export class OutageTimesWrong extends KlinkeError {
  constructor() {
    super('outage-times-wrong', 'The end of an outage lies after its begin, a year at most, and not in the future.')
  }
}

export const serviceLevelProblems: ProblemTable = {
  'maintenance-notice-too-short': {
    status: 409,
    title: { en: 'The notice is too short', de: 'Die Ankündigung kommt zu spät' },
    germanDetail: 'Ein Vertrag verlangt eine frühere Ankündigung oder eine andere Zeit.',
  },
  'maintenance-in-the-past': {
    status: 422,
    title: { en: 'Maintenance in the past', de: 'Wartung in der Vergangenheit' },
    germanDetail: 'Eine Wartung wird angekündigt, bevor sie beginnt. Wählen Sie eine Zeit, die noch kommt.',
  },
  'outage-lasts': {
    status: 409,
    title: { en: 'The outage lasts', de: 'Der Ausfall dauert an' },
    germanDetail: 'Der Ausfall ist noch nicht vorbei. Berichtigen Sie ihn, sobald sein Ende feststeht.',
  },
  'outage-times-wrong': {
    status: 422,
    title: { en: 'These times cannot be', de: 'Diese Zeiten kann es nicht geben' },
    germanDetail: 'Ein Ausfall endet nach seinem Beginn, höchstens ein Jahr danach und nicht in der Zukunft.',
  },
  'maintenance-over': {
    status: 409,
    title: { en: 'The maintenance cannot be changed', de: 'Die Wartung lässt sich nicht mehr ändern' },
    germanDetail: 'Diese Wartung ist abgesagt oder hat begonnen. Sie lässt sich nicht mehr ändern.',
  },
}
