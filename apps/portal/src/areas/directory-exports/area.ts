import { BookUp } from 'lucide-react'
import { defineArea } from '../area.ts'

export const directoryExports = defineArea({
  path: '/directory-exports',
  title: { de: 'Telefonbuchverlag', en: 'Directory publisher' },
  icon: BookUp,
  group: 'operation',
  order: 47,
  visibleTo: ({ kind }) => kind === 'operator',
  pages: () => import('./exports-page.tsx'),
})
