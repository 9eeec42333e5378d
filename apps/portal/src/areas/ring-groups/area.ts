import { Users } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const ringGroups = defineArea({
  path: '/ring-groups',
  title: { de: 'Rufgruppen', en: 'Ring groups' },
  icon: Users,
  group: 'telephony',
  order: 30,
  visibleTo: (session) => mayUse(session, 'routing'),
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
