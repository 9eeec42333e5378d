import { defineTexts } from '../texts.ts'

export const profileTexts = defineTexts({
  profile: { de: 'So will der Carrier angesprochen werden', en: 'How the carrier wants to be spoken to' },
  profileHint: {
    de: 'Welche Nummer in welchem Kopffeld steht, Codecs, Fax, Ansagen vor dem Melden. Im Zweifel wie üblich',
    en: 'Which number stands in which header, codecs, fax, announcements before the answer. If in doubt, as usual',
  },
  profileUsual: { de: 'Wie üblich bei dieser Anmeldung', en: 'As usual for this way of signing in' },
  profileRegistration: { de: 'Anmeldung: From wird berechnet', en: 'Registration: From pays' },
  profileTrustedAddress: { de: 'Feste Adresse: P-Asserted-Identity wird berechnet', en: 'Fixed address: P-Asserted-Identity pays' },
  profileAccountOnly: { de: 'Einfacher Internettelefonie-Zugang', en: 'Internet telephony account' },
  profile1tr118: { de: 'SIP-Trunk nach 1TR118', en: 'SIP trunk after 1TR118' },
  profile1tr119: { de: 'SIP-Trunk nach 1TR119', en: 'SIP trunk after 1TR119' },
  profileSipconnect11: { de: 'SIPconnect 1.1', en: 'SIPconnect 1.1' },
  profileSipconnect20: { de: 'SIPconnect 2.0', en: 'SIPconnect 2.0' },
})
