import { ImportJobs, tableImportProblems } from '@klinke/platform'
import type { Phones, Slice } from '../slices/slice.ts'
import { type ExtensionJobs, importRoutes } from './routes.ts'

/** Import and export of extensions; calls know nothing of it. */
export const extensionImport: Slice = {
  area: 'extensions',
  problems: {
    ...tableImportProblems,
    'too-many-rows': {
      status: 422,
      title: { en: 'Too many rows', de: 'Zu viele Zeilen' },
      germanDetail: 'So viele Zeilen können nicht auf einmal eingelesen werden. Teilen Sie die Tabelle auf.',
    },
  },
  open: ({ database, random, clock, logger }) => {
    const jobs: ExtensionJobs = new ImportJobs(clock, logger)
    let lookup: Phones['lookup'] = () => []
    return {
      // Before calls can be made no phone is registered.
      begin: ({ phones }) => {
        lookup = phones.lookup
        return jobs
      },
      routes: importRoutes({
        ...{ database, random, clock, jobs },
        isRegistered: (addressOfRecord) => lookup(addressOfRecord).length > 0,
      }),
    }
  },
}
