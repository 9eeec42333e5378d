import { failed, ok, type Result } from '@klinke/foundation'
import type { BankFile, BankFileFlaw, ReturnedDebit } from './bank-file.ts'
import { all, at, type Element, textAt } from './xml-tree.ts'

const REJECTED = 'RJCT'

/** pain.002: which debits of our file were turned down before they were settled. What was accepted is not of interest. */
export function readStatusReport(report: Element): Result<BankFile, BankFileFlaw> {
  const messageId = textAt(report, 'GrpHdr', 'MsgId')
  const original = at(report, 'OrgnlGrpInfAndSts')
  const ourMessage = textAt(original, 'OrgnlMsgId')
  if (messageId === undefined || ourMessage === undefined) return failed('incomplete')
  const bookedOn = textAt(report, 'GrpHdr', 'CreDtTm')?.slice(0, 10)
  const parts = all(report, 'OrgnlPmtInfAndSts')
  const whole = { isSettled: false, bookedOn, messageId: ourMessage }
  const single = parts.flatMap((part) =>
    all(part, 'TxInfAndSts')
      .filter((one) => textAt(one, 'TxSts') === REJECTED)
      .map((one) => rejected(one, whole)),
  )
  // A bank that turns the whole down need not name the debits one by one.
  const named = parts.filter((part) => textAt(part, 'PmtInfSts') === REJECTED && all(part, 'TxInfAndSts').length === 0)
  const inParts = named.map((part) => ({ ...rejected(part, whole), ...partOf(part), endToEndId: undefined }))
  const isAll = textAt(original, 'GrpSts') === REJECTED && parts.length === 0
  const returns = isAll && original !== undefined ? [{ ...rejected(original, whole), endToEndId: undefined }] : [...single, ...inParts]
  return ok({ kind: 'pain.002', messageId, ibans: [], returns, transfers: [], others: 0 })
}

function partOf(part: Element): Pick<ReturnedDebit, 'paymentInformationId'> {
  const id = textAt(part, 'OrgnlPmtInfId')
  return id === undefined ? {} : { paymentInformationId: id }
}

function rejected(element: Element, whole: Pick<ReturnedDebit, 'isSettled' | 'bookedOn' | 'messageId'>): ReturnedDebit {
  const reason = textAt(element, 'StsRsnInf', 'Rsn', 'Cd') ?? textAt(element, 'StsRsnInf', 'Rsn', 'Prtry')
  return { ...whole, endToEndId: textAt(element, 'OrgnlEndToEndId'), reason }
}
