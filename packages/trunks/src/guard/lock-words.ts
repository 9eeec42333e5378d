import type { StoredLock } from './lock-store.ts'
import type { Event } from './notices.ts'
import { causeName, type Words } from './words.ts'

/** What the customer is told of a lock, and what is kept of it. Emergency calls and base fees are in it: the law and the contract ask for both (FRD-03). */
export function lockEvent(what: 'announced' | 'staged' | 'full' | 'lifted', lock: StoredLock): Event {
  const { id, cause, fullFrom } = lock
  const key = what === 'staged' || what === 'full' ? `${what} ${id} ${fullFrom?.toISOString() ?? 'never'}` : `${what} ${id}`
  if (what === 'lifted') return { kind: 'lock-lifted', onceKey: key, words: liftedWords(lock) }
  if (what === 'full') return { kind: 'lock-full', onceKey: key, words: fullWords(lock) }
  return { kind: cause === 'security' ? 'shutdown' : 'lock-announced', onceKey: key, words: lockedWords(lock) }
}

const SERVICES: Readonly<Record<StoredLock['services'], Words>> = {
  international: { de: 'Anrufe ins Ausland', en: 'international calls' },
  'service-numbers': { de: 'Anrufe zu Servicenummern', en: 'calls to service numbers' },
  all: { de: 'abgehende Anrufe', en: 'outgoing calls' },
}

function lockedWords({ cause, services, reason, outgoingFrom, fullFrom }: StoredLock): Words {
  const [what, why] = [SERVICES[services], causeName(cause)]
  const full =
    fullFrom === null
      ? { de: '', en: '' }
      : {
          de: ` Ab ${moment(fullFrom, 'de')} ist der Anschluss auch für ankommende Anrufe gesperrt.`,
          en: ` From ${moment(fullFrom, 'en')} calls in are locked, too.`,
        }
  return {
    de: `Gesperrt werden ${what.de} ab ${moment(outgoingFrom, 'de')} wegen: ${why.de}. ${reason}.${full.de} 110 und 112 bleiben erreichbar; Grundentgelte laufen weiter. Die Sperre endet, sobald ihr Grund entfällt.`,
    en: `Locked are ${what.en} from ${moment(outgoingFrom, 'en')} because of ${why.en}. ${reason}.${full.en} 110 and 112 can still be reached; base fees run on. The lock ends as soon as its reason does.`,
  }
}

function fullWords({ cause, reason }: StoredLock): Words {
  const why = causeName(cause)
  return {
    de: `Der Anschluss ist jetzt auch für ankommende Anrufe gesperrt wegen: ${why.de}. ${reason}. 110 und 112 bleiben erreichbar; Grundentgelte laufen weiter. Die Sperre endet, sobald ihr Grund entfällt.`,
    en: `Calls in are locked now, too, because of ${why.en}. ${reason}. 110 and 112 can still be reached; base fees run on. The lock ends as soon as its reason does.`,
  }
}

function liftedWords({ services }: StoredLock): Words {
  const what = SERVICES[services]
  return { de: `Die Sperre ist aufgehoben: ${what.de} sind wieder möglich.`, en: `The lock is lifted: ${what.en} are possible again.` }
}

function moment(date: Date, language: 'de' | 'en'): string {
  const locale = language === 'de' ? 'de-DE' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin' }).format(date)
}
