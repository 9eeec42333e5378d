import type { ChannelPlace, FullPlace } from './channel-place.ts'

interface Words {
  readonly de: string
  readonly en: string
}

/** All channels are in use: of what, as a whole sentence. */
export function fullWords({ place, limit, channels }: FullPlace): Words {
  const of = placeWords(place)
  const which = WHICH[limit]
  return channels === 1
    ? {
        de: `Der Anruf wurde nicht zugelassen: der einzige Kanal ${of.de}${which.de} ist belegt.`,
        en: `The call was not admitted: the only channel ${of.en}${which.en} is in use.`,
      }
    : {
        de: `Der Anruf wurde nicht zugelassen: alle ${channels} Kanäle ${of.de}${which.de} sind belegt.`,
        en: `The call was not admitted: all ${channels} channels ${of.en}${which.en} are in use.`,
      }
}

const WHICH: Readonly<Record<FullPlace['limit'], Words>> = {
  both: { de: '', en: '' },
  in: { de: ' für ankommende Anrufe', en: ' for incoming calls' },
  out: { de: ' für abgehende Anrufe', en: ' for outgoing calls' },
}

function placeWords({ scope, name }: ChannelPlace): Words {
  switch (scope) {
    case 'customer':
      return { de: 'des Vertrags', en: 'of the contract' }
    case 'trunk':
      return { de: `des Trunks „${name}“`, en: `of the trunk “${name}”` }
    case 'link':
      return { de: `der Datenleitung am Standort „${name}“`, en: `of the data link at the site “${name}”` }
    case 'device':
      return { de: `der Nebenstelle ${name}`, en: `of extension ${name}` }
    case 'carrier':
      return { de: `des Carriers „${name}“`, en: `of the carrier “${name}”` }
  }
}

/** The call waits for its turn. */
export function pacedWords(waitMs: number, callsPerSecond: number): Words {
  return {
    de: `Der Anruf wartet ${german(waitMs / 1000)} s: der Vertrag erlaubt ${german(callsPerSecond)} Anrufe je Sekunde.`,
    en: `The call waits for ${english(waitMs / 1000)} s: the contract allows ${english(callsPerSecond)} calls a second.`,
  }
}

/** Too many wait already. */
export function tooFastWords(retryAfterSeconds: number, callsPerSecond: number): Words {
  return {
    de: `Zu viele Anrufe auf einmal: der Vertrag erlaubt ${german(callsPerSecond)} je Sekunde. Ein neuer Versuch ist in ${retryAfterSeconds} s möglich.`,
    en: `Too many calls at once: the contract allows ${english(callsPerSecond)} a second. Another attempt is possible in ${retryAfterSeconds} s.`,
  }
}

function english(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

function german(value: number): string {
  return english(value).replace('.', ',')
}
