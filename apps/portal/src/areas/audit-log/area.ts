import { ScrollText } from 'lucide-react'
import { defineArea } from '../area.ts'

export const auditLog = defineArea({
  path: '/audit-log',
  title: { de: 'Änderungsprotokoll', en: 'Audit log' },
  icon: ScrollText,
  group: 'settings',
  order: 80,
  rights: 'audit',
  pages: () => import('./audit-log-page.tsx'),
})
