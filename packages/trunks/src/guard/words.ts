import { countryOf } from '@klinke/numbering'
import { isMoney, isPerExtension, type Measure } from './limits.ts'
import type { Lock } from './lock.ts'

/** A whole sentence in both languages. */
export interface Words {
  readonly de: string
  readonly en: string
}

/** `the limit of 60 minutes a day for extension 10`. */
export function limitName(measure: Measure, limit: number, extensionNumber: string | undefined): Words {
  const amount = isMoney(measure) ? euros(limit) : { de: `${limit} Minuten`, en: `${limit} minutes` }
  const [whatDe, whatEn] =
    measure === 'offHoursMinutes' ? [' ins Ausland außerhalb der Geschäftszeiten', ' abroad outside the business hours'] : ['', '']
  const of = isPerExtension(measure)
    ? { de: `der Nebenstelle ${extensionNumber ?? ''}`, en: `of extension ${extensionNumber ?? ''}` }
    : { de: 'des Kunden', en: 'of the customer' }
  return { de: `das Tageslimit ${of.de} von ${amount.de}${whatDe}`, en: `the daily limit ${of.en} of ${amount.en}${whatEn}` }
}

/** Micro-units to two decimals; the currency is the contract's. */
function euros(micros: number): Words {
  const cents = Math.round(micros / 10_000)
  const [whole, rest] = [Math.trunc(cents / 100), String(cents % 100).padStart(2, '0')]
  return { de: `${whole},${rest} Euro`, en: `${whole}.${rest} euros` }
}

export function limitRefusedWords(name: Words): Words {
  return { de: `Der Anruf wurde abgelehnt: ${name.de} ist erreicht.`, en: `The call was refused: ${name.en} is reached.` }
}

export function limitEndedWords(name: Words): Words {
  return {
    de: `Das Gespräch endet nach einer Ansage: ${name.de} ist erreicht.`,
    en: `The call ends after an announcement: ${name.en} is reached.`,
  }
}

/** `networks`: what belongs to no country. */
export function countryName(country: string): Words {
  const known = countryOf(country)
  return known === undefined ? { de: 'internationale Netze', en: 'international networks' } : { de: known.german, en: known.english }
}

export function countryWords(country: string, isRefused: boolean): Words {
  const { de, en } = countryName(country)
  return isRefused
    ? {
        de: `Der Anruf wurde abgelehnt: Anrufe in dieses Land sind nicht freigegeben (${de}).`,
        en: `The call was refused: calls to this country are not approved (${en}).`,
      }
    : {
        de: `Der erste Anruf in ein neues Land wartet auf Freigabe (${de}).`,
        en: `The first call to a new country waits for approval (${en}).`,
      }
}

export function internationalWords(limit: number): Words {
  return {
    de: `Der Anruf wurde abgelehnt: mehr als ${limit} Anrufe ins Ausland auf einmal sind nicht erlaubt.`,
    en: `The call was refused: no more than ${limit} international calls at a time are allowed.`,
  }
}

export function agentWords(userAgent: string | undefined): Words {
  return userAgent === undefined
    ? { de: 'Der Anruf wurde abgelehnt: das Gerät nennt sich nicht.', en: 'The call was refused: the device does not name itself.' }
    : {
        de: `Der Anruf wurde abgelehnt: das Gerät „${userAgent}“ ist nicht zugelassen.`,
        en: `The call was refused: the device “${userAgent}” is not allowed.`,
      }
}

const CAUSES: Readonly<Record<Lock['cause'], Words>> = {
  breach: { de: 'Vertragsverletzung', en: 'breach of contract' },
  surge: { de: 'ungewöhnlich viele Verbindungen', en: 'an unusual surge of traffic' },
  'negative-balance': { de: 'offener Betrag nach Mahnung', en: 'an unpaid balance after a reminder' },
  security: { de: 'Sicherheitsrisiko', en: 'a security risk' },
}

export function causeName(cause: Lock['cause']): Words {
  return CAUSES[cause]
}

export function lockWords({ cause }: Lock, direction: 'in' | 'out'): Words {
  const why = CAUSES[cause]
  return direction === 'out'
    ? {
        de: `Der Anruf wurde abgelehnt: der Anbieter hat abgehende Anrufe gesperrt (${why.de}).`,
        en: `The call was refused: the provider has locked outgoing calls (${why.en}).`,
      }
    : {
        de: `Der Anruf wurde abgelehnt: der Anbieter hat den Anschluss gesperrt (${why.de}).`,
        en: `The call was refused: the provider has locked the line (${why.en}).`,
      }
}
