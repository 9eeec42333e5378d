import type { UsageWarning } from './usage-watch.ts'

interface Words {
  readonly de: string
  readonly en: string
}

/** A warning as a whole sentence. */
export function warningWords(warning: UsageWarning): Words {
  switch (warning.kind) {
    case 'channels': {
      const { place, inUse, channels } = warning
      return {
        de: `${inUse} von ${channels} Kanälen sind belegt (${PLACES[place.scope].de} „${place.name}“).`,
        en: `${inUse} of ${channels} channels are in use (${PLACES[place.scope].en} “${place.name}”).`,
      }
    }
    case 'call-rate':
      return {
        de: `Es kommen ${german(warning.callsPerSecond)} Anrufe je Sekunde, erlaubt sind ${german(warning.allowed)}.`,
        en: `${english(warning.callsPerSecond)} calls a second come, ${english(warning.allowed)} are allowed.`,
      }
    case 'answer-ratio':
      return {
        de: `Nur ${warning.percent} % der letzten ${warning.attempts} abgehenden Anrufe wurden angenommen; vereinbart sind mindestens ${warning.least} %.`,
        en: `Only ${warning.percent} % of the last ${warning.attempts} outgoing calls were answered; at least ${warning.least} % are agreed.`,
      }
    case 'dialler':
      return {
        de: `${warning.counts.abandoned} von ${warning.counts.answered} Angerufenen wurde gleich wieder aufgelegt: das sieht nach einer Wählautomatik aus, die eine Vereinbarung braucht.`,
        en: `${warning.counts.abandoned} of ${warning.counts.answered} who answered were hung up on at once: that looks like a predictive dialler, which needs an agreement.`,
      }
    case 'signalling-only': {
      const { attempts, rungOnly, withoutMedia } = warning.counts
      return {
        de: `${rungOnly + withoutMedia} von ${attempts} abgehenden Anrufen trugen keine Sprache: Signalisierung ohne Gespräch ist nicht erlaubt.`,
        en: `${rungOnly + withoutMedia} of ${attempts} outgoing calls carried no speech: signalling without conversation is not allowed.`,
      }
    }
  }
}

const PLACES: Readonly<Record<Extract<UsageWarning, { kind: 'channels' }>['place']['scope'], Words>> = {
  customer: { de: 'Vertrag', en: 'contract' },
  trunk: { de: 'Trunk', en: 'trunk' },
  link: { de: 'Datenleitung am Standort', en: 'data link at the site' },
  device: { de: 'Nebenstelle', en: 'extension' },
  carrier: { de: 'Carrier', en: 'carrier' },
}

function english(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

function german(value: number): string {
  return english(value).replace('.', ',')
}
