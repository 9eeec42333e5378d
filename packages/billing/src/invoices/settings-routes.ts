import { type Api, type ApiRoutes, type Database, InvalidRequest, OperatorOnly, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { CUSTOMERS_FIELDS, issuerDetails, NEW_RECIPIENT, recipientDetails } from './party.ts'
import { RecipientMissing } from './problems.ts'
import { findIssuer, findRecipient, insertRecipient, putIssuer, updateRecipient } from './settings-store.ts'
import { type TaxedRecipient, treatmentFault } from './vat.ts'

const tags = ['invoices']
const operator = { access: 'operator' } as const
const ofTenant = z.strictObject({ tenantId: z.uuid().optional() })
const issuerView = z.object({ details: issuerDetails.nullable().describe('null: nobody has entered it yet') })
const recipientView = z.object({ details: recipientDetails.nullable().describe('null: nobody has entered it yet') })
const recipientPatch = recipientDetails.partial()

/** Who issues invoices, and who receives those of a customer. */
export function invoiceSettingsRoutes(database: Database): ApiRoutes {
  return (api) => {
    addIssuer(api, database)
    addRecipient(api, database)
  }
}

function addIssuer(api: Api, database: Database): void {
  const get = { tags, summary: 'Get who issues the invoices', response: { 200: issuerView } }
  api.get('/invoice-issuer', { config: operator, schema: get }, async () => ({
    details: (await database.withOperator(findIssuer)) ?? null,
  }))
  const change = {
    tags,
    summary: 'Enter who issues the invoices; holds for those to come',
    body: issuerDetails,
    response: { 200: issuerView },
  }
  api.patch('/invoice-issuer', { config: operator, schema: change }, async (request) => {
    await database.withOperator((tx) => putIssuer(tx, request.body))
    return { details: request.body }
  })
}

function addRecipient(api: Api, database: Database): void {
  const get = { tags, summary: 'Get who receives the invoices of a customer', querystring: ofTenant, response: { 200: recipientView } }
  api.get('/invoice-recipient', { schema: get }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return { details: (await database.withTenant(tenantId, (tx) => findRecipient(tx, tenantId))) ?? null }
  })
  const change = {
    ...{ tags, summary: 'Enter or change who receives the invoices of a customer, and how', querystring: ofTenant },
    ...{ body: recipientPatch, response: { 200: recipientView } },
  }
  api.patch('/invoice-recipient', { schema: change }, async (request) => {
    const principal = principalOf(request)
    const tenantId = owningTenant(principal, request.query.tenantId)
    const given = Object.fromEntries(Object.entries(request.body).filter(([, value]) => value !== undefined))
    // Company, address and who owes the VAT stand in the contract: the operator changes them.
    if (principal.kind !== 'operator' && Object.keys(given).some((field) => !CUSTOMERS_FIELDS.has(field))) throw new OperatorOnly()
    const change = async (tx: Parameters<typeof findRecipient>[0]) => {
      const before = await findRecipient(tx, tenantId)
      const after = recipientDetails.safeParse({ ...NEW_RECIPIENT, ...before, ...given })
      if (!after.success) throw new RecipientMissing()
      if (TAX_FIELDS.some((field) => field in given)) assertTaxed(after.data)
      await (before === undefined ? insertRecipient : updateRecipient)(tx, tenantId, after.data)
      return { details: after.data }
    }
    return principal.kind === 'operator' ? database.withOperator(change) : database.withTenant(tenantId, change)
  })
}

/** Who changes none of them is not kept from the rest. */
const TAX_FIELDS = ['treatment', 'country', 'vatId'] as const

function assertTaxed(recipient: TaxedRecipient): void {
  const fault = treatmentFault(recipient)
  if (fault !== undefined) throw new InvalidRequest(fault.text, [{ pointer: `/${fault.field}`, detail: fault.text }])
}
