import { Megaphone } from 'lucide-react'
import { defineArea } from '../area.ts'

export const announcements = defineArea({
  path: '/announcements',
  title: { de: 'Ansagen', en: 'Announcements' },
  icon: Megaphone,
  group: 'sounds',
  order: 10,
  rights: 'routing',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
