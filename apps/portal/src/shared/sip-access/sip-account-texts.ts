import { defineTexts } from '../texts.ts'

export const sipAccountTexts = defineTexts({
  title: { de: 'SIP-Zugang', en: 'SIP account' },
  once: {
    de: 'Das Kennwort wird nur jetzt gezeigt. Tragen Sie es gleich in das Telefon ein; ein neues gibt es jederzeit.',
    en: 'The password is shown only now. Enter it in the phone at once; a new one can be had at any time.',
  },
  username: { de: 'Benutzername', en: 'User name' },
  password: { de: 'Kennwort', en: 'Password' },
  renew: { de: 'Neuen Zugang erzeugen', en: 'Make a new account' },
  renewTitle: { de: 'Neuen SIP-Zugang erzeugen?', en: 'Make a new SIP account?' },
  renewConsequence: {
    de: 'Benutzername und Kennwort ändern sich. Alle Telefone dieser Nebenstelle werden abgewiesen, bis der neue Zugang in ihnen steht.',
    en: 'User name and password change. All phones of this extension are refused until the new account is entered in them.',
  },
  registered: { de: 'Angemeldete Telefone', en: 'Registered phones' },
  nonRegistered: { de: 'Kein Telefon angemeldet', en: 'No phone is registered' },
  nonRegisteredHint: {
    de: 'Tragen Sie den SIP-Zugang in ein Telefon oder eine App ein. Sobald es sich anmeldet, steht es hier.',
    en: 'Enter the SIP account in a phone or an app. As soon as it registers, it is here.',
  },
  device: { de: 'Gerät', en: 'Device' },
  address: { de: 'Adresse', en: 'Address' },
  signOff: { de: 'Abmelden', en: 'Sign off' },
  signedOff: {
    de: 'Abgemeldet. Das Telefon meldet sich beim nächsten Mal von selbst wieder an; ein neuer Zugang hält es fern.',
    en: 'Signed off. The phone registers again by itself next time; a new account keeps it away.',
  },
  until: { de: 'Angemeldet bis', en: 'Registered until' },
})
