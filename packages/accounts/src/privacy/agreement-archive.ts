import type { Logger } from '@klinke/foundation'
import type { BlobStore, Database } from '@klinke/platform'
import { sql } from 'kysely'

/** In the place of a customer in the keys of files: what lies there outlives customers, whose own folders go with them. */
export const AGREEMENT_ARCHIVE = '01930000-0000-7000-8000-000000000457'

export interface ArchiveParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly blobs: Pick<BlobStore, 'put' | 'read' | 'remove'>
  readonly logger: Logger
}

/**
 * Brings papers of agreements that lie in the folders of their customers into the archive. Harmless when repeated; what fails at one is logged, leaves it where it is,
 * and is tried again with the next start or night. Of several servers that do it at a time one moves each, and the others take their copies away. Gives how many were
 * moved.
 */
export async function archiveAgreements({ database, blobs, logger }: ArchiveParts): Promise<number> {
  const { rows } = await database.withOperator((tx) =>
    sql<{ readonly id: string; readonly key: string }>`
      SELECT id, blob_key AS key FROM processing_agreement WHERE NOT starts_with(blob_key, ${`${AGREEMENT_ARCHIVE}/`}) ORDER BY id`.execute(
      tx.tables(),
    ),
  )
  let moved = 0
  for (const { id, key } of rows)
    try {
      const paper = await blobs.read(key)
      if (paper === undefined) continue
      const archived = await blobs.put(AGREEMENT_ARCHIVE, paper, 'pdf')
      const changed = await database.withOperator((tx) =>
        sql`UPDATE processing_agreement SET blob_key = ${archived} WHERE id = ${id} AND blob_key = ${key} RETURNING id`.execute(
          tx.tables(),
        ),
      )
      const isMoved = changed.rows.length > 0
      await blobs.remove(isMoved ? key : archived)
      if (isMoved) moved += 1
    } catch (error) {
      logger.warn('a processing agreement could not be archived', { agreement: id, error: String(error) })
    }
  return moved
}
