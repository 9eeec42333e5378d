import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { MAX_SOUND_SECONDS } from '../sounds/convert.ts'

/** Ten minutes of MP3 at 192 kbit/s. WAV may be shorter. */
export const MAX_UPLOAD_OCTETS = 15_000_000
/** Pieces of music that a tenant can have. */
export const MAX_HOLD_MUSIC = 20

export class SoundUnusable extends KlinkeError {
  constructor(what: string) {
    super('sound-unusable', `This is ${what}. Send WAV (16-bit PCM) or MP3, ${MAX_SOUND_SECONDS / 60} minutes at most.`)
  }
}

export class TooMuchHoldMusic extends KlinkeError {
  constructor() {
    super('too-much-hold-music', `There can be ${MAX_HOLD_MUSIC} pieces of music on hold. Delete one before.`)
  }
}

export class OrderIncomplete extends KlinkeError {
  constructor() {
    super(
      'order-incomplete',
      'The order does not name every piece of music once. Read the list again: somebody may have added or deleted one.',
    )
  }
}

export const ownSoundProblems: ProblemTable = {
  'sound-unusable': {
    status: 422,
    title: { en: 'Sound file cannot be used', de: 'Tondatei nicht verwendbar' },
    germanDetail: 'Diese Datei kann nicht abgespielt werden. Senden Sie WAV (16-Bit-PCM) oder MP3.',
  },
  'too-much-hold-music': {
    status: 409,
    title: { en: 'Too much music on hold', de: 'Zu viele Wartemusiken' },
    germanDetail: 'Mehr Wartemusiken kann es nicht geben. Löschen Sie zuerst eine.',
  },
  'order-incomplete': {
    status: 409,
    title: { en: 'Order is incomplete', de: 'Reihenfolge unvollständig' },
    germanDetail:
      'Die Reihenfolge nennt nicht jede Wartemusik einmal. Lesen Sie die Liste neu: Vielleicht hat jemand eine hinzugefügt oder gelöscht.',
  },
  'converter-busy': {
    status: 503,
    title: { en: 'Other sound files are being converted', de: 'Andere Tondateien werden umgewandelt' },
    germanDetail: 'Gerade werden andere Tondateien umgewandelt. Senden Sie diese in einigen Sekunden noch einmal.',
  },
  'storage-full': {
    status: 507,
    title: { en: 'Storage is full', de: 'Speicher ist voll' },
    germanDetail: 'Der Speicher des Kunden ist voll. Löschen Sie Aufzeichnungen oder Nachrichten, oder bitten Sie um mehr.',
  },
  'storage-failed': {
    status: 507,
    title: { en: 'The file could not be stored', de: 'Die Datei konnte nicht gespeichert werden' },
    germanDetail: 'Die Datei konnte nicht gespeichert werden. Der Betreiber muss Platz schaffen.',
  },
}
