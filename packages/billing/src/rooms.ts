import { invoiceRoom } from './invoices/room.ts'
import { defaultTerms } from './invoices/sources.ts'
import { payments } from './payments/payments.ts'
import { ratedCallsRoom } from './rated-calls/room.ts'
import type { Room } from './room.ts'

/** Every room of billing. */
export const ROOMS: readonly Room[] = [ratedCallsRoom, invoiceRoom(() => ({ charges: [], terms: defaultTerms })), payments]
