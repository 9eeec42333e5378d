import type { Clock } from '@klinke/foundation'
import { type FastifyRequest, holderOf } from '@klinke/platform'
import type { BillingGround } from '../room.ts'
import type { Making } from './collections/make-batch.ts'
import { bankDay } from './day.ts'

/** What the routes of payments stand on. */
export type PaymentGround = Pick<BillingGround, 'database' | 'clock' | 'logger' | 'blobs' | 'mail' | 'portalUrl'>

/** When and by whom. */
export function makingOf(request: FastifyRequest, clock: Clock): Making {
  const epochMs = clock.epochMs()
  return { today: bankDay(epochMs), now: new Date(epochMs), by: holderOf(request).name }
}
