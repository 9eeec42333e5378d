import { Presentation } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const conferenceRooms = defineArea({
  path: '/conference-rooms',
  title: { de: 'Konferenzräume', en: 'Conference rooms' },
  icon: Presentation,
  group: 'telephony',
  order: 60,
  visibleTo: (session) => mayUse(session, 'routing'),
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
