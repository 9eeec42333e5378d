import { type InvalidRequest, normalEmail, type Tx } from '@klinke/platform'
import { administrators } from '../catalogue/price-changes/store.ts'
import { listMandates } from '../payments/mandates/store.ts'
import { accountOf } from '../payments/sepa/account.ts'
import type { NewOrder, OrderForm } from './order-form.ts'

interface TakenTables {
  readonly login: { readonly id: string; readonly email: string }
  readonly tenant: { readonly id: string; readonly sip_domain: string }
}

/**
 * What an order asks for and somebody has: it would stop setting up half-way. `tx`: the operator's, for addresses and domains are told apart over all customers.
 * `tenantId`: of a customer who is there.
 */
export async function takenFaults(tx: Tx, form: OrderForm, tenantId: string | undefined): Promise<InvalidRequest['errors']> {
  if (form.kind !== 'new') return []
  return [
    ...(tenantId === undefined && (await isDomainTaken(tx, form)) ? [DOMAIN] : []),
    ...((await isEmailTaken(tx, form, tenantId)) ? [EMAIL] : []),
    ...(tenantId !== undefined && (await hasOtherMandate(tx, form, tenantId)) ? [MANDATE] : []),
  ]
}

async function isDomainTaken(tx: Tx, { sipDomain }: NewOrder): Promise<boolean> {
  if (sipDomain === undefined) return false
  const query = tx.tables<TakenTables>().selectFrom('tenant').select('id').where('sip_domain', '=', sipDomain.toLowerCase())
  return (await query.executeTakeFirst()) !== undefined
}

/** An administrator of the customer keeps its login. */
async function isEmailTaken(tx: Tx, { administrator }: NewOrder, tenantId: string | undefined): Promise<boolean> {
  const wanted = normalEmail(administrator.email)
  const own = tenantId === undefined ? [] : await administrators(tx, tenantId)
  if (own.some(({ email }) => normalEmail(email) === wanted)) return false
  const query = tx.tables<TakenTables>().selectFrom('login').select('id').where('email', '=', wanted)
  return (await query.executeTakeFirst()) !== undefined
}

/** One of the same account is taken over (BIL-08). */
async function hasOtherMandate(tx: Tx, { mandate }: NewOrder, tenantId: string): Promise<boolean> {
  if (mandate === null) return false
  const account = accountOf(mandate.iban, mandate.bic)
  const live = (await listMandates(tx, tenantId)).filter(
    ({ kind, state }) => kind === 'recurring' && (state === 'active' || state === 'used' || state === 'given'),
  )
  return account.ok && live.length > 0 && live.every(({ iban }) => iban !== account.value.iban)
}

const DOMAIN = {
  pointer: '/form/sipDomain',
  detail: { en: 'is the domain of another customer', de: 'ist die Domain eines anderen Kunden' },
}
const EMAIL = {
  pointer: '/form/administrator/email',
  detail: {
    en: 'cannot be used for a login: use another address',
    de: 'lässt sich nicht für einen Zugang verwenden: Nehmen Sie eine andere Adresse',
  },
}
const MANDATE = {
  pointer: '/form/mandate',
  detail: {
    en: 'there is a mandate of another account: revoke it first, or order without one',
    de: 'es gibt ein Mandat eines anderen Kontos: Widerrufen Sie es zuerst, oder bestellen Sie ohne eines',
  },
}
