import { defineTexts } from '../texts.ts'

/** Tests of 110 and 112. */
export const emergencyTestTexts = defineTexts({
  title: { de: 'Notruf testen', en: 'Test the emergency call' },
  about: {
    de: 'Zeigt, was die Leitstelle bei 110 und 112 von diesem Telefon erfährt. Niemand wird alarmiert. Am Telefon geht das mit *59.',
    en: 'Shows what the control centre learns of this phone at 110 and 112. Nobody is alerted. At the phone *59 does the same.',
  },
  test: { de: 'Jetzt testen', en: 'Test now' },
  ring: { de: 'Telefon anrufen und vorsprechen', en: 'Call the phone and say it' },
  rings: { de: 'Das Telefon klingelt.', en: 'The phone rings.' },
  none: { de: 'Noch nicht getestet.', en: 'Not tested yet.' },
  number: { de: 'Rufnummer, die die Leitstelle sieht', en: 'Number that the control centre sees' },
  noNumber: { de: 'keine', en: 'none' },
  address: { de: 'Anschrift, die mitgeht', en: 'Address that goes along' },
  noAddress: { de: 'keine', en: 'none' },
  site: { de: 'Standort', en: 'Site' },
  noSite: { de: 'keiner', en: 'none' },
  good: { de: 'Alles stimmt mit dem Standort überein.', en: 'All is as the site says.' },
  bad: { de: 'So findet Hilfe dieses Telefon nicht sicher.', en: 'Help may not find this phone like this.' },
  tested: {
    de: (when: string, by: string) => `Getestet ${when}, ${by}`,
    en: (when: string, by: string) => `Tested ${when}, ${by}`,
  },
  telephone: { de: 'am Telefon', en: 'at the phone' },
  'no-carrier': { de: 'Es gibt keinen Carrier für den Anruf.', en: 'There is no carrier for the call.' },
  'no-site': { de: 'Es gibt keinen Standort. Legen Sie ihn unter „Standorte“ an.', en: 'There is no site. Add it under “Sites”.' },
  'no-number': { de: 'Die Leitstelle sieht keine Rufnummer.', en: 'The control centre sees no number.' },
  'number-not-of-site': {
    de: 'Die Rufnummer ist keine dieses Standorts: Die Leitstelle sucht am falschen Ort.',
    en: 'The number is none of this site: the control centre looks in the wrong place.',
  },
  'address-missing': { de: 'Der Standort hat keine Anschrift.', en: 'The site has no address.' },
  'address-not-sent': {
    de: 'Der Carrier nimmt keine Anschrift an: Die Leitstelle erfährt sie über die Rufnummer.',
    en: 'The carrier takes no address: the control centre learns it by the number.',
  },
  'address-differs': { de: 'Die Anschrift ist eine andere als die des Standorts.', en: 'The address is not that of the site.' },
})
