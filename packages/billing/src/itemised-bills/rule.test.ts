/** What of the calls of a month may be told (BIL-06, § 11 (1) TDDDG). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ChosenBill, type DeclaredOn, goneFrom, nextMonth, type RuleGround, ruleOf } from './rule.ts'
import { CHOICES, type Choice, itemisedBillTermsOf } from './terms.ts'

const chosen = (choice: Choice, validFrom: string, withFlat = false): ChosenBill => ({ choice, withFlat, validFrom })
const DECLARED: readonly DeclaredOn[] = [{ declaredOn: '2026-09-20', isRevoked: false }]
const ground = (changes: Partial<RuleGround> & { readonly profile?: Record<string, unknown> } = {}): RuleGround => {
  const { profile = {}, ...others } = changes
  return { terms: itemisedBillTermsOf({ itemisedBill: profile }), choices: [], declarations: DECLARED, isObjected: false, ...others }
}
const shown = (month: string, of: RuleGround): string => {
  const rule = ruleOf(month, of)
  return `${rule.shown} ${rule.because}`
}

test('nothing is told of a month that nobody had asked for before it began', () => {
  assert.equal(shown('2026-10-01', ground()), 'none not-asked')
  assert.equal(nextMonth('2026-10-01'), '2026-11-01')
  assert.equal(nextMonth('2026-12-31'), '2027-01-01')
  const asked = ground({ choices: [chosen('last-three-cut', nextMonth('2026-10-10'))] })
  assert.deepEqual([shown('2026-10-01', asked), shown('2026-11-01', asked)], ['none not-asked', 'last-three-cut chosen'])
})

test('each month keeps the choice that held for it; of two for the same month the last one holds', () => {
  const of = ground({ choices: [chosen('full', '2026-10-01'), chosen('full', '2026-12-01'), chosen('none', '2026-12-01')] })
  assert.deepEqual(
    ['2026-09-01', '2026-10-01', '2026-11-01', '2026-12-01', '2027-06-01'].map((month) => ruleOf(month, of).shown),
    ['none', 'full', 'full', 'none', 'none'],
  )
})

test('whole numbers need a declaration that was there before the month and is not revoked', () => {
  const choices = [chosen('full', '2026-10-01')]
  const profile = { cutNeedsDeclaration: false }
  const late: readonly DeclaredOn[] = [{ declaredOn: '2026-10-02', isRevoked: false }]
  const revoked: readonly DeclaredOn[] = [{ declaredOn: '2026-09-20', isRevoked: true }]
  assert.equal(shown('2026-10-01', ground({ choices, profile, declarations: late })), 'last-three-cut declaration-missing')
  assert.equal(shown('2026-11-01', ground({ choices, profile, declarations: late })), 'full chosen')
  assert.equal(shown('2026-11-01', ground({ choices, profile, declarations: revoked })), 'last-three-cut declaration-missing')
  assert.equal(shown('2026-10-01', ground({ choices, profile: { fullNeedsDeclaration: false }, declarations: [] })), 'full chosen')
})

test('where every itemised bill needs it, as the law says of companies, there is none without', () => {
  const choices = [chosen('last-three-cut', '2026-10-01')]
  assert.equal(shown('2026-10-01', ground({ choices, declarations: [] })), 'none declaration-missing')
})

test('what the product does not offer any more becomes less, never more', () => {
  const choices = [chosen('full', '2026-10-01')]
  assert.equal(shown('2026-10-01', ground({ choices, profile: { choices: ['last-three-cut', 'none'] } })), 'last-three-cut not-offered')
  assert.equal(shown('2026-10-01', ground({ choices, profile: { choices: ['none'] } })), 'none not-offered')
  const cut = [chosen('last-three-cut', '2026-10-01')]
  assert.equal(shown('2026-10-01', ground({ choices: cut, profile: { choices: ['full', 'none'] } })), 'none not-offered')
})

test('whoever objects to an invoice sees its calls without their last three digits, and never more than was asked for', () => {
  assert.equal(shown('2026-10-01', ground({ isObjected: true })), 'last-three-cut objection')
  assert.equal(shown('2026-10-01', ground({ isObjected: true, choices: [chosen('full', '2026-10-01')] })), 'full chosen')
})

test('calls that cost nothing extra are listed on wish, unless the product lists chargeable ones only', () => {
  const choices = [chosen('full', '2026-10-01', true)]
  assert.equal(ruleOf('2026-10-01', ground({ choices })).withFlat, true)
  assert.equal(ruleOf('2026-10-01', ground({ choices, profile: { chargeableOnly: true } })).withFlat, false)
  assert.equal(ruleOf('2026-10-01', ground({ choices: [chosen('none', '2026-10-01', true)] })).withFlat, false)
})

test('it is gone so many months after the month that the invoice bills', () => {
  assert.equal(goneFrom('2026-10-01', { deletedAfterMonths: 6 }), '2027-05-01')
  assert.equal(goneFrom('2026-10-01', { deletedAfterMonths: 3 }), '2027-02-01')
})

test('the key of a profile is held against its schema, with usual values for what it does not say', () => {
  assert.deepEqual(itemisedBillTermsOf({}), {
    ...{ choices: [...CHOICES], fullNeedsDeclaration: true, cutNeedsDeclaration: true, counsellingLines: 'hidden' },
    ...{ chargeableOnly: false, deletedAfterMonths: 6 },
  })
  assert.throws(() => itemisedBillTermsOf({ itemisedBill: { deletedAfterMonths: 7 } }))
  // Whoever objects within eight weeks needs it (§ 67 (2) TKG).
  assert.throws(() => itemisedBillTermsOf({ itemisedBill: { deletedAfterMonths: 2 } }))
})
