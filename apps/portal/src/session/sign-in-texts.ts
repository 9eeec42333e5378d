import { defineTexts } from '../shared/texts.ts'

export const signInTexts = defineTexts({
  title: { de: 'Anmelden', en: 'Sign in' },
  demo: {
    de: 'In der Vorführung stehen die Zugänge im Terminal, in dem npm start läuft, und in demo.json im Datenverzeichnis.',
    en: 'In the demo, the logins are in the terminal where npm start runs, and in demo.json in the data folder.',
  },
  email: { de: 'E-Mail-Adresse', en: 'Mail address' },
  emailWrong: { de: 'Bitte eine E-Mail-Adresse', en: 'Please a mail address' },
  password: { de: 'Kennwort', en: 'Password' },
  proof: { de: 'Zeigen Sie, dass Sie es sind', en: 'Show that it is you' },
  proofAbout: {
    de: 'Womit sich jemand anmeldet, ändert nur, wer das eben noch einmal gezeigt hat. So nützt ein offen stehen gelassener Browser niemandem.',
    en: 'What somebody signs in with is changed only by who has just shown it once more. So a browser left open is of use to nobody.',
  },
  proveIt: { de: 'Bestätigen', en: 'Confirm' },
  proveByPasskey: { de: 'Mit Passkey bestätigen', en: 'Confirm with a passkey' },
  byPasskey: { de: 'Mit Passkey anmelden', en: 'Sign in with a passkey' },
  noPasskey: {
    de: 'Kein Passkey wurde benutzt. Versuchen Sie es noch einmal, oder melden Sie sich mit Kennwort an.',
    en: 'No passkey was used. Try again, or sign in with your password.',
  },
  unknownPasskey: {
    de: 'Diesen Passkey kennt die Anlage nicht mehr, oder der Zugang ist gesperrt.',
    en: 'This passkey is not known any more, or the login is disabled.',
  },
  bySingleSignOn: { de: 'Mit dem Firmenkonto anmelden', en: 'Sign in by your company account' },
  singleSignOnAbout: {
    de: 'Sie werden zur Anmeldung Ihres Unternehmens geleitet und kommen danach hierher zurück.',
    en: 'You are led to the sign-in of your company and come back here afterwards.',
  },
  noSingleSignOn: {
    de: 'Für diese Adresse ist keine Anmeldung über ein Firmenkonto eingerichtet. Melden Sie sich mit Ihrem Kennwort an.',
    en: 'No sign-in by a company account is set up for this address. Sign in with your password.',
  },
  providerRefused: {
    de: 'Die Anmeldung über Ihr Firmenkonto hat nicht geklappt: Es gehört zu keinem Zugang hier, oder der Zugang ist gesperrt. Fragen Sie, wer Ihre Telefonanlage verwaltet.',
    en: 'Signing in by your company account has not worked: it belongs to no login here, or the login is disabled. Ask who administers your telephone system.',
  },
  providerAway: {
    de: 'Die Anmeldung Ihres Unternehmens antwortet nicht. Versuchen Sie es später noch einmal, oder melden Sie sich mit Kennwort an.',
    en: 'The sign-in of your company does not answer. Try again later, or sign in with your password.',
  },
  signIn: { de: 'Anmelden', en: 'Sign in' },
  refused: {
    de: 'E-Mail-Adresse und Kennwort passen nicht zusammen, oder der Zugang ist gesperrt.',
    en: 'Mail address and password do not belong together, or the login is disabled.',
  },
  firstPassword: { de: 'Neues Kennwort wählen', en: 'Choose a new password' },
  firstPasswordAbout: {
    de: 'Ihr erstes Kennwort kennt auch, wer den Zugang angelegt hat. Wählen Sie ein eigenes, dann geht es weiter.',
    en: 'Whoever made your login knows your first password. Choose one of your own, then you go on.',
  },
  present: { de: 'Bisheriges Kennwort', en: 'Present password' },
  newPassword: { de: 'Neues Kennwort', en: 'New password' },
  newPasswordHint: {
    de: 'Mindestens 12 Zeichen; ein Satz ist gut zu merken',
    en: 'At least 12 characters; a sentence is easy to remember',
  },
  tooShort: { de: 'Bitte mindestens 12 Zeichen', en: 'Please at least 12 characters' },
  wrongPresent: { de: 'Das bisherige Kennwort stimmt nicht.', en: 'The present password is wrong.' },
  secondFactor: { de: 'Zweiter Faktor', en: 'Second factor' },
  secondFactorAbout: {
    de: 'Geben Sie den Code Ihrer App ein. Ist das Gerät nicht da, nehmen Sie einen Ihrer Ersatzcodes.',
    en: 'Enter the code of your app. Without the device, take one of your recovery codes.',
  },
  code: { de: 'Code', en: 'Code' },
  wrongCode: {
    de: 'Dieser Code ist falsch oder schon benutzt. Nehmen Sie den neuesten.',
    en: 'This code is wrong or was used already. Take the newest one.',
  },
  tooLate: { de: 'Das hat zu lange gedauert. Bitte noch einmal von vorn.', en: 'That took too long. Please begin again.' },
  forgotten: { de: 'Kennwort vergessen?', en: 'Forgotten your password?' },
  forgottenTitle: { de: 'Kennwort vergessen', en: 'Forgotten password' },
  forgottenAbout: {
    de: 'Wir schicken einen Link an Ihre E-Mail-Adresse, mit dem Sie innerhalb einer Stunde ein neues Kennwort festlegen.',
    en: 'We send a link to your mail address, by which you choose a new password within one hour.',
  },
  send: { de: 'Link anfordern', en: 'Ask for the link' },
  sent: {
    de: 'Wenn es einen Zugang mit dieser Adresse gibt, ist die E-Mail unterwegs. Kommt nichts an, fragen Sie, wer die Telefonanlage verwaltet.',
    en: 'If there is a login with this address, the mail is on its way. If nothing arrives, ask whoever administers the telephone system.',
  },
  backToSignIn: { de: 'Zur Anmeldung', en: 'To the sign-in' },
  choosePassword: { de: 'Kennwort festlegen', en: 'Choose your password' },
  chooseAbout: {
    de: 'Danach melden Sie sich damit an. Andere offene Sitzungen enden.',
    en: 'Afterwards you sign in with it. Other open sessions end.',
  },
  linkExpired: {
    de: 'Dieser Link ist abgelaufen oder schon benutzt. Fordern Sie einen neuen an.',
    en: 'This link has expired or was used already. Ask for a new one.',
  },
  passwordSet: { de: 'Das neue Kennwort gilt. Melden Sie sich damit an.', en: 'The new password is set. Sign in with it.' },
  goOn: { de: 'Weiter', en: 'Continue' },
  enrol: { de: 'Zweiten Faktor einrichten', en: 'Set up a second factor' },
  enrolAbout: {
    de: 'Für Ihren Zugang wird ein zweiter Faktor verlangt: eine App für Codes oder ein Passkey. Danach geht es ins Portal.',
    en: 'Your login needs a second factor: an app for codes, or a passkey. After that, the portal opens.',
  },
  signOut: { de: 'Abmelden', en: 'Sign out' },
  toPortal: { de: 'Zum Portal', en: 'To the portal' },
})
