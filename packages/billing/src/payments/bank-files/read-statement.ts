import { failed, ok, type Result } from '@klinke/foundation'
import { addsUp } from './balances.ts'
import type { BankFile, BankFileFlaw, BankFileKind, ReturnedDebit, Transfer } from './bank-file.ts'
import { amountIn, type BookedAmount, isBooked } from './booked-amount.ts'
import { transferKeys } from './transfer-key.ts'
import { all, at, type Element, textAt } from './xml-tree.ts'

/** An entry of the account, or one of several payments in it. */
export interface Booking {
  readonly entry: Element
  /** What is said of the single payment; undefined: nothing. */
  readonly details: Element | undefined
  readonly amount: BookedAmount
  readonly bookedOn: string
  /** Where it stands: for entries that the bank gives no reference. */
  readonly place: string
  readonly iban: string
}

/** camt.053 and camt.054: statements of an account, or notifications of single entries. Only what is booked counts. */
export function readStatement(message: Element, kind: Exclude<BankFileKind, 'pain.002'>): Result<BankFile, BankFileFlaw> {
  const messageId = textAt(message, 'GrpHdr', 'MsgId')
  const statements = all(message, kind === 'camt.053' ? 'Stmt' : 'Ntfctn')
  if (messageId === undefined || statements.length === 0) return failed('incomplete')
  const bookings: Booking[] = []
  const ibans = new Set<string>()
  for (const statement of statements) {
    const found = bookingsIn(statement)
    const iban = textAt(statement, 'Acct', 'Id', 'IBAN')
    if (found === undefined || iban === undefined) return failed('incomplete')
    if (!addsUp(statement)) return failed('sums-differ')
    bookings.push(...found)
    ibans.add(iban)
  }
  const returns = bookings.filter(isReturn).map(returnOf)
  const transfers = transfersOf(bookings.filter(isTransfer))
  const others = bookings.length - returns.length - transfers.length
  return ok({ kind, messageId, ibans: [...ibans], returns, transfers, others })
}

/** Undefined: an entry has no amount, no day, or makes no sense. */
function bookingsIn(statement: Element): readonly Booking[] | undefined {
  const found: Booking[] = []
  const statementId = textAt(statement, 'Id') ?? ''
  const iban = textAt(statement, 'Acct', 'Id', 'IBAN') ?? ''
  for (const [position, entry] of all(statement, 'Ntry').entries()) {
    const whole = amountIn(entry, undefined)
    const bookedOn = (textAt(entry, 'BookgDt', 'Dt') ?? textAt(entry, 'BookgDt', 'DtTm'))?.slice(0, 10)
    if (whole === undefined) return undefined
    if (!isBooked(entry)) continue
    if (bookedOn === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(bookedOn)) return undefined
    const place = `${statementId}/${position}`
    const details = all(entry, 'NtryDtls').flatMap((each) => all(each, 'TxDtls'))
    found.push(...partsOf(details, whole).map((part, at) => ({ ...part, entry, bookedOn, iban, place: `${place}/${at}` })))
  }
  return found
}

/** The payments of an entry, where they make up its amount; else the entry as one, which somebody has to look at. */
function partsOf(details: readonly Element[], whole: BookedAmount): readonly Pick<Booking, 'details' | 'amount'>[] {
  const [only, ...others] = details
  if (others.length === 0) return [{ details: only, amount: whole }]
  const parts = details.map((each) => ({ details: each, amount: amountIn(each, whole) }))
  const known = parts.flatMap(({ details: each, amount }) => (amount === undefined ? [] : [{ details: each, amount }]))
  const sum = known.reduce((total, { amount }) => total + (amount.isCredit ? amount.micros : -amount.micros), 0n)
  const isWhole = known.length === parts.length && sum === (whole.isCredit ? whole.micros : -whole.micros)
  return isWhole ? known : [{ details: undefined, amount: whole }]
}

/** Unpaid direct debit, in the codes of ISO 20022 and of German banks (Geschäftsvorfallcode). */
function isReturn({ entry, details, amount }: Booking): boolean {
  if (amount.isCredit || textAt(details, 'Refs', 'EndToEndId') === undefined) return false
  return at(details, 'RtrInf') !== undefined || familyOf(entry, details).includes('UPDD') || /^NDDT\+10[89]/.test(ownCode(entry, details))
}

/** Money from somebody who pays: neither our own debits, which banks credit in a sum, nor what comes back of what we have paid. */
function isTransfer({ entry, details, amount }: Booking): boolean {
  if (!amount.isCredit || at(details, 'RtrInf') !== undefined || textAt(entry, 'RvslInd') === 'true') return false
  return !familyOf(entry, details).includes('IDDT')
}

function familyOf(entry: Element, details: Element | undefined): readonly string[] {
  const codes = [at(entry, 'BkTxCd', 'Domn', 'Fmly'), at(details, 'BkTxCd', 'Domn', 'Fmly')]
  return codes.flatMap((family) => [textAt(family, 'Cd') ?? '', textAt(family, 'SubFmlyCd') ?? ''])
}

function ownCode(entry: Element, details: Element | undefined): string {
  return textAt(details, 'BkTxCd', 'Prtry', 'Cd') ?? textAt(entry, 'BkTxCd', 'Prtry', 'Cd') ?? ''
}

function returnOf({ details, bookedOn }: Booking): ReturnedDebit {
  const reason = textAt(details, 'RtrInf', 'Rsn', 'Cd') ?? textAt(details, 'RtrInf', 'Rsn', 'Prtry')
  return { endToEndId: textAt(details, 'Refs', 'EndToEndId'), reason, isSettled: true, bookedOn }
}

function transfersOf(bookings: readonly Booking[]): readonly Transfer[] {
  const keys = transferKeys(bookings)
  return bookings.map(({ details, amount, bookedOn }, position) => {
    const { key, isSure } = keys[position] ?? { key: '', isSure: false }
    const parties = at(details, 'RltdPties')
    const text = all(at(details, 'RmtInf'), 'Ustrd').map((part) => part.text)
    const structured = textAt(details, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref')
    return {
      ...{ key, isSure: isSure && details !== undefined, amountMicros: amount.micros, currency: amount.currency, bookedOn },
      payerName: textAt(parties, 'Dbtr', 'Nm') ?? textAt(parties, 'Dbtr', 'Pty', 'Nm'),
      payerIban: textAt(parties, 'DbtrAcct', 'Id', 'IBAN'),
      remittance: [...text, ...(structured === undefined ? [] : [structured])].join(' ').slice(0, MAX_REMITTANCE),
    }
  })
}

/** Longer than 140 characters only from banks that repeat the field. */
const MAX_REMITTANCE = 1_000
