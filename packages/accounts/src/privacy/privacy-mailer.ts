import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { BlobStore, Database, Mail, MailSender } from '@klinke/platform'
import { leasePrivacyMail, notePrivacyMailFailed, notePrivacyMailSent, type WaitingPrivacyMail } from './mail-queue.ts'
import { ReportGone } from './problems.ts'
import { reportFileName } from './report-file.ts'
import { findRequest } from './request-store.ts'

export interface PrivacyMailParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly clock: Clock
  readonly logger: Logger
  readonly blobs: Pick<BlobStore, 'read'>
  readonly mail: MailSender
}

const EVERY_MS = 15_000
/** A mail that the next server does not take is tried again after a minute, then after twice as long each time, up to an hour … */
const FIRST_RETRY_MS = 60_000
const LAST_RETRY_MS = 3_600_000
/** … and given up after five days (RFC 5321 section 4.5.4.1). */
const GIVEN_UP_AFTER_MS = 5 * 86_400_000
/** Longer than a mail server may take; what a crash leaves taken is due again after that, and may come twice, with the same Message-ID. */
const LEASE_MS = 600_000

/** Sends mails about personal data every fifteen seconds until it is closed. */
export function privacyMails(parts: PrivacyMailParts): Resource {
  const { clock, logger } = parts
  let closed = false
  let running = Promise.resolve()
  const round = async (): Promise<void> => {
    await sendPrivacyMails(parts, () => closed).catch((error: unknown) =>
      logger.warn('mails about personal data could not be looked through', { error: String(error) }),
    )
    if (!closed) timer = clock.after(EVERY_MS, begin)
  }
  const begin = (): void => {
    running = round()
  }
  let timer = clock.after(EVERY_MS, begin)
  return {
    close: () => {
      closed = true
      timer.cancel()
      return running
    },
  }
}

/** All that are due. What one address does not take keeps nobody else's back. */
export async function sendPrivacyMails(parts: PrivacyMailParts, isOver: () => boolean = () => false): Promise<void> {
  while (!isOver() && (await sendOne(parts)));
}

/** False: none is due. Taken for a while so that no two nodes send the same one, and sent outside of any transaction: a slow mail server holds no connection. */
async function sendOne(parts: PrivacyMailParts): Promise<boolean> {
  const { database, clock, logger } = parts
  const leasedAt = clock.epochMs()
  const mail = await database.withOperator((tx) => leasePrivacyMail(tx, new Date(leasedAt), new Date(leasedAt + LEASE_MS)))
  if (mail === undefined) return false
  const refusal = await deliver(parts, mail).then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  const nowMs = clock.epochMs()
  if (refusal === undefined) {
    await database.withOperator((tx) => notePrivacyMailSent(tx, mail.id, new Date(nowMs)))
    return true
  }
  const { error } = refusal
  logger.warn('a mail about personal data was not taken', { mail: mail.id, tries: mail.tries, error: String(error) })
  const nextTryAt = new Date(nowMs + Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** mail.tries))
  // A report that is gone does not come back.
  const isHopeless = error instanceof ReportGone || nowMs - mail.createdAt.getTime() > GIVEN_UP_AFTER_MS
  const givenUpAt = isHopeless ? new Date(nowMs) : null
  const tried = { tries: mail.tries + 1, failure: String(error).slice(0, 500), nextTryAt, givenUpAt }
  await database.withOperator((tx) => notePrivacyMailFailed(tx, mail.id, tried))
  return true
}

async function deliver({ database, blobs, mail: sender }: PrivacyMailParts, waiting: WaitingPrivacyMail): Promise<void> {
  const { id, recipient: to, subject, text, requestId, withReport } = waiting
  const mail: Mail = { id, to, subject, text }
  if (!withReport || requestId === null) return sender.send(mail)
  const request = await database.withOperator((tx) => findRequest(tx, requestId))
  const content = request.blob_key === null ? undefined : await blobs.read(request.blob_key)
  if (content === undefined) throw new ReportGone()
  const folder = await mkdtemp(join(tmpdir(), 'klinke-report-'))
  try {
    const path = join(folder, 'report.zip')
    await writeFile(path, content)
    await sender.send({ ...mail, attachment: { fileName: reportFileName(request), contentType: 'application/zip', path } })
  } finally {
    await rm(folder, { recursive: true })
  }
}
