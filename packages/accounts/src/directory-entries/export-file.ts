import { writeCsv } from '@klinke/platform'
import type { Listing, ListingChange } from './listing.ts'

const ACTION = { create: 'neu', change: 'geändert', delete: 'gelöscht' } as const
const USE = { phone: 'Telefon', 'phone-and-fax': 'Telefon und Fax', fax: 'Fax' } as const
const KIND = { private: 'privat', company: 'Firma', authority: 'Behörde' } as const
const PRINTED = { no: 'nein', yes: 'ja', 'yes-marked': 'ja, mit Kennzeichen' } as const
const INQUIRY = { no: 'nein', number: 'nur Rufnummer', full: 'vollständig' } as const
const yesNo = (is: boolean): string => (is ? 'ja' : 'nein')

/** Columns of the file for the publisher, documented in docs/handbuch/telefonbucheintrag.md; the first two are what happened and to which entry. */
const COLUMNS: readonly (readonly [title: string, cell: (listing: Listing) => string])[] = [
  ['Vorwahl', ({ areaCode }) => (areaCode === '' ? '' : `0${areaCode}`)],
  ['Rufnummer', ({ number }) => number],
  ['Durchwahl', ({ extension }) => extension],
  ['Nutzung', ({ use }) => USE[use]],
  ['Art', ({ kind }) => KIND[kind]],
  ['Name', ({ name }) => name],
  ['Vorname', ({ firstName }) => firstName],
  ['Titel', ({ title }) => title],
  ['Historischer Namenszusatz', ({ historicName }) => historicName],
  ['Suchwort', ({ searchWord }) => searchWord],
  ['Beruf oder Branche', ({ profession }) => profession],
  ['Straße', ({ street }) => street],
  ['Hausnummer', ({ houseNumber }) => houseNumber],
  ['PLZ', ({ postalCode }) => postalCode],
  ['Ort', ({ city }) => city],
  ['Korrespondenzanschrift', ({ correspondence }) => correspondence],
  ['Gedruckt', ({ printed }) => PRINTED[printed]],
  ['Elektronisch', ({ electronic }) => yesNo(electronic)],
  ['Auskunft', ({ inquiry }) => INQUIRY[inquiry]],
  ['Inverssuche', ({ inverseSearch }) => yesNo(inverseSearch)],
  ['Gültig ab', ({ validFrom }) => validFrom],
  ['Gültig bis', ({ validUntil }) => validUntil],
]

/** CSV as `writeCsv` makes it. Of what is deleted only the number stands there: the publisher needs no more, and the rest is nobody's business by then. */
export function exportFile(changes: readonly ListingChange[]): string {
  const rows = changes.map(({ kind, entryId, listing }) => [
    ACTION[kind],
    entryId,
    ...COLUMNS.map(([, cell], index) => (kind === 'delete' && index >= NUMBER_COLUMNS ? '' : cell(listing))),
  ])
  return writeCsv(['Vorgang', 'Eintrag', ...COLUMNS.map(([title]) => title)], rows)
}

const NUMBER_COLUMNS = 3
