import { Hash } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const numbers = defineArea({
  path: '/numbers',
  title: { de: 'Rufnummern', en: 'Numbers' },
  icon: Hash,
  group: 'telephony',
  order: 20,
  visibleTo: (session) => mayUse(session, 'numbers'),
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
