import { ScrollText } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const auditLog = defineArea({
  path: '/audit-log',
  title: { de: 'Änderungsprotokoll', en: 'Audit log' },
  icon: ScrollText,
  group: 'settings',
  order: 80,
  visibleTo: (session) => mayUse(session, 'audit'),
  pages: () => import('./audit-log-page.tsx'),
})
