import { Megaphone } from 'lucide-react'
import { defineArea } from '../area.ts'

export const announcements = defineArea({
  path: '/announcements',
  title: { de: 'Ansagen', en: 'Announcements' },
  icon: Megaphone,
  group: 'telephony',
  order: 70,
  rights: 'routing',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
