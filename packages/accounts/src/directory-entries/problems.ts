import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'

/** Entries of one customer. */
export const MAX_DIRECTORY_ENTRIES = 1_000

export class NumberNotListable extends KlinkeError {
  constructor(number: string) {
    super(
      'directory-number-not-own',
      `${number} is not a number, or the first one of a block, that this customer has in use or is getting. Look at GET /number-ranges.`,
    )
  }
}

export class ExtensionNotInBlock extends KlinkeError {
  constructor(extension: string, size: number) {
    const digits = String(size).length - 1
    super(
      'directory-extension-wrong',
      size === 1
        ? `A single number has no extension, and "${extension}" cannot be listed behind it.`
        : `"${extension}" is none of the block’s extensions: list 0, or ${digits} digits.`,
      {
        german:
          size === 1
            ? `Zu einer einzelnen Rufnummer gehört keine Durchwahl; „${extension}“ kann nicht dahinter stehen.`
            : `„${extension}“ ist keine Durchwahl des Blocks: Eintragen lassen sich die 0 oder ${digits} Ziffern.`,
      },
    )
  }
}

export class DirectoryDatesWrong extends KlinkeError {
  constructor() {
    super('directory-dates-wrong', 'The last day of an entry is before its first one.')
  }
}

export class DirectoryNotOffered extends KlinkeError {
  constructor() {
    super('directory-not-offered', 'The customer’s product has no directory entries.')
  }
}

export class TooManyDirectoryEntries extends KlinkeError {
  constructor() {
    super('too-many-directory-entries', `A customer has ${MAX_DIRECTORY_ENTRIES} directory entries at most.`)
  }
}

export class NothingToTell extends KlinkeError {
  constructor() {
    super('directory-nothing-to-tell', 'Nothing has changed since the last file for the publisher.')
  }
}

export class ExportHandedOver extends KlinkeError {
  constructor(number: number) {
    super('directory-export-handed-over', `File ${number} has been handed over, and is therefore not kept any more.`)
  }
}

export const directoryProblems: ProblemTable = {
  'directory-number-not-own': {
    status: 422,
    title: { en: 'No number of the customer', de: 'Keine Rufnummer des Kunden' },
    germanDetail:
      'Das ist keine Rufnummer und keine erste eines Blocks, die der Kunde nutzt oder bekommt. Sehen Sie unter Rufnummern nach.',
  },
  'directory-extension-wrong': {
    status: 422,
    title: { en: 'No extension of the block', de: 'Keine Durchwahl des Blocks' },
    germanDetail: 'Diese Durchwahl gehört nicht zum Block.',
  },
  'directory-dates-wrong': {
    status: 422,
    title: { en: 'The dates are wrong', de: 'Die Tage stimmen nicht' },
    germanDetail: 'Der letzte Tag des Eintrags liegt vor seinem ersten.',
  },
  'directory-not-offered': {
    status: 409,
    title: { en: 'No directory entries', de: 'Keine Telefonbucheinträge' },
    germanDetail: 'Zum Produkt des Kunden gehören keine Telefonbucheinträge.',
  },
  'too-many-directory-entries': {
    status: 422,
    title: { en: 'Too many entries', de: 'Zu viele Einträge' },
    germanDetail: `Ein Kunde hat höchstens ${MAX_DIRECTORY_ENTRIES} Telefonbucheinträge. Löschen Sie einen, den niemand mehr braucht.`,
  },
  'directory-nothing-to-tell': {
    status: 409,
    title: { en: 'Nothing to tell', de: 'Nichts zu melden' },
    germanDetail: 'Seit der letzten Datei für den Verlag hat sich kein Eintrag geändert.',
  },
  'directory-export-handed-over': {
    status: 409,
    title: { en: 'Handed over already', de: 'Schon übergeben' },
    germanDetail: 'Diese Datei ist übergeben und wird deshalb nicht mehr aufbewahrt.',
  },
}
