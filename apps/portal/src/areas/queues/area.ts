import { ListOrdered } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const queues = defineArea({
  path: '/queues',
  title: { de: 'Warteschlangen', en: 'Queues' },
  icon: ListOrdered,
  group: 'telephony',
  order: 40,
  visibleTo: (session) => mayUse(session, 'routing'),
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
