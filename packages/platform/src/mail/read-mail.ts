import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ReadMail } from './parse-mail.ts'

/** A mail of 25 MB takes less than a second; one that takes longer is made for it. */
const LONGEST_MS = 20_000
/** What is read of a mail is a few times its size. */
const MEMORY = { maxOldGenerationSizeMb: 512 }

/**
 * Reads a mail, whoever has written it. Undefined for what is no mail, or cannot be read within twenty seconds. It is read in a thread of its own: calls must not wait
 * for what strangers have made of a mail.
 */
export function readMail(raw: Uint8Array): Promise<ReadMail | undefined> {
  const read = Promise.withResolvers<ReadMail | undefined>()
  const thread = new Worker(join(import.meta.dirname, 'mail-thread.ts'), { workerData: raw, resourceLimits: MEMORY })
  const timer = setTimeout(() => void thread.terminate(), LONGEST_MS)
  thread.on('message', (mail: ReadMail | undefined) => read.resolve(mail))
  thread.on('error', () => read.resolve(undefined))
  // Without effect when the mail has come.
  thread.on('exit', () => {
    clearTimeout(timer)
    read.resolve(undefined)
  })
  return read.promise
}
