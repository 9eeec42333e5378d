import { defineTexts } from '../texts.ts'

export const sipAccessTexts = defineTexts({
  domain: { de: 'SIP-Domain', en: 'SIP domain' },
  server: { de: 'Server (ausgehender Proxy)', en: 'Server (outbound proxy)' },
  elsewhere: { de: (host: string) => `von anderen Rechnern: ${host}`, en: (host: string) => `from other machines: ${host}` },
  ports: { de: 'Port und Transport', en: 'Port and transport' },
})
