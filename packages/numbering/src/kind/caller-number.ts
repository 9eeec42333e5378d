import { type E164, germanNationalNumber } from '../e164/e164.ts'
import { numberKind } from './number-kind.ts'

/**
 * May a number be shown as the caller's at all (CLI-03; § 120 TKG)? Never one of directory enquiries, mass traffic, premium or short codes,
 * an emergency number or 115, nor one from abroad, nor one that nobody can call back. Who has the right to a number is another question.
 */
export function mayBeCaller(number: E164): boolean {
  switch (numberKind(number).kind) {
    case 'geographic':
    case 'mobile':
    case 'national-subscriber':
    case 'personal':
    case 'freephone':
    case 'shared-cost':
      return true
    default:
      return false
  }
}

/**
 * Does a number say where a line is? Only one of an Ortsnetz does: 032 numbers cannot be traced to a site (EMG-05), so none of them may be
 * the number that goes out with an emergency call.
 */
export function tellsPlace(number: E164): boolean {
  return numberKind(number).kind === 'geographic'
}

/** The area code of a geographic number, without leading 0 (NUM-02: a number is assigned in its Ortsnetz only). */
export function areaCodeIn(number: E164): string | undefined {
  if (germanNationalNumber(number) === undefined) return undefined
  const kind = numberKind(number)
  return kind.kind === 'geographic' ? kind.areaCode : undefined
}
