import { invoiceRoom } from './invoices/room.ts'
import { defaultTerms } from './invoices/sources.ts'
import type { Room } from './room.ts'

/** Every room of billing. */
export const ROOMS: readonly Room[] = [invoiceRoom(() => ({ charges: [], terms: defaultTerms }))]
