import { defineTexts } from '../../shared/texts.ts'

export const installationTexts = defineTexts({
  installation: { de: 'Installation', en: 'Installation' },
  none: { de: 'keine', en: 'none' },
  clear: { de: 'Keine Installation', en: 'No installation' },
  hours: { de: 'Stunden der Installation', en: 'Hours of installation' },
  groups: { de: 'Rufgruppen', en: 'Ring groups' },
  forwardings: { de: 'Weiterleitungen', en: 'Forwardings' },
  faxToMail: { de: 'Fax-zu-Mail-Anschlüsse', en: 'Fax-to-mail lines' },
  softClients: { de: 'Softclients', en: 'Soft clients' },
  briefingMinutes: { de: 'Minuten Einweisung', en: 'Minutes of briefing' },
  most: { de: (most: number) => `höchstens ${most}`, en: (most: number) => `${most} at most` },
  free: { de: 'ohne Kosten', en: 'free of charge' },
  perHour: { de: (price: string) => `${price} je Stunde`, en: (price: string) => `${price} each hour` },
  includes: { de: (limits: string) => `höchstens ${limits}`, en: (limits: string) => `at most ${limits}` },
  ready: {
    de: (days: number) => `Berechnet wird ab der ersten Nutzung, spätestens ab dem ${days}. Werktag nach der Übergabe der Zugangsdaten.`,
    en: (days: number) =>
      `It is charged from the first use on, at the latest from working day ${days} after the credentials were handed over.`,
  },
})
