/** What rows of personal data in tests have in common. */
import { randomUUID } from 'node:crypto'

/** Noon of the day that most of what is kept is of. */
export const AT = '2014-02-01T11:00:00Z'

export const [ALIVE, ENDED, HELD] = [randomUUID(), randomUUID(), randomUUID()]
const ids = new Map<string, string>()
/** The same id for the same name. */
export function id(name: string): string {
  const known = ids.get(name) ?? randomUUID()
  ids.set(name, known)
  return known
}

export interface Row {
  readonly table: string
  readonly values: Readonly<Record<string, unknown>>
  /** The night in which it goes, worked out by hand; absent: it stays through all of them. */
  readonly goes?: string
  /** The night in which the product makes it by itself; absent: it is there from the start. */
  readonly comes?: string
  /** How it is found; absent: its first value. */
  readonly key?: string
}
export const of = { tenant_id: ALIVE }
export const extension = { extension_id: id('extension') }

export function porting(state: string, e164: string): Row['values'] {
  return {
    ...{ id: id(`porting ${e164}`), ...of, direction: 'in', business_case: 'VA-RRNP', e164, state, carrier: 'DEU.ANDERER' },
    ...{ holder: '{}', wished_for: '2014-01-20', created_by: 'Amt' },
  }
}

export function invoice(name: string, tenant_id: string): Row['values'] {
  return {
    ...{ id: id(name), tenant_id, kind: 'invoice', state: 'paid', period_from: '2014-01-01', period_until: '2014-01-31', currency: 'EUR' },
    ...{ net: 0, tax: 0, gross: 0, content: '{}', fingerprint: '', number: name, issued_on: '2014-02-05', due_on: '2014-02-19' },
    issued_at: '2014-02-05',
  }
}

export function started(call_id: string, started_at: string, tenant_id = ALIVE): Row['values'] {
  return { call_id, started_at, tenant_id, direction: 'out', caller: '{}', called: '{}', sip_call_id: 'x', emergency: false }
}
