import { failed, ok, type Result } from '@klinke/foundation'
import { electronicFormatIBAN, isSEPACountry, isValidBIC, isValidIBAN } from 'ibantools'

/** A payment account, as banks write it in files: without spaces, in capitals. */
export interface Account {
  readonly iban: string
  /** Absent: the bank finds it by the IBAN, as it does within the EEA. */
  readonly bic: string | undefined
}

/** Why money cannot be moved to or from an account. */
export type AccountFlaw = 'iban-invalid' | 'iban-outside-sepa' | 'bic-invalid'

/** An account as people write it, with spaces and in small letters. The check digits, the length and form of each country are looked at (BIL-08). */
export function accountOf(iban: string, bic?: string | null): Result<Account, AccountFlaw> {
  const written = electronicFormatIBAN(iban)
  if (written === null || !isValidIBAN(written)) return failed('iban-invalid')
  if (!isSEPACountry(written.slice(0, 2))) return failed('iban-outside-sepa')
  const code = (bic ?? '').replaceAll(/\s/g, '').toUpperCase()
  if (code === '') return ok({ iban: written, bic: undefined })
  return isValidBIC(code) ? ok({ iban: written, bic: code }) : failed('bic-invalid')
}

/** As people read it: in groups of four. */
export function groupedIban(iban: string): string {
  return iban.replaceAll(/(.{4})(?=.)/g, '$1 ')
}

/** For mails and lists, where the whole one is nobody's business: country, check digits and the last four. */
export function veiledIban(iban: string): string {
  return `${iban.slice(0, 4)} … ${iban.slice(-4)}`
}
