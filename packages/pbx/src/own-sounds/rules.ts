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

export const ownSoundProblems: ProblemTable = {
  'sound-unusable': { status: 422, title: { en: 'Sound file cannot be used', de: 'Tondatei nicht verwendbar' } },
  'too-much-hold-music': { status: 409, title: { en: 'Too much music on hold', de: 'Zu viele Wartemusiken' } },
  'converter-busy': { status: 503, title: { en: 'Other sound files are being converted', de: 'Andere Tondateien werden umgewandelt' } },
  'storage-full': { status: 507, title: { en: 'Storage is full', de: 'Speicher ist voll' } },
  'storage-failed': { status: 507, title: { en: 'The file could not be stored', de: 'Die Datei konnte nicht gespeichert werden' } },
}
