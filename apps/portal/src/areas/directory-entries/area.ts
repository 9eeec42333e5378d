import { BookUser } from 'lucide-react'
import { defineArea } from '../area.ts'

export const directoryEntries = defineArea({
  path: '/directory-entries',
  title: { de: 'Telefonbucheintrag', en: 'Directory entries' },
  icon: BookUser,
  group: 'telephony',
  order: 27,
  rights: 'numbers',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
