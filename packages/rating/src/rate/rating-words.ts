import { decimalOf } from '../decimal.ts'
import type { Sixtieths } from '../exact.ts'
import type { Tariff } from '../tariff/tariff.ts'
import type { Words } from '../tariff/tariff-data.ts'
import type { DeclinedReason, FreeReason, Piece, Rated, Rating, RatingFault } from './rating.ts'

const FREE: Readonly<Record<FreeReason, Words>> = {
  'not-connected': { de: 'Keine Verbindung: kostenlos.', en: 'No connection: free of charge.' },
  'on-net': { de: 'Zu einer Nummer dieser Anlage: kostenlos.', en: 'To a number of this exchange: free of charge.' },
  enum: {
    de: 'Über ENUM gefunden, wie eine Nummer dieser Anlage: kostenlos.',
    en: 'Found by ENUM, as a number of this exchange: free of charge.',
  },
}

const ASIDE: Readonly<Record<RatingFault, Words>> = {
  'not-a-time': { de: 'Der Datensatz nennt eine Zeit, die nicht sein kann.', en: 'The record names a time that cannot be.' },
  'ends-before-it-begins': {
    de: 'Das Gespräch endet im Datensatz vor seinem Beginn.',
    en: 'By its record the call ends before it begins.',
  },
  'too-long': { de: 'Das Gespräch dauert länger, als ein Gespräch dauern kann.', en: 'The call is longer than a call can be.' },
  'in-the-future': {
    de: 'Das Gespräch endet in der Zukunft: eine Uhr ging falsch.',
    en: 'The call ends in the future: a clock was wrong.',
  },
  'not-a-number': { de: 'Das Ziel ist keine Rufnummer.', en: 'What was called is no number.' },
  'no-tariff': { de: 'Zu dieser Zeit gilt für den Kunden kein Tarif.', en: 'The customer has no tariff at that time.' },
  'no-zone': { de: 'Der Tarif kennt keine Vorwahl dieser Nummer.', en: 'The tariff knows no prefix of this number.' },
  'no-price': { de: 'Der Tarif hat für dieses Gespräch keinen Preis.', en: 'The tariff has no price for this call.' },
}

const DECLINED: Readonly<Record<DeclinedReason, Words>> = {
  origin: { de: 'gilt nicht für weitergeleitete oder so vermittelte Anrufe', en: 'is not for calls that were forwarded or set up so' },
  medium: { de: 'gilt nur für Sprache', en: 'is for voice only' },
  'too-few-seats': { de: 'gilt erst ab mehr Nebenstellen', en: 'holds from more extensions on only' },
  'not-all-seats': { de: 'gilt nur, wenn es für alle Nebenstellen gebucht ist', en: 'holds only when it is booked for all extensions' },
  'more-seats': {
    de: 'gilt für nicht mehr, als alle gebuchten Nebenstellen zusammen haben, und das ist aufgebraucht',
    en: 'is for no more than all extensions that are booked have together, and that is used up',
  },
  withdrawn: { de: 'wurde wegen Missbrauchs entzogen', en: 'was taken away for abuse' },
  excepted: { de: 'nimmt diese Nummer aus', en: 'leaves this number out' },
  'used-up': { de: 'ist aufgebraucht', en: 'is used up' },
}

/** Why a leg costs what it costs, sentence by sentence. `tariffOf` gives the versions that priced it; names of one that is gone are left out. */
export function ratingWords(rating: Rating, tariffOf: (version: string) => Tariff | undefined): readonly Words[] {
  switch (rating.outcome) {
    case 'free':
      return [FREE[rating.reason]]
    case 'put-aside':
      return [ASIDE[rating.fault]]
    case 'rated':
      return [zoneWords(rating, tariffOf), ...pricesWords(rating, tariffOf), ...declinedWords(rating, tariffOf)]
  }
}

function zoneWords({ zone, prefix, isInherited, isSeparate, version }: Rated, tariffOf: (version: string) => Tariff | undefined): Words {
  const name = tariffOf(version)?.zones.get(zone)?.name ?? { de: zone, en: zone }
  const by: Words = isInherited
    ? { de: `neue Mobilfunkvorwahl ${prefix}, Preis des Landes`, en: `new mobile prefix ${prefix}, price of the country` }
    : { de: `Vorwahl ${prefix}`, en: `prefix ${prefix}` }
  const bill: Words = isSeparate ? { de: ' Abgerechnet von einem Dritten.', en: ' Billed by somebody else.' } : { de: '', en: '' }
  return { de: `${name.de} (${by.de}).${bill.de}`, en: `${name.en} (${by.en}).${bill.en}` }
}

/** Of what somebody else bills nobody here knows the price. */
function pricesWords(rating: Rated, tariffOf: (version: string) => Tariff | undefined): readonly Words[] {
  return rating.pieces.filter(({ row }) => row !== undefined).map((piece) => pieceWords(piece, rating, tariffOf))
}

function pieceWords(piece: Piece, { currency }: Rated, tariffOf: (version: string) => Tariff | undefined): Words {
  const { seconds, microsPerMinute, setUp, period, taken, version } = piece
  const given = taken.map(({ bundle, seconds: free }) => {
    const name = tariffOf(version)?.bundles.get(bundle)?.name ?? { de: bundle, en: bundle }
    return { de: `, davon ${free} s aus „${name.de}“`, en: `, of these ${free} s from "${name.en}"` }
  })
  const perMinute = decimalOf(microsPerMinute)
  const once = decimalOf(setUp)
  const fee: Words = setUp > 0n ? { de: `, einmalig ${comma(once)} ${currency}`, en: `, once ${once} ${currency}` } : { de: '', en: '' }
  const when = period === undefined ? '' : ` (${period})`
  return {
    de: `${seconds} s zu ${comma(perMinute)} ${currency} je Minute${when}${fee.de}${given.map(({ de }) => de).join('')}.`,
    en: `${seconds} s at ${perMinute} ${currency} a minute${when}${fee.en}${given.map(({ en }) => en).join('')}.`,
  }
}

function declinedWords({ declined, version }: Rated, tariffOf: (version: string) => Tariff | undefined): readonly Words[] {
  return declined.map(({ bundle, why }) => {
    const name = tariffOf(version)?.bundles.get(bundle)?.name ?? { de: bundle, en: bundle }
    return { de: `„${name.de}“ ${DECLINED[why].de}.`, en: `"${name.en}" ${DECLINED[why].en}.` }
  })
}

function comma(decimal: string): string {
  return decimal.replace('.', ',')
}

/** An amount as a decimal number, exact as far as six places go; what is less is cut off and belongs to the sum only. */
export function shownAmount(amount: Sixtieths): string {
  return decimalOf(amount / 60n)
}
