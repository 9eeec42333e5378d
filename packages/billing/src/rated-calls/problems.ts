import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'

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
      `More than ${most} calls of the month stand on no invoice: what would be different is not told beforehand. Rate them anew with "apply": true, which takes any number.`,
    )
  }
}

export const ratedCallProblems: ProblemTable = {
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
      'Der Monat hat zu viele Gespräche ohne Rechnung, um vorher zu sagen, was anders würde. Bewerten Sie sie gleich neu, mit "apply": true: Das geht mit beliebig vielen.',
  },
}
