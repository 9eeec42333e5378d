/** The thread in which documents are made: a PDF takes tens of milliseconds, in which no call may wait. */
import { parentPort } from 'node:worker_threads'
import type { IssuedContent } from '../invoice.ts'
import { DocumentPress } from './render.ts'

const press = new DocumentPress()

parentPort?.on('message', ({ id, invoice }: { readonly id: number; readonly invoice: IssuedContent }) => {
  press.documentsOf(invoice).then(
    (documents) => parentPort?.postMessage({ id, documents }),
    (error: unknown) => parentPort?.postMessage({ id, problem: error instanceof Error ? error.message : String(error) }),
  )
})
