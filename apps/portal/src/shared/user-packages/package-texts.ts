import { defineTexts } from '../texts.ts'

export const packageTexts = defineTexts({
  userPackage: { de: 'Paket', en: 'Package' },
  hint: {
    de: 'Was die Nebenstelle kann. Berechnet werden je Monat so viele eines Pakets, wie höchstens zugleich vergeben waren.',
    en: 'What the extension can do. Each month as many of a package are charged as were given at the same time at most.',
  },
  noVoicemail: { de: 'ohne Mailbox', en: 'without mailbox' },
  noWebPhone: { de: 'ohne Telefon im Browser', en: 'without telephone in the browser' },
  devices: {
    de: (count: number) => (count === 1 ? '1 Telefon' : `${count} Telefone`),
    en: (count: number) => (count === 1 ? '1 phone' : `${count} phones`),
  },
  calls: {
    de: (count: number) => (count === 1 ? '1 Gespräch zugleich' : `${count} Gespräche zugleich`),
    en: (count: number) => (count === 1 ? '1 call at a time' : `${count} calls at a time`),
  },
  messages: { de: (count: number) => `${count} Nachrichten`, en: (count: number) => `${count} messages` },
  messageSeconds: { de: (seconds: number) => `je ${seconds} s`, en: (seconds: number) => `of ${seconds} s each` },
  callbacks: {
    de: (count: number) => (count === 1 ? '1 Rückruf' : `${count} Rückrufe`),
    en: (count: number) => (count === 1 ? '1 callback' : `${count} callbacks`),
  },
})
