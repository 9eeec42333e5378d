import type { Micros } from '@klinke/rating'
import type { Account } from './account.ts'
import { decimalOf } from './cents.ts'
import { sepaReference, sepaText } from './sepa-text.ts'
import { leaf, node } from './xml.ts'

/** First, following and last collection of a recurring mandate, or the one of a one-off mandate (SequenceType3Code). */
export type DebitSequence = 'FRST' | 'RCUR' | 'OOFF'

export interface Creditor extends Account {
  readonly name: string
  readonly creditorId: string
}

/** One collection from one account. */
export interface DirectDebit {
  /** Comes back with a return: 35 characters at most. */
  readonly endToEndId: string
  readonly amountMicros: Micros
  readonly sequence: DebitSequence
  /** ISO 8601: a settlement day. */
  readonly dueOn: string
  readonly mandateReference: string
  readonly signedOn: string
  readonly debtor: Account & { readonly name: string }
  /** What the payer reads on the statement. */
  readonly remittance: string
}

export interface DirectDebitFile {
  /** 30 characters at most: what belongs together in it gets a number behind. */
  readonly messageId: string
  /** ISO 8601 with zone. */
  readonly madeAt: string
  readonly creditor: Creditor
  readonly debits: readonly DirectDebit[]
}

export const PAIN_008 = 'urn:iso:std:iso:20022:tech:xsd:pain.008.001.08'

/** A file of direct debits for the bank: pain.008.001.08 by the core scheme, one part for each day and sequence (EPC130-08; DK, Anlage 3). */
export function directDebitFile({ messageId, madeAt, creditor, debits }: DirectDebitFile): string {
  const parts = partsIn(debits).map((part) => debits.filter((debit) => nameOf(debit) === part))
  const header = node(
    'GrpHdr',
    leaf('MsgId', messageId),
    leaf('CreDtTm', madeAt),
    ...totals(debits),
    node('InitgPty', leaf('Nm', sepaText(creditor.name, 70))),
  )
  const body = parts.map((own, at) => paymentInformation(`${messageId}-${at + 1}`, creditor, own))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${PAIN_008}">${node('CstmrDrctDbtInitn', header, ...body)}</Document>\n`
}

type Part = { readonly dueOn: string; readonly sequence: DebitSequence | null }

/** The `PmtInfId` of the part in which a debit of a file is: a bank may turn down a part. */
export function partOf(messageId: string, debits: readonly Part[], debit: Part): string {
  return `${messageId}-${partsIn(debits).indexOf(nameOf(debit)) + 1}`
}

function partsIn(debits: readonly Part[]): readonly string[] {
  return [...new Set(debits.map(nameOf))].toSorted()
}

function nameOf({ dueOn, sequence }: Part): string {
  return `${dueOn} ${sequence}`
}

function totals(debits: readonly DirectDebit[]): readonly string[] {
  const sum = debits.reduce((total, { amountMicros }) => total + amountMicros, 0n)
  return [leaf('NbOfTxs', String(debits.length)), leaf('CtrlSum', decimalOf(sum))]
}

function paymentInformation(id: string, creditor: Creditor, debits: readonly DirectDebit[]): string {
  const [{ sequence, dueOn } = { sequence: 'RCUR', dueOn: '' }] = debits
  return node(
    'PmtInf',
    leaf('PmtInfId', id),
    leaf('PmtMtd', 'DD'),
    leaf('BtchBookg', 'true'),
    ...totals(debits),
    node('PmtTpInf', node('SvcLvl', leaf('Cd', 'SEPA')), node('LclInstrm', leaf('Cd', 'CORE')), leaf('SeqTp', sequence)),
    leaf('ReqdColltnDt', dueOn),
    node('Cdtr', leaf('Nm', sepaText(creditor.name, 70))),
    node('CdtrAcct', node('Id', leaf('IBAN', creditor.iban))),
    agent('CdtrAgt', creditor),
    leaf('ChrgBr', 'SLEV'),
    node('CdtrSchmeId', node('Id', node('PrvtId', node('Othr', leaf('Id', creditor.creditorId), node('SchmeNm', leaf('Prtry', 'SEPA')))))),
    ...debits.map(transaction),
  )
}

function transaction({ endToEndId, amountMicros, mandateReference, signedOn, debtor, remittance }: DirectDebit): string {
  return node(
    'DrctDbtTxInf',
    node('PmtId', leaf('EndToEndId', endToEndId)),
    leaf('InstdAmt', decimalOf(amountMicros), 'Ccy="EUR"'),
    node('DrctDbtTx', node('MndtRltdInf', leaf('MndtId', sepaReference(mandateReference, 35)), leaf('DtOfSgntr', signedOn))),
    agent('DbtrAgt', debtor),
    node('Dbtr', leaf('Nm', sepaText(debtor.name, 70))),
    node('DbtrAcct', node('Id', leaf('IBAN', debtor.iban))),
    node('RmtInf', leaf('Ustrd', sepaText(remittance, 140))),
  )
}

/** Without a BIC the bank finds the other one by the IBAN. */
function agent(name: 'CdtrAgt' | 'DbtrAgt', { bic }: Account): string {
  const institution = bic === undefined ? node('Othr', leaf('Id', 'NOTPROVIDED')) : leaf('BICFI', bic)
  return node(name, node('FinInstnId', institution))
}
