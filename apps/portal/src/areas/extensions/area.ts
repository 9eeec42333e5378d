import { Phone } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const extensions = defineArea({
  path: '/extensions',
  title: { de: 'Nebenstellen', en: 'Extensions' },
  icon: Phone,
  group: 'telephony',
  order: 10,
  visibleTo: (session) => mayUse(session, 'extensions'),
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
