import { tableImportProblems } from '@klinke/platform'
import type { Phones, Slice } from '../slices/slice.ts'
import { importRoutes } from './routes.ts'

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
  open: ({ database, random }) => {
    let lookup: Phones['lookup'] = () => []
    return {
      // Before calls can be made no phone is registered.
      begin: ({ phones }) => {
        lookup = phones.lookup
        return { close: () => undefined }
      },
      routes: importRoutes({ database, random, isRegistered: (addressOfRecord) => lookup(addressOfRecord).length > 0 }),
    }
  },
}
