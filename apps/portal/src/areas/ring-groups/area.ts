import { Users } from 'lucide-react'
import { defineArea } from '../area.ts'

export const ringGroups = defineArea({
  path: '/ring-groups',
  title: { de: 'Rufgruppen', en: 'Ring groups' },
  icon: Users,
  group: 'telephony',
  order: 30,
  rights: 'routing',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
