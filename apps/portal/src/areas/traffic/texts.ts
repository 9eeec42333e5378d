import { defineTexts } from '../../shared/texts.ts'

export const trafficTexts = defineTexts({
  title: { de: 'Verkehr', en: 'Traffic' },
  about: {
    de: 'Was die Anlage in der letzten Stunde zu tun hatte, alle zehn Sekunden gezählt. Nach einem Neustart beginnt die Zählung von vorn.',
    en: 'What the exchange had to do in the last hour, counted every ten seconds. It begins anew after a restart.',
  },
  started: { de: 'Neue Anrufe je Sekunde', en: 'New calls per second' },
  calls: { de: 'Anrufe zugleich', en: 'Calls at the same time' },
  registrations: { de: 'Angemeldete Telefone', en: 'Registered phones' },
  failed: { de: 'Gescheiterte Anrufe', en: 'Failed calls' },
  refused: { de: 'Abgelehnte Anfragen', en: 'Refused requests' },
  failedAbout: {
    de: 'Unerreichbar, unbekannte Nummer, nicht erlaubt, überlastet: je zehn Sekunden. Warum, sagt die Erklärung jedes Anrufs.',
    en: 'Unreachable, unknown number, not allowed, congestion: per ten seconds. Why, the explanation of each call says.',
  },
  refusedAbout: {
    de: 'Was kein Anruf wurde, etwa ein falsches Kennwort: je zehn Sekunden. Viele auf einmal sind oft jemand, der Kennwörter rät.',
    en: 'What became no call, such as a wrong password: per ten seconds. Many at once are often somebody guessing passwords.',
  },
  resellers: { de: 'Verkehr nach Wiederverkäufern', en: 'Traffic by reseller' },
  resellersAbout: {
    de: 'Anrufe ihrer Kunden: jetzt, und in der letzten Stunde. Nach einem Neustart beginnt die Zählung von vorn.',
    en: 'Calls of their customers: now, and in the last hour. It begins anew after a restart.',
  },
  reseller: { de: 'Wiederverkäufer', en: 'Reseller' },
  ownCustomers: { de: 'Eigene Kunden', en: 'Own customers' },
  customers: { de: 'Kunden', en: 'Customers' },
  callsNow: { de: 'Anrufe jetzt', en: 'Calls now' },
  lastHour: { de: 'In der letzten Stunde', en: 'In the last hour' },
  now: { de: 'zuletzt', en: 'last' },
  most: { de: (value: string) => `höchstens ${value}`, en: (value: string) => `at most ${value}` },
  curve: {
    de: (name: string, last: string, most: string) => `${name} in der letzten Stunde: zuletzt ${last}, höchstens ${most}`,
    en: (name: string, last: string, most: string) => `${name} in the last hour: last ${last}, at most ${most}`,
  },
  tooEarly: { de: 'Noch wird gezählt', en: 'Still counting' },
  tooEarlyText: {
    de: 'Die ersten Werte gibt es zwanzig Sekunden nach dem Start der Anlage.',
    en: 'The first values are there twenty seconds after the start of the exchange.',
  },
})
