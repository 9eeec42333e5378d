import type { Words } from '../tariff/tariff-data.ts'
import type { TariffFault, TariffFaultKind } from './fault.ts'

const WORDS: Readonly<Record<TariffFaultKind, (value: string) => Words>> = {
  'no-such-time-zone': (zone) => ({ de: `Die Zeitzone ${zone} gibt es nicht.`, en: `There is no time zone ${zone}.` }),
  'no-such-date': (date) => ({ de: `${date} ist kein Tag des Kalenders.`, en: `${date} is no day of the calendar.` }),
  'no-such-time': (time) => ({ de: `${time} ist keine Uhrzeit von 00:00 bis 24:00.`, en: `${time} is no time from 00:00 to 24:00.` }),
  'ends-before-it-begins': (what) => ({ de: `${what} endet, bevor es beginnt.`, en: `${what} ends before it begins.` }),
  'period-overlap': (what) => ({ de: `Zeiträume überschneiden sich: ${what}.`, en: `Periods overlap: ${what}.` }),
  'unknown-period': (name) => ({ de: `Den Zeitraum ${name} gibt es nicht.`, en: `There is no period ${name}.` }),
  'duplicate-period': (name) => ({ de: `Den Zeitraum ${name} gibt es zweimal.`, en: `The period ${name} is there twice.` }),
  'not-an-amount': (text) => ({
    de: `„${text}“ ist kein Betrag: Ziffern mit Punkt und höchstens sechs Stellen, etwa 0.0151.`,
    en: `"${text}" is no amount: digits with a point and at most six places, such as 0.0151.`,
  }),
  'negative-price': (text) => ({ de: `${text}: Preise sind nicht negativ.`, en: `${text}: prices are not negative.` }),
  'bad-increment': (text) => ({
    de: `Ein Takt hat ganze Sekunden von 1 bis 3600, nicht ${text}.`,
    en: `An increment has whole seconds from 1 to 3600, not ${text}.`,
  }),
  'no-price': (zone) => ({
    de: `Die Zone ${zone} hat keinen Preis. Ohne Preis sind nur Nummern, die ein anderer abrechnet.`,
    en: `The zone ${zone} has no price. Only numbers that somebody else bills have none.`,
  }),
  'price-gap': (what) => ({ de: `Hier hat kein Preis Geltung: ${what}.`, en: `No price holds here: ${what}.` }),
  'bad-longest': (text) => ({
    de: `Das längste Gespräch hat 60 Sekunden bis 30 Tage, nicht ${text} s.`,
    en: `The longest call has 60 seconds to 30 days, not ${text} s.`,
  }),
  'not-in-euros': (currency) => ({
    de: `Rechnungen lauten auf Euro: Die Währung ist EUR, nicht ${currency}.`,
    en: `Invoices are in euros: the currency is EUR, not ${currency}.`,
  }),
  'bad-prefix': (prefix) => ({ de: `„${prefix}“ sind keine Ziffern nach einem Plus.`, en: `"${prefix}" is not digits after a plus.` }),
  'duplicate-prefix': (prefix) => ({ de: `Die Vorwahl ${prefix} ist zweimal da.`, en: `The prefix ${prefix} is there twice.` }),
  'unknown-zone': (zone) => ({ de: `Die Zone ${zone} gibt es nicht.`, en: `There is no zone ${zone}.` }),
  'duplicate-zone': (zone) => ({ de: `Die Zone ${zone} ist zweimal da.`, en: `The zone ${zone} is there twice.` }),
  'bundle-without-zone': (bundle) => ({ de: `Das Paket ${bundle} gilt in keiner Zone.`, en: `The bundle ${bundle} holds in no zone.` }),
  'duplicate-bundle': (bundle) => ({ de: `Das Paket ${bundle} ist zweimal da.`, en: `The bundle ${bundle} is there twice.` }),
  'bad-bundle': (bundle) => ({
    de: `Das Paket ${bundle} hat keine ganze Zahl von Sekunden oder Plätzen ab 0.`,
    en: `The bundle ${bundle} has no whole number of seconds or seats from 0 on.`,
  }),
  'nothing-to-apply-to': (what) => ({ de: `Eine leere Liste lässt nichts übrig: ${what}.`, en: `An empty list leaves nothing: ${what}.` }),
  'version-gap': (days) => ({
    de: `Zwischen zwei Fassungen gilt kein Tarif: ${days}.`,
    en: `No tariff holds between two versions: ${days}.`,
  }),
  'version-overlap': (days) => ({ de: `Zwei Fassungen gelten zugleich: ${days}.`, en: `Two versions hold at the same time: ${days}.` }),
  'other-currency': (currency) => ({
    de: `Die Fassungen eines Tarifs haben eine Währung, diese ${currency}.`,
    en: `The versions of a tariff have one currency, this one has ${currency}.`,
  }),
}

/** The fault as a sentence. */
export function faultWords({ kind, value }: TariffFault): Words {
  return WORDS[kind](value)
}
