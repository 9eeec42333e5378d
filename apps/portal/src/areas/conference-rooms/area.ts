import { Presentation } from 'lucide-react'
import { defineArea } from '../area.ts'

export const conferenceRooms = defineArea({
  path: '/conference-rooms',
  title: { de: 'Konferenzräume', en: 'Conference rooms' },
  icon: Presentation,
  group: 'teamwork',
  order: 20,
  rights: 'routing',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
