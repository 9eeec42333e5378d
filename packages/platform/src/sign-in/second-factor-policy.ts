import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import type { Tx } from '../database/tx.ts'
import type { ApiRoutes } from '../http/api.ts'
import { principalOf } from '../http/authentication.ts'
import { inScope, owningTenant } from '../http/tenant-scope.ts'

interface Tables {
  readonly second_factor_policy: { readonly tenant_id: string | null; readonly required: boolean }
}

/** For queries over `login`: an administrator's, where a second factor is required (PORT-05). Users have none to enrol by duty. */
export const requiredOfLogin = sql<boolean>`(login.kind <> 'user' AND EXISTS (SELECT FROM klinke.second_factor_policy policy
  WHERE policy.required AND (policy.tenant_id IS NULL OR policy.tenant_id = login.tenant_id)))`

/** For queries over `login`: somebody who has neither an app nor a passkey. */
export const withoutSecondFactor = sql<boolean>`(login.totp_confirmed_at IS NULL
  AND NOT EXISTS (SELECT FROM klinke.passkey WHERE passkey.login_id = login.id))`

const tags = ['second factor']
const view = z.object({ required: z.boolean() })

/** Where administrators must have a second factor: in a tenant, or, as the operator says it without `tenantId`, everywhere. */
export function secondFactorPolicyRoutes(database: Database): ApiRoutes {
  return (api) => {
    const querystring = z.strictObject({ tenantId: z.uuid().optional() })
    const get = { tags, summary: 'Whether administrators must have a second factor', querystring, response: { 200: view } }
    api.get('/second-factor-policy', { schema: get }, async (request) => {
      const [principal, { tenantId }] = [principalOf(request), request.query]
      const asked = principal.kind === 'operator' && tenantId === undefined ? null : owningTenant(principal, tenantId)
      return { required: await inScope(database, principal, tenantId, (tx) => isRequired(tx, asked)) }
    })
    const summary = 'Require a second factor of administrators: who has none is let in only to enrol one'
    const patch = { tags, summary, querystring, body: z.strictObject({ required: z.boolean() }), response: { 200: view } }
    api.patch('/second-factor-policy', { schema: patch }, async (request) => {
      const [principal, { tenantId }, { required }] = [principalOf(request), request.query, request.body]
      const asked = principal.kind === 'operator' && tenantId === undefined ? null : owningTenant(principal, tenantId)
      await inScope(database, principal, tenantId, (tx) => setRequired(tx, asked, required))
      return { required }
    })
  }
}

async function isRequired(tx: Tx, tenantId: string | null): Promise<boolean> {
  const row = await tx
    .tables<Tables>()
    .selectFrom('second_factor_policy')
    .select('required')
    .where('tenant_id', 'is not distinct from', tenantId)
    .executeTakeFirst()
  return row?.required ?? false
}

async function setRequired(tx: Tx, tenantId: string | null, required: boolean): Promise<void> {
  await tx
    .tables<Tables>()
    .insertInto('second_factor_policy')
    .values({ tenant_id: tenantId, required })
    .onConflict((conflict) => conflict.constraint('second_factor_policy_of').doUpdateSet({ required }))
    .execute()
}
