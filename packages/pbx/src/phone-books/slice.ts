import { ImportJobs, tableImportProblems } from '@klinke/platform'
import type { Slice } from '../slices/slice.ts'
import { Upkeep } from '../voicemail/upkeep.ts'
import { addBooks } from './book-routes.ts'
import { loadNameCallers } from './book-store.ts'
import { addContacts } from './contact-routes.ts'
import { removeDiscarded } from './discarded-books.ts'
import { addEntries } from './entry-routes.ts'
import { addImports, type EntryJobs } from './import-routes.ts'
import { type NameCallers, phoneBookProblems } from './rules.ts'
import { StoredNames } from './stored-names.ts'

/** Phone books; of the snapshot only when callers are named, because the names are too many to be loaded with every change. */
export const phoneBooks: Slice<NameCallers> = {
  area: 'phone-books',
  snapshot: { empty: 'unnamed', tables: ['phone_book_settings'], load: loadNameCallers },
  problems: { ...phoneBookProblems, ...tableImportProblems },
  open: (services) => {
    const { database, directory } = services
    const names = new StoredNames(services)
    const { clock, logger } = services
    const jobs: EntryJobs = new ImportJobs(clock, logger)
    return {
      names,
      begin: () => {
        const following = names.follow()
        const upkeep = new Upkeep(services.clock, [() => removeDiscarded(services)])
        return {
          close: async (reason) => {
            upkeep.close()
            jobs.close()
            await following.close(reason)
          },
        }
      },
      routes: (api) => {
        addBooks(api, database)
        addEntries(api, database)
        addImports(api, { database, clock, jobs })
        addContacts(api, database, directory)
      },
    }
  },
}
