import { defineTexts } from '../texts.ts'

/** Components of the exchange and maintenance, as customers and the operator read them. */
export const serviceTexts = defineTexts({
  signalling: { de: 'Anmeldung und Vermittlung', en: 'Registration and signalling' },
  calls: { de: 'Gespräche', en: 'Calls' },
  media: { de: 'Sprachqualität', en: 'Audio' },
  portal: { de: 'Portal und Schnittstelle', en: 'Portal and API' },
  upstream: { de: 'Verbindungen in andere Netze', en: 'Connections to other networks' },
  'side-all': { de: 'Der ganze Dienst', en: 'The whole service' },
  'side-internet': { de: 'Seite des Internets', en: 'Side of the internet' },
  'side-upstream': { de: 'Seite der anderen Netze', en: 'Side of other networks' },
  fromTo: { de: (from: string, until: string) => `${from} bis ${until}`, en: (from: string, until: string) => `${from} to ${until}` },
  cancelled: { de: 'abgesagt', en: 'cancelled' },
  urgent: { de: 'dringend', en: 'urgent' },
  statusPage: { de: 'Öffentliche Statusseite', en: 'Public status page' },
})
