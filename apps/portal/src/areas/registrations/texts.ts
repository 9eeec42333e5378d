import { defineTexts } from '../../shared/texts.ts'

export const registrationTexts = defineTexts({
  title: { de: 'Angemeldete Telefone', en: 'Registered phones' },
  about: {
    de: 'Welche Geräte jetzt Anrufe annehmen können, von wo sie angemeldet sind und wie lange noch. Gesucht wird nach Nummer, Adresse und Gerät.',
    en: 'Which devices can take calls now, where they register from and for how long. Searched are number, address and device.',
  },
  extension: { de: 'Nebenstelle', en: 'Extension' },
  device: { de: 'Gerät', en: 'Device' },
  address: { de: 'Adresse', en: 'Address' },
  since: { de: 'Seit', en: 'Since' },
  until: { de: 'Bis', en: 'Until' },
  none: { de: 'Kein Telefon ist angemeldet', en: 'No phone is registered' },
  noneText: {
    de: 'Den SIP-Zugang gibt es auf der Seite der Nebenstelle. Ist er in ein Telefon eingetragen und das Gerät steht trotzdem nicht hier, sagen die abgelehnten Anmeldungen, warum.',
    en: 'The SIP account is on the page of the extension. If it is entered in a phone and the device is not here all the same, the refused registrations say why.',
  },
  refused: { de: 'Abgelehnte Anmeldungen', en: 'Refused registrations' },
})
