import { FileUser } from 'lucide-react'
import { defineArea } from '../area.ts'

export const ownData = defineArea({
  path: '/own-data',
  title: { de: 'Meine Daten', en: 'My data' },
  icon: FileUser,
  group: 'settings',
  order: 91,
  ownForUsers: true,
  visibleTo: ({ kind, login }) => login !== null && (kind === 'user' || kind === 'tenant'),
  pages: () => import('./own-data-page.tsx'),
})
