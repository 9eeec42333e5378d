import { Megaphone } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const announcements = defineArea({
  path: '/announcements',
  title: { de: 'Ansagen', en: 'Announcements' },
  icon: Megaphone,
  group: 'telephony',
  order: 70,
  visibleTo: (session) => mayUse(session, 'routing'),
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
