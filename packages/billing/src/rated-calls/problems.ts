import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import type { RerunState } from './runs/run.ts'

export class TariffNameTaken extends KlinkeError {
  constructor(name: string) {
    super('tariff-name-taken', `There is a tariff "${name}" already. Upload a new version of it, or choose another name.`)
  }
}

export class TariffVersionTaken extends KlinkeError {
  constructor(day: string) {
    super(
      'tariff-version-taken',
      `A version of this tariff begins on ${day} already. Versions are never replaced: let the new one begin on another day.`,
    )
  }
}

export class TariffVersionHolds extends KlinkeError {
  constructor(day: string) {
    super('tariff-version-holds', `This version holds since ${day}. What has begun stays: upload another one that begins later.`)
  }
}

export class TooManyToRerate extends KlinkeError {
  constructor(most: number) {
    super(
      'too-many-to-rerate',
      `More than ${most} calls of the month stand on no invoice: what would be different is not told in one answer. Begin a run with POST /rerating-runs, which tells it of any number, or rate them anew with "apply": true.`,
    )
  }
}

export class RerunNotReady extends KlinkeError {
  constructor(state: RerunState) {
    super(
      'rerating-run-not-ready',
      `The run is "${state}": only one whose comparison is ready can be kept, and only one that is not over be cancelled.`,
    )
  }
}

export class WaivedOtherwise extends KlinkeError {
  constructor(calls: number) {
    super('unpriced-calls-changed', `By now ${calls} calls have no price. Look at them again, and say so many.`, {
      german: `Inzwischen haben ${calls} Gespräche keinen Preis. Sehen Sie sie noch einmal an, und nennen Sie so viele.`,
    })
  }
}

export const ratedCallProblems: ProblemTable = {
  'rerating-run-not-ready': {
    status: 409,
    title: { en: 'The run is not there', de: 'Der Lauf ist nicht so weit' },
    germanDetail: 'Übernehmen lässt sich nur ein fertiger Vergleich, abbrechen nur ein Lauf, der nicht beendet ist.',
  },
  'tariff-name-taken': {
    status: 409,
    title: { en: 'Name of tariff taken', de: 'Tarifname bereits vergeben' },
    germanDetail: 'Einen Tarif dieses Namens gibt es schon. Laden Sie eine neue Fassung davon hoch, oder wählen Sie einen anderen Namen.',
  },
  'tariff-version-taken': {
    status: 409,
    title: { en: 'A version begins on that day', de: 'An dem Tag beginnt schon eine Fassung' },
    germanDetail:
      'An diesem Tag beginnt schon eine Fassung des Tarifs. Fassungen werden nie ersetzt: Lassen Sie die neue an einem anderen Tag beginnen.',
  },
  'tariff-version-holds': {
    status: 409,
    title: { en: 'The version holds', de: 'Die Fassung gilt schon' },
    germanDetail: 'Diese Fassung gilt schon. Was begonnen hat, bleibt: Laden Sie eine andere hoch, die später beginnt.',
  },
  'too-many-to-rerate': {
    status: 409,
    title: { en: 'Too many calls', de: 'Zu viele Gespräche' },
    germanDetail:
      'Der Monat hat zu viele Gespräche ohne Rechnung, um in einer Antwort zu sagen, was anders würde. Beginnen Sie mit POST /rerating-runs einen Lauf, der es bei beliebig vielen sagt, oder bewerten Sie sie gleich neu, mit "apply": true.',
  },
  'unpriced-calls-changed': {
    status: 409,
    title: { en: 'Other calls by now', de: 'Inzwischen andere Gespräche' },
    germanDetail: 'Inzwischen haben andere Gespräche keinen Preis. Sehen Sie sie noch einmal an.',
  },
}
