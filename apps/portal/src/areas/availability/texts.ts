import { defineTexts } from '../../shared/texts.ts'

export const availabilityTexts = defineTexts({
  title: { de: 'Verfügbarkeit', en: 'Availability' },
  about: {
    de: 'Wie verlässlich die Telefonanlage in diesem Jahr war, was zugesagt ist, und wann daran gearbeitet wird.',
    en: 'How reliable the exchange was this year, what is promised, and when it is worked on.',
  },
  year: {
    de: (from: string, until: string) => `Jahr vom ${from} bis ${until}`,
    en: (from: string, until: string) => `Year from ${from} to ${until}`,
  },
  yearAbout: {
    de: '(1 − Ausfallminuten ÷ Minuten des Jahres) × 100. Der Balken zeigt, wie viel vom zugelassenen Ausfall verbraucht ist. Angekündigte Wartung zählt nicht, soweit der Vertrag es sagt.',
    en: '(1 − minutes of outage ÷ minutes of the year) × 100. The bar shows how much of the outage that is allowed is used up. Announced maintenance does not count as far as the contract says so.',
  },
  nothingPromised: { de: 'Für diesen Vertrag ist keine Verfügbarkeit zugesagt.', en: 'No availability is promised for this contract.' },
  ofTarget: {
    de: (percent: string, target: string) => `${percent} %, zugesagt ${target} %`,
    en: (percent: string, target: string) => `${percent} %, promised ${target} %`,
  },
  minutes: {
    de: (outage: string, excluded: string) => `${outage} Minuten Ausfall, weitere ${excluded} Minuten in Wartung`,
    en: (outage: string, excluded: string) => `${outage} minutes of outage, ${excluded} more in maintenance`,
  },
  outages: { de: 'Ausfälle', en: 'Outages' },
  noOutages: { de: 'In diesem Jahr gab es keinen Ausfall.', en: 'There was no outage this year.' },
  maintenance: { de: 'Wartung', en: 'Maintenance' },
  noMaintenance: { de: 'Es war und ist keine Wartung angekündigt.', en: 'No maintenance was or is announced.' },
})
