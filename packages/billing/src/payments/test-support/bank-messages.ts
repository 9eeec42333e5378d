/** Files as banks send them, with little in them. */

export interface WrittenEntry {
  readonly amount?: string
  readonly currency?: string
  readonly direction?: 'CRDT' | 'DBIT'
  readonly status?: string
  readonly day?: string
  readonly reference?: string
  /** Of a direct debit of ours. */
  readonly endToEndId?: string
  readonly reason?: string
  readonly payer?: string
  readonly iban?: string
  readonly text?: readonly string[]
  /** XML in place of what is made of the fields above. */
  readonly details?: string
}

export interface WrittenStatement {
  readonly messageId?: string
  readonly iban?: string
  readonly entries?: readonly WrittenEntry[]
  readonly opening?: string
  readonly closing?: string
  readonly count?: number
  readonly kind?: 'camt.053' | 'camt.054'
  /** How older versions of the messages write status and names. */
  readonly isOld?: boolean
}

export const OUR_IBAN = 'DE02120300000000202051'

export function statement({
  messageId = 'STMT-1',
  iban = OUR_IBAN,
  entries = [],
  opening,
  closing,
  count,
  kind = 'camt.053',
  isOld = false,
}: WrittenStatement): Uint8Array {
  const [message, part] = kind === 'camt.053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn']
  const balances = [balance('OPBD', opening), balance('CLBD', closing)].join('')
  const summary = count === undefined ? '' : `<TxsSummry><TtlNtries><NbOfNtries>${count}</NbOfNtries></TtlNtries></TxsSummry>`
  const body = `<Id>${messageId}-S</Id><Acct><Id><IBAN>${iban}</IBAN></Id></Acct>${balances}${summary}${entries.map((entry) => written(entry, isOld)).join('')}`
  return octets(
    `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:${kind}.001.${isOld ? '02' : '08'}"><${message}><GrpHdr><MsgId>${messageId}</MsgId></GrpHdr><${part}>${body}</${part}></${message}></Document>`,
  )
}

function balance(code: string, amount: string | undefined): string {
  if (amount === undefined) return ''
  const [sign, digits] = amount.startsWith('-') ? ['DBIT', amount.slice(1)] : ['CRDT', amount]
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${digits}</Amt><CdtDbtInd>${sign}</CdtDbtInd></Bal>`
}

function written(entry: WrittenEntry, isOld: boolean): string {
  const { amount = '100.00', currency = 'EUR', direction = 'CRDT', status = 'BOOK', day = '2026-11-20', reference } = entry
  const state = isOld ? `<Sts>${status}</Sts>` : `<Sts><Cd>${status}</Cd></Sts>`
  const own = reference === undefined ? '' : `<AcctSvcrRef>${reference}</AcctSvcrRef>`
  const details = entry.details ?? `<TxDtls>${detailsOf(entry, isOld)}</TxDtls>`
  return `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>${state}<BookgDt><Dt>${day}</Dt></BookgDt>${own}<NtryDtls>${details}</NtryDtls></Ntry>`
}

function detailsOf({ endToEndId, reason, payer, iban, text = [] }: WrittenEntry, isOld: boolean): string {
  const refs = endToEndId === undefined ? '' : `<Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>`
  const name = payer === undefined ? '' : isOld ? `<Dbtr><Nm>${payer}</Nm></Dbtr>` : `<Dbtr><Pty><Nm>${payer}</Nm></Pty></Dbtr>`
  const account = iban === undefined ? '' : `<DbtrAcct><Id><IBAN>${iban}</IBAN></Id></DbtrAcct>`
  const remittance = `<RmtInf>${text.map((line) => `<Ustrd>${line}</Ustrd>`).join('')}</RmtInf>`
  const returned = reason === undefined ? '' : `<RtrInf><Rsn><Cd>${reason}</Cd></Rsn></RtrInf>`
  return `${refs}<RltdPties>${name}${account}</RltdPties>${remittance}${returned}`
}

export interface WrittenReport {
  readonly messageId?: string
  readonly ours: string
  readonly rejected?: readonly (readonly [endToEndId: string, reason: string])[]
  /** The whole file, for that reason. */
  readonly all?: string
  /** A part of it. */
  readonly part?: readonly [id: string, reason: string]
}

export function statusReport({ messageId = 'RPT-1', ours, rejected = [], all, part }: WrittenReport): Uint8Array {
  const reason = (code: string) => `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf>`
  const group = `<OrgnlGrpInfAndSts><OrgnlMsgId>${ours}</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId>${all === undefined ? '' : `<GrpSts>RJCT</GrpSts>${reason(all)}`}</OrgnlGrpInfAndSts>`
  const single = rejected.map(
    ([id, code]) => `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>RJCT</TxSts>${reason(code)}</TxInfAndSts>`,
  )
  const named =
    rejected.length === 0
      ? ''
      : `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${ours}-1</OrgnlPmtInfId><PmtInfSts>PART</PmtInfSts>${single.join('')}</OrgnlPmtInfAndSts>`
  const whole =
    part === undefined
      ? ''
      : `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${part[0]}</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>${reason(part[1])}</OrgnlPmtInfAndSts>`
  return octets(
    `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>${messageId}</MsgId><CreDtTm>2026-11-21T08:00:00</CreDtTm></GrpHdr>${group}${named}${whole}</CstmrPmtStsRpt></Document>`,
  )
}

function octets(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
