import { defineTexts } from '../shared/texts.ts'

export const signInTexts = defineTexts({
  title: { de: 'Anmelden', en: 'Sign in' },
  demo: {
    de: 'In der Vorführung stehen die Zugänge im Terminal, in dem npm start läuft, und in demo.json im Datenverzeichnis.',
    en: 'In the demo, the logins are in the terminal where npm start runs, and in demo.json in the data folder.',
  },
  email: { de: 'E-Mail-Adresse', en: 'Mail address' },
  emailWrong: { de: 'Bitte eine E-Mail-Adresse', en: 'Please a mail address' },
  password: { de: 'Passwort', en: 'Password' },
  signIn: { de: 'Anmelden', en: 'Sign in' },
  refused: {
    de: 'E-Mail-Adresse und Passwort passen nicht zusammen, oder der Zugang ist gesperrt.',
    en: 'Mail address and password do not belong together, or the login is disabled.',
  },
  firstPassword: { de: 'Neues Passwort wählen', en: 'Choose a new password' },
  firstPasswordAbout: {
    de: 'Ihr erstes Passwort kennt auch, wer den Zugang angelegt hat. Wählen Sie ein eigenes, dann geht es weiter.',
    en: 'Whoever made your login knows your first password. Choose one of your own, then you go on.',
  },
  present: { de: 'Bisheriges Passwort', en: 'Present password' },
  newPassword: { de: 'Neues Passwort', en: 'New password' },
  newPasswordHint: {
    de: 'Mindestens 12 Zeichen; ein Satz ist gut zu merken',
    en: 'At least 12 characters; a sentence is easy to remember',
  },
  tooShort: { de: 'Bitte mindestens 12 Zeichen', en: 'Please at least 12 characters' },
  wrongPresent: { de: 'Das bisherige Passwort stimmt nicht.', en: 'The present password is wrong.' },
  goOn: { de: 'Weiter', en: 'Continue' },
})
