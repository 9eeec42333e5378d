import type { Clock } from '@klinke/foundation'
import type { BlobStore, Database, Tx } from '@klinke/platform'
import { z } from 'zod'
import type { CustomerEnd } from '../retention/master-data.ts'
import type { ErasureParts } from './erase-person.ts'
import { ReportGone } from './problems.ts'
import { reportFileName } from './report-file.ts'
import type { ReportJobs } from './report-jobs.ts'
import { type PrivacyRequest, REQUEST_KINDS } from './request-store.ts'

/** What the routes of requests stand on. */
export interface PrivacyRequestParts extends ErasureParts {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
  readonly blobs: Pick<BlobStore, 'read'>
  /** Absent: nobody makes reports here. */
  readonly jobs?: Pick<ReportJobs, 'look' | 'progressOf'> | undefined
  /** When customers end, and what holds them. */
  readonly end: CustomerEnd
  /** Who answers for the data, as mails say it. */
  readonly controller: (tx: Tx) => Promise<string>
}

export const requestParams = z.object({ requestId: z.uuid() })
export const askedAbout = z.string().trim().max(2_000).default('').describe('What is wrong, or what is wished')
export const askedKind = z
  .enum(REQUEST_KINDS)
  .describe('What is asked for: access (Art. 15), rectification (16), deletion (17), portability (20), or an objection (21 GDPR)')
  .meta({ examples: ['rectification'] })

/** Nobody keeps it on the way. */
export function reportHeaders(found: PrivacyRequest): Readonly<Record<string, string>> {
  const name = `attachment; filename="${reportFileName(found)}"`
  return { 'content-disposition': name, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }
}

/** The archive, for as long as it lies there. Throws `ReportGone`. */
export async function reportOf({ clock, blobs }: Pick<PrivacyRequestParts, 'clock' | 'blobs'>, found: PrivacyRequest): Promise<Buffer> {
  const isOver = found.expires_at === null || found.expires_at.getTime() <= clock.epochMs()
  const content = isOver || found.blob_key === null ? undefined : await blobs.read(found.blob_key)
  if (content === undefined) throw new ReportGone()
  return Buffer.from(content)
}
