import { defineTexts } from '../shared/texts.ts'

export const signInTexts = defineTexts({
  title: { de: 'Anmelden', en: 'Sign in' },
  about: {
    de: 'Mit dem API-Schlüssel des Betreibers oder eines Kunden. Der Schlüssel der Vorführung steht in demo.json im Datenverzeichnis.',
    en: 'With an API key of the operator or of a customer. The key of the demo is in demo.json in the data folder.',
  },
  key: { de: 'API-Schlüssel', en: 'API key' },
  wrongKey: { de: 'Diesen Schlüssel kennt der Server nicht.', en: 'The server does not know this key.' },
  signIn: { de: 'Anmelden', en: 'Sign in' },
})
