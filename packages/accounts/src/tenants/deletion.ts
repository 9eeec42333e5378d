import { KlinkeError } from '@klinke/foundation'
import type { Tx } from '@klinke/platform'
import { z } from 'zod'

export type Unsettled = Readonly<Record<string, number>>

/** What a deletion is decided by, from those who know of it. */
export interface TenantUse {
  /** What would be lost with the tenant that `tx` is for: how many of what, such as `{ extensions: 12 }`. */
  readonly holdings: (tx: Tx) => Promise<Readonly<Record<string, number>>>
  readonly callsInProgress: (tenantId: string) => number
  /** What is open between us and the tenant, which nobody could collect any more: how many of what, without what there is none of. Absent: nobody bills here. */
  readonly unsettled?: (tx: Tx, tenantId: string) => Promise<Unsettled>
}

/** Of an API without a PBX beside it. */
export const UNUSED: TenantUse = { holdings: () => Promise.resolve({}), callsInProgress: () => 0 }

export const deletionQuery = z.strictObject({
  confirm: z.string().optional().describe("The tenant's name, as it is written: so that nobody deletes another one by mistake"),
  force: z.stringbool().optional().describe('Also while calls are in progress; they go on until they end'),
})

export const tenantLoss = z.object({
  holdings: z.record(z.string(), z.int()).describe('What would be lost with the tenant: how many of what'),
  callsInProgress: z.int(),
})

export type TenantLoss = z.infer<typeof tenantLoss>

/** Deleting cannot be undone, so it must be meant. */
export class DeletionNotConfirmed extends KlinkeError {
  constructor(name: string, loss: TenantLoss) {
    super(
      'deletion-not-confirmed',
      `Deleting ${JSON.stringify(name)} cannot be undone. Lost will be: ${inWords(loss)}. Repeat it with confirm=${encodeURIComponent(name)} in the query.`,
    )
  }
}

export class TenantHasCalls extends KlinkeError {
  constructor(name: string, { callsInProgress }: TenantLoss) {
    const are = callsInProgress === 1 ? '1 call is' : `${callsInProgress} calls are`
    super(
      'tenant-has-calls',
      `${are} in progress at ${JSON.stringify(name)}. Wait for the end, or repeat it with force=true: calls go on until they end, but make no new ones.`,
    )
  }
}

/** No `force` helps: what customers owe is not given up in passing. */
export class TenantNotSettled extends KlinkeError {
  constructor(name: string, unsettled: Unsettled) {
    const what = Object.entries(unsettled).map(([each, count]) => `${each}: ${count}`)
    super('tenant-not-settled', `Not everything is settled with ${JSON.stringify(name)} (${what.join(', ')}). Settle it first.`)
  }
}

/** Throws unless the deletion was confirmed, all is settled, and nobody is in a call, or that does not matter. */
export function assertMayDelete(
  name: string,
  loss: TenantLoss,
  unsettled: Unsettled,
  { confirm, force }: z.infer<typeof deletionQuery>,
): void {
  if (confirm !== name) throw new DeletionNotConfirmed(name, loss)
  if (Object.keys(unsettled).length > 0) throw new TenantNotSettled(name, unsettled)
  if (loss.callsInProgress > 0 && force !== true) throw new TenantHasCalls(name, loss)
}

function inWords({ holdings, callsInProgress }: TenantLoss): string {
  const all = [...Object.entries(holdings), ['calls in progress', callsInProgress] as const]
  return all.map(([what, count]) => `${what}: ${count}`).join(', ')
}
