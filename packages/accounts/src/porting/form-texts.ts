import type { Language } from '@klinke/platform'
import type { PortingTerms } from './terms.ts'

interface FormTexts {
  readonly title: string
  readonly reference: string
  readonly holder: string
  readonly name: string
  readonly contact: string
  readonly street: string
  readonly place: string
  readonly country: string
  readonly email: string
  readonly line: string
  readonly carrier: string
  readonly numbers: string
  readonly single: string
  readonly block: string
  readonly areaCode: string
  readonly number: string
  readonly stem: string
  readonly attendant: string
  readonly range: string
  readonly to: string
  readonly order: string
  readonly wishedFor: string
  /** `day`: ISO 8601 date. */
  readonly wish: (day: string) => string
  readonly directoryEntry: string
  readonly yes: string
  readonly no: string
  readonly lineStays: string
  readonly oldContract: Readonly<Record<PortingTerms['oldContract'], string>>
  readonly signature: string
}

const inGerman = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString('de', { day: '2-digit', month: '2-digit', year: 'numeric' })

/** Words of the form (ORD-03). */
export const formTexts: Readonly<Record<Language, FormTexts>> = {
  de: {
    title: 'Auftrag zur Mitnahme einer Rufnummer',
    reference: 'Vorabstimmung',
    holder: 'Anschlussinhaber beim bisherigen Anbieter',
    name: 'Firma oder Name',
    contact: 'Vertreten durch',
    street: 'Straße und Hausnummer',
    place: 'PLZ und Ort',
    country: 'Land',
    email: 'E-Mail',
    line: 'Anschluss',
    carrier: 'Bisheriger Anbieter',
    numbers: 'Rufnummer',
    single: 'einzelne Rufnummer',
    block: 'Anlagenanschluss mit Durchwahlblock',
    areaCode: 'Vorwahl',
    number: 'Rufnummer',
    stem: 'Stammnummer',
    attendant: 'Abfragestelle',
    range: 'Rufnummernblock von – bis',
    to: 'bis',
    order: 'Auftrag',
    wishedFor: 'Termin',
    wish: (day) => `nächstmöglich, nicht vor dem ${inGerman(day)}`,
    directoryEntry: 'Telefonbucheintrag übernehmen',
    yes: 'ja',
    no: 'nein',
    lineStays: 'Der Vertrag mit dem bisherigen Anbieter bleibt bestehen; nur die Rufnummer wird mitgenommen.',
    oldContract: {
      'terminated-on-behalf':
        'Der neue Anbieter wird beauftragt, den Vertrag mit dem bisherigen Anbieter zum Termin der Portierung zu kündigen.',
      'left-to-customer': 'Den Vertrag mit dem bisherigen Anbieter kündigt der Anschlussinhaber selbst.',
    },
    signature: 'Unterschrift des Anschlussinhabers',
  },
  en: {
    title: 'Order to port a number',
    reference: 'Agreement',
    holder: 'Holder of the line at the present carrier',
    name: 'Company or name',
    contact: 'Represented by',
    street: 'Street and house number',
    place: 'Postal code and place',
    country: 'Country',
    email: 'E-mail',
    line: 'Line',
    carrier: 'Present carrier',
    numbers: 'Number',
    single: 'single number',
    block: 'PBX line with a block',
    areaCode: 'Area code',
    number: 'Number',
    stem: 'Stem',
    attendant: 'Attendant',
    range: 'Block from – to',
    to: 'to',
    order: 'Order',
    wishedFor: 'Day',
    wish: (day) => `the next possible, not before ${day}`,
    directoryEntry: 'Take the directory entry over',
    yes: 'yes',
    no: 'no',
    lineStays: 'The contract with the present carrier goes on; only the number is ported.',
    oldContract: {
      'terminated-on-behalf': 'The new carrier is to terminate the contract with the present carrier for the day of the porting.',
      'left-to-customer': 'The holder terminates the contract with the present carrier.',
    },
    signature: 'Signature of the holder',
  },
}
