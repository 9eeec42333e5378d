import { defineTexts } from '../../shared/texts.ts'

export const consentTexts = defineTexts({
  title: { de: 'Einwilligungen der Geschäftsführung', en: 'Consents of the management' },
  about: {
    de: 'Auswertungen der Anrufe und Protokolle der Chats sieht ein Verwalter nur, solange die Geschäftsführung darin eingewilligt hat. Ihre eigenen Anrufe sieht jede Person ohne Einwilligung.',
    en: 'An administrator sees reports of calls and logs of chats only while the management consents to it. Everybody sees the own calls without a consent.',
  },
  reports: { de: 'Auswertungen und Anruflisten', en: 'Reports and call lists' },
  'chat-logs': { de: 'Protokolle der Chats', en: 'Logs of chats' },
  valid: { de: 'liegt vor', en: 'given' },
  missing: { de: 'liegt nicht vor', en: 'not given' },
  said: {
    de: (name: string, on: string, recorded: string) => `${name} hat am ${on} eingewilligt (vermerkt ${recorded}).`,
    en: (name: string, on: string, recorded: string) => `${name} has consented on ${on} (recorded ${recorded}).`,
  },
  filed: { de: (where: string) => `Ablage: ${where}`, en: (where: string) => `Filed: ${where}` },
  notGiven: {
    de: 'Die Geschäftsführung erklärt sie schriftlich gegenüber dem Anbieter; er vermerkt sie hier.',
    en: 'The management declares it to the provider in writing, who records it here.',
  },
  revoke: { de: 'Widerrufen', en: 'Revoke' },
  revokeTitle: { de: (what: string) => `Einwilligung „${what}“ widerrufen?`, en: (what: string) => `Revoke the consent “${what}”?` },
  revokeConsequence: {
    de: 'Verwalter sehen diese Daten sofort nicht mehr. Gesammelt wird weiter, was für Betrieb und Abrechnung nötig ist. Eine neue Einwilligung vermerkt nur der Anbieter.',
    en: 'Administrators do not see this data any more, at once. What operation and billing need is still collected. Only the provider records a new consent.',
  },
  revoked: { de: 'Einwilligung widerrufen', en: 'Consent revoked' },
  record: { de: 'Einwilligung vermerken', en: 'Record a consent' },
  recorded: { de: 'Einwilligung vermerkt', en: 'Consent recorded' },
  grantedBy: { de: 'Name der Geschäftsführerin, des Geschäftsführers oder Inhabers', en: 'Name of the managing director or owner' },
  grantedOn: { de: 'Eingewilligt am', en: 'Consented on' },
  document: { de: 'Wo die unterschriebene Erklärung liegt', en: 'Where the signed declaration is filed' },
  history: { de: 'Frühere Einwilligungen', en: 'Earlier consents' },
  revokedOn: { de: (when: string) => `widerrufen oder ersetzt ${when}`, en: (when: string) => `revoked or replaced ${when}` },
})
