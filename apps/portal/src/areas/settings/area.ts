import { Settings } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const settings = defineArea({
  path: '/settings',
  title: { de: 'Einstellungen', en: 'Settings' },
  icon: Settings,
  group: 'settings',
  order: 10,
  rights: 'settings',
  visibleTo: (session) => mayUse(session, 'settings') || mayUse(session, 'logins'),
  needsCustomer: true,
  pages: () => import('./settings-page.tsx'),
})
