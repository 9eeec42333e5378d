import type { Text } from '@klinke/platform'
import type { CarrierProfile } from './carrier-profile.ts'

export const PROFILE_NAMES = [
  ...['registration', 'trusted-address', 'account-only', '1tr118', '1tr119', 'sipconnect-1.1', 'sipconnect-2.0'],
] as const
export type ProfileName = (typeof PROFILE_NAMES)[number]

export interface ShippedProfile extends CarrierProfile {
  readonly title: Text
  readonly about: Text
}

const PLAIN = {
  forwardings: 'both',
  userIsPhone: false,
  fax: 't38',
  earlyMedia: 'heard',
  reliableProvisional: 'supported',
} as const satisfies Partial<CarrierProfile>

/** Hides by both ways that RFC 3325 §9.3 and RFC 3323 §4.1.1.3 have. */
const HIDES = { hiddenFrom: 'anonymous', privacy: 'id' } as const

/**
 * The ways of carriers in Germany, as they document them. What a carrier does otherwise is said beside the name (`profileChanges`).
 * CLI-02 has two patterns: (a) From is the number that pays and P-Preferred-Identity the one shown; (b) P-Asserted-Identity is the number
 * that pays and From the one shown. Interfaces after 1TR118 and 1TR119 have the third: From shown, P-Preferred-Identity one of the trunk's.
 */
export const SHIPPED_PROFILES: Readonly<Record<ProfileName, ShippedProfile>> = {
  registration: {
    ...PLAIN,
    title: { en: 'Registration', de: 'Anmeldung mit Name und Kennwort' },
    about: {
      en: 'From pays, P-Preferred-Identity is shown (CLI-02 a)',
      de: 'From wird berechnet, P-Preferred-Identity angezeigt (CLI-02 a)',
    },
    identity: { ...HIDES, from: 'own', asserted: 'none', preferred: 'shown' },
  },
  'trusted-address': {
    ...PLAIN,
    title: { en: 'Fixed address', de: 'Feste Adresse' },
    about: {
      en: 'P-Asserted-Identity pays, From is shown (CLI-02 b)',
      de: 'P-Asserted-Identity wird berechnet, From angezeigt (CLI-02 b)',
    },
    identity: { ...HIDES, from: 'shown', asserted: 'own', preferred: 'none' },
  },
  'account-only': {
    ...PLAIN,
    title: { en: 'Internet telephony account', de: 'Einfacher Internettelefonie-Zugang' },
    about: {
      en: 'From is always the account, P-Preferred-Identity the number; no PRACK, no T.38, G.711 alone',
      de: 'From ist immer der Zugang, P-Preferred-Identity die Nummer; ohne PRACK und T.38, nur G.711',
    },
    identity: { ...HIDES, from: 'account', asserted: 'none', preferred: 'shown', privacy: 'user;id' },
    forwardings: 'none',
    codecs: ['PCMA', 'PCMU'],
    fax: 'g711',
    reliableProvisional: 'none',
    sessionTimerSeconds: null,
  },
  '1tr118': {
    ...PLAIN,
    title: { en: 'SIP trunk after 1TR118', de: 'SIP-Trunk nach 1TR118' },
    about: {
      en: 'From is shown, P-Preferred-Identity is a number of the trunk; Diversion',
      de: 'From wird angezeigt, P-Preferred-Identity ist eine Nummer des Anschlusses; Diversion',
    },
    identity: { ...HIDES, from: 'shown', asserted: 'none', preferred: 'own' },
    forwardings: 'diversion',
    codecs: ['PCMA', 'G722'],
    sessionTimerSeconds: 1800,
  },
  '1tr119': {
    ...PLAIN,
    title: { en: 'SIP trunk after 1TR119', de: 'SIP-Trunk nach 1TR119' },
    about: {
      en: 'From is shown, P-Preferred-Identity is a number of the trunk; History-Info, user=phone',
      de: 'From wird angezeigt, P-Preferred-Identity ist eine Nummer des Anschlusses; History-Info, user=phone',
    },
    identity: { ...HIDES, from: 'shown', asserted: 'none', preferred: 'own', privacy: 'id' },
    forwardings: 'history-info',
    userIsPhone: true,
    codecs: ['G722', 'PCMA'],
    sessionTimerSeconds: 1800,
  },
  'sipconnect-1.1': {
    ...PLAIN,
    title: { en: 'SIPconnect 1.1', de: 'SIPconnect 1.1' },
    about: {
      en: 'P-Asserted-Identity pays, From is shown; Diversion, G.711, no PRACK',
      de: 'P-Asserted-Identity wird berechnet, From angezeigt; Diversion, G.711, ohne PRACK',
    },
    identity: { ...HIDES, from: 'shown', asserted: 'own', preferred: 'none' },
    forwardings: 'diversion',
    codecs: ['PCMA', 'PCMU'],
    reliableProvisional: 'none',
  },
  'sipconnect-2.0': {
    ...PLAIN,
    title: { en: 'SIPconnect 2.0', de: 'SIPconnect 2.0' },
    about: {
      en: 'P-Asserted-Identity pays, From is shown; History-Info, G.722 first, PRACK',
      de: 'P-Asserted-Identity wird berechnet, From angezeigt; History-Info, G.722 zuerst, PRACK',
    },
    identity: { ...HIDES, from: 'shown', asserted: 'own', preferred: 'none' },
    forwardings: 'history-info',
    codecs: ['G722', 'PCMA', 'PCMU', 'opus'],
    sessionTimerSeconds: 1800,
  },
}
