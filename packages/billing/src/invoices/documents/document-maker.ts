import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import type { BlobStore, Database } from '@klinke/platform'
import { noteReceived, queueDeliveries } from '../delivery/delivery-store.ts'
import type { IssuedContent } from '../invoice.ts'
import type { StoredInvoice } from '../invoice-store.ts'
import { dayIn } from '../period.ts'
import { insertDocuments, invoicesWithoutDocuments, noteDocumentProblem } from './document-store.ts'
import { DocumentsFailed } from './press.ts'
import type { MadeDocument } from './render.ts'

export interface DocumentMakerParts {
  readonly database: Database
  readonly blobs: Pick<BlobStore, 'put' | 'remove'>
  readonly clock: Clock
  readonly logger: Logger
  readonly press: { documentsOf(invoice: IssuedContent): Promise<readonly MadeDocument[]> }
  /** Called when an invoice has got its documents, for who sends them. */
  readonly made?: () => void
}

/** Where documents lie in the blob store: below the issuer, not below customers, because they are kept when a customer is deleted (§ 147 AO). */
export const ARCHIVE = '01930000-0000-7000-8000-000000000240'
const AT_A_TIME = 10
const LOOK_EVERY_MS = 60_000

/** Makes the documents of what has been issued, once. A kill leaves at most files in the blob store that nobody knows. */
export class DocumentMaker implements Resource {
  readonly #parts: DocumentMakerParts
  #timer: Timer | undefined
  #working: Promise<void> | undefined
  #again = false
  #closed = false
  /** Nobody's deed, whoever has issued. */
  readonly #apart = AsyncLocalStorage.snapshot()

  constructor(parts: DocumentMakerParts) {
    this.#parts = parts
    this.#later(0)
  }

  /** Something has been issued. */
  wake(): void {
    if (this.#closed) return
    this.#again = true
    this.#timer?.cancel()
    this.#working ??= this.#apart(() => this.#work()).finally(() => {
      this.#working = undefined
      this.#later(LOOK_EVERY_MS)
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#timer?.cancel()
    await this.#working
  }

  async #work(): Promise<void> {
    try {
      while (this.#again && !this.#closed) {
        this.#again = false
        while (!this.#closed && (await makeDocuments(this.#parts))) await Promise.resolve()
      }
    } catch (error) {
      this.#parts.logger.error('documents of invoices cannot be made now', { error: error instanceof Error ? error : String(error) })
    }
  }

  #later(delayMs: number): void {
    if (this.#closed) return
    this.#timer?.cancel()
    this.#timer = this.#parts.clock.after(delayMs, () => this.wake())
  }
}

/** Makes documents of some invoices; false: there are none, or none of which they can be made. */
export async function makeDocuments(parts: DocumentMakerParts): Promise<boolean> {
  const invoices = await parts.database.withOperator((tx) => invoicesWithoutDocuments(tx, AT_A_TIME))
  let made = 0
  for (const invoice of invoices) if (await makeDocumentsOf(parts, invoice)) made++
  if (made > 0) parts.made?.()
  return made > 0
}

async function makeDocumentsOf({ database, blobs, clock, logger, press }: DocumentMakerParts, invoice: StoredInvoice): Promise<boolean> {
  try {
    const documents = await press.documentsOf(issuedContent(invoice))
    const kept: (MadeDocument & { readonly blobKey: string })[] = []
    for (const document of documents) {
      const extension = document.kind === 'pdf' ? 'pdf' : 'xml'
      kept.push({ ...document, blobKey: await blobs.put(ARCHIVE, document.octets, extension) })
    }
    const today = dayIn('Europe/Berlin', clock.epochMs())
    const isFirst = await database.withOperator(async (tx) => {
      if (!(await insertDocuments(tx, invoice, kept))) return false
      await queueDeliveries(tx, invoice, 0, new Date(clock.epochMs()))
      // Who wants neither mail nor paper has received it when the portal shows it.
      if (invoice.content.recipient.delivery.length === 0) await noteReceived(tx, invoice, today)
      return true
    })
    if (!isFirst) for (const { blobKey } of kept) await blobs.remove(blobKey)
    return true
  } catch (error) {
    if (!(error instanceof DocumentsFailed)) throw error
    logger.error('an invoice has no documents', { invoice: invoice.number, error })
    await database.withOperator((tx) => noteDocumentProblem(tx, invoice.id, error.message))
    return false
  }
}

/** All that stands on an invoice. Throws `RangeError` for a draft. */
export function issuedContent({ content, number, issuedOn, dueOn, id }: StoredInvoice): IssuedContent {
  if (number === null || issuedOn === null || dueOn === null) throw new RangeError(`The invoice ${id} is a draft.`)
  return { ...content, number, issuedOn, dueOn }
}
