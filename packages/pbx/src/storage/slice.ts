import { deletedTenants } from '@klinke/accounts'
import { spokenNameFiles } from '../queues/spoken-names.ts'
import type { Slice } from '../slices/slice.ts'
import { mailboxSpool } from '../voicemail/spool.ts'
import { FilesOfDeletedTenants } from './files-of-deleted-tenants.ts'

/** A tenant that is deleted leaves no sound behind. */
export const storage: Slice = {
  area: 'settings',
  open: ({ database, blobs, dataDir, clock, logger }) => {
    const files = new FilesOfDeletedTenants({
      places: [blobs, mailboxSpool(dataDir), spokenNameFiles(dataDir)],
      deleted: (ids) => database.withOperator((tx) => deletedTenants(tx, ids)),
      ...{ clock, logger },
    })
    return {
      begin: () => files.begin(),
      replaced: (now, before) => {
        if (now === undefined && before !== undefined) void files.remove(before.id)
      },
    }
  },
}
