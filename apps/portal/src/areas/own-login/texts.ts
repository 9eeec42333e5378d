import { defineTexts } from '../../shared/texts.ts'

export const ownLoginTexts = defineTexts({
  title: { de: 'Mein Zugang', en: 'My login' },
  about: {
    de: 'Womit Sie sich anmelden, und wo Sie angemeldet sind. Was die Anmeldung sichert, ändert nur, wer das Kennwort kennt.',
    en: 'What you sign in with, and where you are signed in. What protects the sign-in is changed only by who knows the password.',
  },
  person: { de: 'Person', en: 'Person' },
  name: { de: 'Name', en: 'Name' },
  email: { de: 'E-Mail-Adresse', en: 'Mail address' },
  emailHint: { de: 'Die ändert, wer die Zugänge verwaltet.', en: 'Whoever administers the logins changes it.' },
  language: { de: 'Sprache', en: 'Language' },
  languageHint: { de: 'Des Portals und der E-Mails an Sie', en: 'Of the portal and of mails to you' },
  password: { de: 'Kennwort', en: 'Password' },
  present: { de: 'Bisheriges Kennwort', en: 'Present password' },
  newPassword: { de: 'Neues Kennwort', en: 'New password' },
  newPasswordHint: {
    de: 'Mindestens 12 Zeichen; ein Satz ist gut zu merken. Ihre anderen Sitzungen enden.',
    en: 'At least 12 characters; a sentence is easy to remember. Your other sessions end.',
  },
  tooShort: { de: 'Bitte mindestens 12 Zeichen', en: 'Please at least 12 characters' },
  changePassword: { de: 'Kennwort ändern', en: 'Change the password' },
  passwordChanged: {
    de: 'Das neue Kennwort gilt. Andere Sitzungen sind beendet.',
    en: 'The new password is set. Other sessions have ended.',
  },
  prove: { de: 'Kennwort zur Bestätigung', en: 'Password to confirm' },
  goOn: { de: 'Weiter', en: 'Continue' },

  secondFactor: { de: 'Zweiter Faktor', en: 'Second factor' },
  secondFactorOff: {
    de: 'Aus: Das Kennwort allein öffnet. Mit einer App für Codes genügt ein gestohlenes Kennwort nicht mehr.',
    en: 'Off: the password alone opens. With an app for codes, a stolen password is not enough.',
  },
  secondFactorOn: {
    de: (left: string) => `An: Nach dem Kennwort wird ein Code Ihrer App verlangt. ${left} Ersatzcodes sind noch unbenutzt.`,
    en: (left: string) => `On: after the password, a code of your app is asked for. ${left} recovery codes are still unused.`,
  },
  setUp: { de: 'App einrichten', en: 'Set up an app' },
  remove: { de: 'Zweiten Faktor abschalten', en: 'Switch the second factor off' },
  removed: { de: 'Der zweite Faktor ist aus.', en: 'The second factor is off.' },
  newCodes: { de: 'Neue Ersatzcodes', en: 'New recovery codes' },
  scan: {
    de: 'Lesen Sie das Bild mit Ihrer App für Codes ein, oder tippen Sie dort den Schlüssel ab. Bestätigen Sie mit dem Code, den sie dann zeigt.',
    en: 'Scan the picture with your app for codes, or type the key there. Confirm with the code that it shows then.',
  },
  picture: { de: 'QR-Code für die App', en: 'QR code for the app' },
  key: { de: 'Schlüssel', en: 'Key' },
  code: { de: 'Code der App', en: 'Code of the app' },
  confirm: { de: 'Bestätigen', en: 'Confirm' },
  recoveryCodes: { de: 'Ihre Ersatzcodes', en: 'Your recovery codes' },
  recoveryCodesAbout: {
    de: 'Jeder öffnet einmal, wenn das Gerät mit der App nicht da ist. Bewahren Sie sie getrennt auf: Sie werden nur jetzt gezeigt.',
    en: 'Each opens once when the device with the app is not there. Keep them apart from it: they are shown only now.',
  },
  kept: { de: 'Ich habe sie aufbewahrt', en: 'I have kept them' },

  passkeys: { de: 'Passkeys', en: 'Passkeys' },
  passkeysAbout: {
    de: 'Anmelden ohne Kennwort: mit Fingerabdruck, Gesicht oder PIN dieses Geräts, oder mit einem Sicherheitsschlüssel.',
    en: 'Signing in without a password: by fingerprint, face or PIN of this device, or by a security key.',
  },
  passkeysUnable: {
    de: 'Dieser Browser kann hier keine Passkeys anlegen. Nötig sind https und ein Name statt einer IP-Adresse in der Adresszeile.',
    en: 'This browser cannot make passkeys here. They need https and a name instead of an IP address in the address bar.',
  },
  addPasskey: { de: 'Passkey anlegen', en: 'Add a passkey' },
  passkeyName: { de: 'Name des Passkeys', en: 'Name of the passkey' },
  passkeyNameHint: { de: 'Woran Sie ihn wiedererkennen, etwa „Laptop“', en: 'What you know it by, such as “laptop”' },
  passkeyAdded: { de: 'Der Passkey ist angelegt.', en: 'The passkey is made.' },
  passkeyNotMade: { de: 'Es wurde kein Passkey angelegt.', en: 'No passkey was made.' },
  passkeyUsed: { de: (when: string) => `Zuletzt benutzt: ${when}`, en: (when: string) => `Last used: ${when}` },
  passkeyUnused: { de: 'Noch nicht benutzt', en: 'Not used yet' },
  removePasskey: { de: (name: string) => `Passkey „${name}“ entfernen`, en: (name: string) => `Remove passkey “${name}”` },
  removePasskeyAsked: { de: (name: string) => `Passkey „${name}“ entfernen?`, en: (name: string) => `Remove passkey “${name}”?` },
  removePasskeyConsequence: {
    de: 'Mit ihm kann sich niemand mehr anmelden. Im Gerät selbst bleibt er, bis Sie ihn dort löschen.',
    en: 'Nobody can sign in with it any more. It stays in the device itself until you delete it there.',
  },
  passkeyRemoved: { de: 'Der Passkey ist entfernt.', en: 'The passkey is removed.' },
  removeShort: { de: 'Entfernen', en: 'Remove' },

  sessions: { de: 'Sitzungen', en: 'Sessions' },
  sessionsAbout: {
    de: 'Wo Sie angemeldet sind. Kennen Sie eine nicht, beenden Sie sie und ändern Sie das Kennwort.',
    en: 'Where you are signed in. If you do not know one, end it and change the password.',
  },
  thisSession: { de: 'diese hier', en: 'this one' },
  sessionFacts: {
    de: (address: string, from: string, seen: string) => `${address} · seit ${from} · zuletzt ${seen}`,
    en: (address: string, from: string, seen: string) => `${address} · since ${from} · last seen ${seen}`,
  },
  unknownDevice: { de: 'Unbekanntes Gerät', en: 'Unknown device' },
  endSession: { de: (device: string) => `Sitzung beenden: ${device}`, en: (device: string) => `End session: ${device}` },
  end: { de: 'Beenden', en: 'End' },
  endOthers: { de: 'Alle anderen beenden', en: 'End all others' },
  ended: { de: 'Beendet', en: 'Ended' },
})
