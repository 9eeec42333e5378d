import { benchInvoiceRun } from '../invoice-run.ts'
import type { Part } from '../part.ts'

/** An invoice run over 10,000 customers with 10 million calls. */
export const invoiceRun: Part = { name: 'invoice-run', run: (log) => benchInvoiceRun(log) }
