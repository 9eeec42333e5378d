import { type Api, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { amountSchema, microsOf } from '../amounts.ts'
import { wholeCents } from '../payments/whole-cents.ts'
import { accountView, shown } from './account-view.ts'
import type { PrepaidGround } from './ground.ts'
import { NotPrepaid } from './problems.ts'
import { findAccount, setWarnBelow } from './store.ts'

const tags = ['prepaid']
const body = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  warnBelow: amountSchema.nullable().describe('In whole cents; 0: no mail; null: as the product says'),
})

/** When a customer wants to be told that its credit is running out (BIL-09). */
export function addWarningRoutes(api: Api, ground: PrepaidGround): void {
  const schema = { tags, summary: 'Say below which balance a mail is sent', body, response: { 200: accountView } }
  api.put('/prepaid-account/warning', { schema }, (request) => {
    const { warnBelow } = request.body
    const tenantId = owningTenant(principalOf(request), request.body.tenantId)
    const micros = warnBelow === null ? null : microsOf(warnBelow.amount) === 0n ? 0n : wholeCents(warnBelow.amount)
    return ground.database.withOperator(async (tx) => {
      if ((await findAccount(tx, tenantId, 'for update')) === undefined) throw new NotPrepaid()
      await setWarnBelow(tx, tenantId, micros)
      return shown(tx, tenantId, ground)
    })
  })
}
