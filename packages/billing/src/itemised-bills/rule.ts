import { CHOICES, type Choice, type ItemisedBillTerms } from './terms.ts'

/** What a customer has chosen, from the first day of a month on. */
export interface ChosenBill {
  readonly choice: Choice
  /** Calls that cost nothing extra, too. */
  readonly withFlat: boolean
  /** ISO 8601. */
  readonly validFrom: string
}

/** What of a declaration counts. */
export interface DeclaredOn {
  /** ISO 8601. */
  readonly declaredOn: string
  readonly isRevoked: boolean
}

/** What a customer may see of the calls of a month. */
export interface BillRule {
  readonly shown: Choice
  readonly withFlat: boolean
  /** Why it is what it is. */
  readonly because: 'chosen' | 'not-asked' | 'not-offered' | 'declaration-missing' | 'objection'
}

export interface RuleGround {
  readonly terms: ItemisedBillTerms
  /** In the order in which they were made. */
  readonly choices: readonly ChosenBill[]
  readonly declarations: readonly DeclaredOn[]
  /** Somebody has objected to the invoice. */
  readonly isObjected: boolean
}

/**
 * What may be told of the calls of a month (its first day). Only what was asked for before the month began, and only with the declaration where the profile wants
 * it; whoever has objected to the amount may see the calls without their last three digits in any case (§ 11 (1) TDDDG).
 */
export function ruleOf(month: string, { terms, choices, declarations, isObjected }: RuleGround): BillRule {
  const chosen = choices.findLast(({ validFrom }) => validFrom <= month)
  const withFlat = chosen?.withFlat === true && !terms.chargeableOnly
  const asked = limited(chosen, terms, isDeclared(month, declarations))
  if (asked.shown === 'none' && isObjected) return { shown: 'last-three-cut', withFlat: false, because: 'objection' }
  return { ...asked, withFlat: withFlat && asked.shown !== 'none' }
}

/** The first day of the month that a choice made on a day can be for: the month of billing must not have begun. */
export function nextMonth(today: string): string {
  return Temporal.PlainDate.from(today).with({ day: 1 }).add({ months: 1 }).toString()
}

/**
 * The first day on which the itemised bill of an invoice is gone; `month` is what BIL-06 calls its invoice month: the one that it bills, not that in which it is
 * issued. So it is gone well before the six months after dispatch of § 10 (2) TDDDG; calls of a month before that came late go with the invoice that they stand on.
 */
export function goneFrom(month: string, { deletedAfterMonths }: Pick<ItemisedBillTerms, 'deletedAfterMonths'>): string {
  return Temporal.PlainDate.from(month)
    .add({ months: deletedAfterMonths + 1 })
    .toString()
}

/** Declared before the month began, and not revoked since: who revokes it hides what whole numbers were shown of, too. */
function isDeclared(month: string, declarations: readonly DeclaredOn[]): boolean {
  return declarations.some(({ declaredOn, isRevoked }) => !isRevoked && declaredOn <= month)
}

function limited(chosen: ChosenBill | undefined, terms: ItemisedBillTerms, declared: boolean): Pick<BillRule, 'shown' | 'because'> {
  if (chosen === undefined) return { shown: 'none', because: 'not-asked' }
  const from = CHOICES.indexOf(chosen.choice)
  let because: BillRule['because'] = 'chosen'
  for (const choice of CHOICES.slice(from)) {
    if (choice !== 'none' && !terms.choices.includes(choice)) because = 'not-offered'
    else if (!declared && needsDeclaration(choice, terms)) because = 'declaration-missing'
    else return { shown: choice, because }
  }
  return { shown: 'none', because }
}

/** Whether a choice needs the declaration. */
export function needsDeclaration(choice: Choice, { fullNeedsDeclaration, cutNeedsDeclaration }: ItemisedBillTerms): boolean {
  return (choice === 'full' && fullNeedsDeclaration) || (choice === 'last-three-cut' && cutNeedsDeclaration)
}
