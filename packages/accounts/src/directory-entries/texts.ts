import type { Language } from '@klinke/platform'

interface FormTexts {
  readonly title: string
  readonly purpose: string
  readonly purposes: Readonly<Record<'create' | 'change' | 'delete', string>>
  readonly number: string
  readonly areaCode: string
  readonly subscriberNumber: string
  readonly extension: string
  readonly use: string
  readonly uses: Readonly<Record<'phone' | 'phone-and-fax' | 'fax', string>>
  readonly entry: string
  readonly kind: string
  readonly kinds: Readonly<Record<'private' | 'company' | 'authority', string>>
  readonly name: string
  readonly firstName: string
  readonly nameTitle: string
  readonly historicName: string
  readonly searchWord: string
  readonly profession: string
  readonly street: string
  readonly place: string
  readonly validFrom: string
  readonly validUntil: string
  readonly unlimited: string
  readonly correspondence: string
  readonly correspondenceSame: string
  readonly publication: string
  readonly printed: string
  readonly prints: Readonly<Record<'no' | 'yes' | 'yes-marked', string>>
  readonly electronic: string
  readonly inquiry: string
  readonly inquiries: Readonly<Record<'no' | 'number' | 'full', string>>
  readonly inverseSearch: string
  readonly yesNo: Readonly<Record<'yes' | 'no', string>>
  readonly objection: string
  readonly signature: string
}

/** Words of the form (ORD-04). */
export const formTexts: Readonly<Record<Language, FormTexts>> = {
  de: {
    title: 'Auftrag für einen Telefonbucheintrag',
    purpose: 'Auftrag',
    purposes: { create: 'Neuer Eintrag', change: 'Änderung', delete: 'Löschung' },
    number: 'Rufnummer',
    areaCode: 'Vorwahl',
    subscriberNumber: 'Rufnummer',
    extension: 'Durchwahl',
    use: 'Nutzung',
    uses: { phone: 'Telefon', 'phone-and-fax': 'Telefon und Fax', fax: 'Fax' },
    entry: 'Eintrag',
    kind: 'Art',
    kinds: { private: 'privat', company: 'Firma', authority: 'Behörde' },
    name: 'Name oder Firma',
    firstName: 'Vorname',
    nameTitle: 'Titel',
    historicName: 'Historischer Namenszusatz',
    searchWord: 'Suchwort',
    profession: 'Beruf oder Branche',
    street: 'Straße und Hausnummer',
    place: 'PLZ und Ort',
    validFrom: 'Gültig ab',
    validUntil: 'Gültig bis',
    unlimited: 'unbefristet',
    correspondence: 'Korrespondenzanschrift',
    correspondenceSame: 'Rückfragen gehen an die Anschrift des Kunden.',
    publication: 'Veröffentlichung',
    printed: 'Gedruckte Verzeichnisse',
    prints: { no: 'nein', yes: 'ja', 'yes-marked': 'ja, mit dem Kennzeichen gegen Werbeanrufe' },
    electronic: 'Elektronische Verzeichnisse',
    inquiry: 'Telefonauskunft',
    inquiries: { no: 'keine Auskunft', number: 'nur die Rufnummer', full: 'der vollständige Eintrag' },
    inverseSearch: 'Inverssuche',
    yesNo: { yes: 'ja', no: 'nein' },
    objection: 'Jeder dieser Angaben kann der Anschlussinhaber jederzeit einzeln widersprechen (§ 17 TDDDG).',
    signature: 'Unterschrift',
  },
  en: {
    title: 'Order of a directory entry',
    purpose: 'Order',
    purposes: { create: 'New entry', change: 'Change', delete: 'Deletion' },
    number: 'Number',
    areaCode: 'Area code',
    subscriberNumber: 'Number',
    extension: 'Extension',
    use: 'Use',
    uses: { phone: 'telephone', 'phone-and-fax': 'telephone and fax', fax: 'fax' },
    entry: 'Entry',
    kind: 'Kind',
    kinds: { private: 'private', company: 'company', authority: 'authority' },
    name: 'Name or company',
    firstName: 'First name',
    nameTitle: 'Title',
    historicName: 'Historic part of the name',
    searchWord: 'Search word',
    profession: 'Profession or line of business',
    street: 'Street and house number',
    place: 'Postal code and place',
    validFrom: 'Valid from',
    validUntil: 'Valid until',
    unlimited: 'without end',
    correspondence: 'Correspondence address',
    correspondenceSame: 'Questions go to the address of the customer.',
    publication: 'Publication',
    printed: 'Printed directories',
    prints: { no: 'no', yes: 'yes', 'yes-marked': 'yes, with the sign against advertising calls' },
    electronic: 'Electronic directories',
    inquiry: 'Directory inquiries',
    inquiries: { no: 'tell nothing', number: 'tell the number', full: 'tell the whole entry' },
    inverseSearch: 'Inverse search',
    yesNo: { yes: 'yes', no: 'no' },
    objection: 'The holder of the line may object to each of these at any time (§ 17 TDDDG).',
    signature: 'Signature',
  },
}
