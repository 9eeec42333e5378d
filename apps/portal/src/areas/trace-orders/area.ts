import { Radar } from 'lucide-react'
import { defineArea } from '../area.ts'

export const traceOrders = defineArea({
  path: '/trace-orders',
  title: { de: 'Fangschaltung', en: 'Call tracing' },
  icon: Radar,
  group: 'telephony',
  order: 25,
  rights: 'numbers',
  pages: () => import('./pages.tsx'),
})
