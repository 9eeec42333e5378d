import { ListOrdered } from 'lucide-react'
import { defineArea } from '../area.ts'

export const queues = defineArea({
  path: '/queues',
  title: { de: 'Warteschlangen', en: 'Queues' },
  icon: ListOrdered,
  group: 'telephony',
  order: 40,
  rights: 'routing',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
