import type { Text, Tx } from '@klinke/platform'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Period } from '../catalogue/schema-parts.ts'
import type { ContractTerms } from '../catalogue/terms.ts'
import type { ContractNoticeSource } from '../invoices/sources.ts'
import { dayWords } from './charges/words.ts'
import { type Contract, type Day, isInForce, versionOn } from './contract.ts'
import { contractOf } from './fold.ts'
import { versionsIn } from './route-parts.ts'
import { listHistories } from './store.ts'
import { type EarliestEnd, earliestContractEnd, LAW } from './terms/earliest-end.ts'
import { lastDayOfMonths } from './terms/term-end.ts'

/** § 4 sentence 2 TKTransparenzV: terms of a month or less say nothing. */
const SHORT_TERM_MONTHS = 1

/** Where the agency for networks tells how carriers are changed (§ 4 no. 4 TKTransparenzV). */
const CHANGING_CARRIER: Text = {
  de: 'Wie ein Anbieterwechsel abläuft, erklärt die Bundesnetzagentur auf www.bundesnetzagentur.de unter „Anbieterwechsel“.',
  en: 'How to change the carrier is told by the Bundesnetzagentur at www.bundesnetzagentur.de, “Anbieterwechsel”.',
}

/** What invoices say of the terms of a customer's contracts, on the day on which they are issued. */
export function contractNotices(catalogue: Catalogue): ContractNoticeSource {
  return {
    of: async (tx: Tx, tenantId: string, issuedOn: string): Promise<readonly Text[]> => {
      const histories = await listHistories(tx, { tenantId })
      const versions = await catalogue.versions(histories.flatMap(versionsIn))
      const day = Temporal.PlainDate.from(issuedOn)
      const notices = histories.flatMap((history) => {
        const contract = contractOf(history)
        const held = contract && versionOn(contract, day)
        if (contract === undefined || held === undefined) return []
        const { title, terms } = versions(held)
        return contractNotice(contract, { title, terms }, day) ?? []
      })
      return notices.length === 0 ? [] : [...notices, CHANGING_CARRIER]
    },
  }
}

/**
 * Begin, end of the first term, notice with the last day on which it prevents that the contract goes on (§ 4 TKTransparenzV), and that it goes on else, with what may be
 * done about it (§ 56 (3) sentence 2 TKG): an invoice comes every month, so in time. Undefined: the contract has no term, or is not in force.
 */
export function contractNotice(
  contract: Contract,
  { title, terms }: { readonly title: Text; readonly terms: ContractTerms },
  day: Day,
): Text | undefined {
  const { term, begins, cancellation } = contract
  if (term === undefined || term.months <= SHORT_TERM_MONTHS || !isInForce(contract, day)) return undefined
  const firstEnd = lastDayOfMonths(term.from, term.months)
  const begun = within(
    { de: `Vertrag „${title.de}“: Beginn am`, en: `Contract “${title.en}”: begun on` },
    begins,
    { de: 'Ende der Mindestlaufzeit am', en: 'end of the minimum term on' },
    firstEnd,
  )
  if (cancellation !== undefined)
    return joined(
      begun,
      sentence({ de: 'Er ist gekündigt und endet am', en: 'It has been given notice to, and ends on' }, cancellation.until),
    )
  return joined(begun, noticeWords(earliestContractEnd(contract, terms, { today: day }), firstEnd))
}

function noticeWords({ until, noticeBy, notice, layer }: EarliestEnd, firstEnd: Day): Text {
  const [period, [end, by]] = [periodWords(notice), [dayWords(until), dayWords(noticeBy)]]
  if (until.equals(firstEnd)) {
    const after: Text =
      layer === LAW
        ? {
            de: 'Danach können Sie ihn jederzeit mit einem Monat Frist kündigen.',
            en: 'After that you may end it at any time with a month’s notice.',
          }
        : { de: '', en: '' }
    return joined(
      {
        de: `Kündigungsfrist ${period.de}: Geht Ihre Kündigung nicht bis zum ${by.de} ein, verlängert sich der Vertrag stillschweigend.`,
        en: `Notice ${period.en}: unless yours has arrived by ${by.en}, the contract goes on tacitly.`,
      },
      after,
    )
  }
  if (layer === LAW)
    return {
      de: `Sie können ihn jederzeit mit einer Frist von ${period.de} kündigen, frühestens zum ${end.de}.`,
      en: `You may end it at any time with notice of ${period.en}, on ${end.en} at the earliest.`,
    }
  return {
    de: `Kündigungsfrist ${period.de}: Er endet frühestens am ${end.de}, wenn Ihre Kündigung bis zum ${by.de} eingeht, und verlängert sich sonst stillschweigend.`,
    en: `Notice ${period.en}: it ends on ${end.en} at the earliest if yours has arrived by ${by.en}, and goes on tacitly else.`,
  }
}

function periodWords({ days, weeks, months }: Period): Text {
  if (months !== undefined) return months === 1 ? { de: '1 Monat', en: 'a month' } : { de: `${months} Monate`, en: `${months} months` }
  if (weeks !== undefined) return weeks === 1 ? { de: '1 Woche', en: 'a week' } : { de: `${weeks} Wochen`, en: `${weeks} weeks` }
  return days === 1 ? { de: '1 Tag', en: 'a day' } : { de: `${days ?? 0} Tage`, en: `${days ?? 0} days` }
}

function within(one: Text, first: Day, other: Text, second: Day): Text {
  const [a, b] = [dayWords(first), dayWords(second)]
  return { de: `${one.de} ${a.de}, ${other.de} ${b.de}.`, en: `${one.en} ${a.en}, ${other.en} ${b.en}.` }
}

function sentence({ de, en }: Text, day: Day): Text {
  const words = dayWords(day)
  return { de: `${de} ${words.de}.`, en: `${en} ${words.en}.` }
}

function joined(...parts: readonly Text[]): Text {
  const of = (language: 'de' | 'en') =>
    parts
      .map((part) => part[language])
      .filter((part) => part !== '')
      .join(' ')
  return { de: of('de'), en: of('en') }
}
