import { benchItemisedBill } from '../itemised-bill.ts'
import type { Part } from '../part.ts'

/** The itemised bill of a customer with very many calls. */
export const itemisedBill: Part = { name: 'itemised-bill', run: () => benchItemisedBill() }
