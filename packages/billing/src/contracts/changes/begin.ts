import { type CustomerKind, isProtected, LONGEST_FIRST_TERM_MONTHS } from '@klinke/accounts'
import type { ProfileVersion } from '../../catalogue/catalogue.ts'
import type { Day } from '../contract.ts'
import type { ContractDeed } from '../events.ts'
import { isUpTo } from '../terms/term-end.ts'
import { firstOpenDay } from './open-month.ts'
import { itemAdded, type WantedItem } from './plan-change.ts'
import { ContractRuleBroken } from './refusals.ts'

/** What a new contract is to be. */
export interface WantedContract {
  readonly begins: Day
  /** undefined: the usual term; null: none. */
  readonly termMonths: number | null | undefined
  readonly items: readonly WantedItem[]
  /** Absent: `enterprise`. */
  readonly customerKind?: CustomerKind | undefined
}

/** The deeds of a contract that begins. It may have begun long ago: its items are charged from the month that runs on. Throws `ContractRuleBroken`. */
export function planBegin(
  version: Pick<ProfileVersion, 'id' | 'file'>,
  wanted: WantedContract,
  facts: { readonly today: Day; readonly newId: () => string },
): readonly ContractDeed[] {
  const { begins, items } = wanted
  const termMonths = termOf(version.file, wanted)
  const open = firstOpenDay(facts.today)
  const from = isUpTo(open, begins) ? begins : open
  const begun: ContractDeed = {
    kind: 'begun',
    begins,
    currency: version.file.currency,
    versionId: version.id,
    ...(termMonths === null ? {} : { termMonths }),
  }
  return [begun, ...items.map((item) => itemAdded(item, from, version, facts.newId))]
}

function termOf(
  { terms: { termMonths: all = [] }, title }: ProfileVersion['file'],
  { termMonths, customerKind }: WantedContract,
): number | null {
  // § 56 (1) TKG.
  const sold = isProtected(customerKind) ? all.filter((each) => each <= LONGEST_FIRST_TERM_MONTHS) : all
  const months = termMonths === undefined ? (sold[0] ?? null) : termMonths
  if (months === null || sold.includes(months)) return months
  const list = sold.length === 0 ? undefined : sold.join(', ')
  throw new ContractRuleBroken('contract-not-sold', {
    en: list === undefined ? `${title.en} has no term.` : `${title.en} has terms of ${list} months; not of ${months}.`,
    de:
      list === undefined
        ? `${title.de} hat keine feste Laufzeit.`
        : `${title.de} gibt es mit Laufzeiten von ${list} Monaten; nicht mit ${months}.`,
  })
}
