import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Paper } from './paper.ts'

/** Papers are forms and letters, not archives: what makes a thread work for long is a fault of its maker. */
const MAX_ROWS = 20_000

/**
 * The paper as a PDF (PDF/A-3, ISO 19005-3) with title, language, numbers on its pages, and text that can be selected.
 * It is made in a thread of its own, because it takes tens of milliseconds, in which no call may wait.
 * Throws `PaperFailed`.
 */
export function makePaper(paper: Paper): Promise<Uint8Array> {
  const made = Promise.withResolvers<Uint8Array>()
  const rows = paper.parts.reduce((sum, part) => sum + (part.kind === 'table' ? part.rows.length : 1), 0)
  if (rows > MAX_ROWS) return Promise.reject(new PaperFailed(`A paper has ${MAX_ROWS} rows at most, this one would have ${rows}.`))
  const thread = new Worker(join(import.meta.dirname, 'paper-thread.ts'), { workerData: paper })
  thread.on('message', (pdf: Uint8Array) => made.resolve(pdf))
  thread.on('error', (error) => made.reject(new PaperFailed(String(error))))
  // Without effect when the PDF has come.
  thread.on('exit', () => made.reject(new PaperFailed('The thread that makes papers has ended.')))
  return made.promise
}

/** The paper could not be made; the message says why. */
export class PaperFailed extends Error {}
