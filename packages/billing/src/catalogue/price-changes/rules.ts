import { CHANGE_TOLD, type CustomerKind, isProtected } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import type { Day } from '../../contracts/contract.ts'
import { isUpTo, lastDayOf } from '../../contracts/terms/term-end.ts'
import type { ProfileFile } from '../profile-file.ts'
import type { Period } from '../schema-parts.ts'
import type { PriceChangeRule } from '../terms.ts'

/**
 * The first day on which changed prices may hold for who is told on a day (BIL-07): the whole notice lies between, for consumers and small enterprises a month at
 * least and two at the most (§ 57 (2) TKG), whatever longer notice is agreed, and it is not before the day that is wanted.
 */
export function firstDayOfPrices(
  { notice, from }: Pick<PriceChangeRule, 'notice' | 'from'>,
  told: Day,
  wanted: Day,
  customerKind?: CustomerKind,
): Day {
  const agreed = dayAfter(told, notice)
  const after = isProtected(customerKind) ? within(agreed, dayAfter(told, CHANGE_TOLD.least), told.add(CHANGE_TOLD.most)) : agreed
  const first = isUpTo(after, wanted) ? wanted : after
  return from === 'any-day' || first.day === 1 ? first : first.with({ day: 1 }).add({ months: 1 })
}

function within(day: Day, first: Day, last: Day): Day {
  if (isUpTo(day, first)) return first
  return isUpTo(day, last) ? day : last
}

/** The day after a notice of which the first day is the one after that. */
function dayAfter(told: Day, notice: Period): Day {
  return lastDayOf(told.add({ days: 1 }), notice).add({ days: 1 })
}

/** Whether it is too early to tell of what holds from a day on (§ 57 (2) TKG: two months before at the most): who hears of it long before has forgotten it. */
export function isToldTooEarly(today: Day, holdsFrom: Day, customerKind: CustomerKind | undefined): boolean {
  return isProtected(customerKind) && !isUpTo(holdsFrom, today.add(CHANGE_TOLD.most))
}

/** Whether calls cost otherwise by another version: its tariff, which holds for a contract with the version. */
export function changesTariff(before: Pick<ProfileFile, 'tariff'> | undefined, after: Pick<ProfileFile, 'tariff'>): boolean {
  return JSON.stringify(before?.tariff ?? null) !== JSON.stringify(after.tariff ?? null)
}

/** Without mail nobody can be told. */
export class PriceChangeWithoutMail extends KlinkeError {
  constructor() {
    super(
      'price-change-without-mail',
      'This installation sends no mail, so nobody can be told of changed prices. Set KLINKE_SMTP_URL first.',
    )
  }
}

/** Not a rule of that profile. */
export class NoPriceChangeRule extends KlinkeError {
  constructor(named: string, rules: readonly string[]) {
    super('price-change-rule-unknown', `The profile has no rule "${named}" for changes of prices. It has: ${rules.join(', ')}.`, {
      german: `Das Profil hat keine Regel „${named}“ für Preisänderungen. Es hat: ${rules.join(', ')}.`,
    })
  }
}

/** Nothing is done with a version that was taken back. */
export class VersionWithdrawn extends KlinkeError {
  constructor() {
    super('profile-version-withdrawn', 'This version was withdrawn before it held. Load another one, or draft one of it.')
  }
}

export const priceChangeProblems: ProblemTable = {
  'price-change-without-mail': {
    status: 409,
    title: { en: 'No mail is sent here', de: 'Hier werden keine E-Mails versandt' },
    germanDetail: 'Diese Installation versendet keine E-Mails; niemand erführe von neuen Preisen. Richten Sie zuerst KLINKE_SMTP_URL ein.',
  },
  'profile-version-withdrawn': {
    status: 409,
    title: { en: 'The version was withdrawn', de: 'Die Fassung ist zurückgenommen' },
    germanDetail: 'Diese Fassung wurde zurückgenommen, bevor sie galt. Laden Sie eine andere, oder entwerfen Sie eine neue daraus.',
  },
  'price-change-rule-unknown': {
    status: 422,
    title: { en: 'No such rule of notice', de: 'Diese Ankündigungsregel gibt es nicht' },
    germanDetail: 'Diese Regel für Preisänderungen hat das Profil nicht.',
  },
}
