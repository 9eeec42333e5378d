import { Phone } from 'lucide-react'
import { defineArea } from '../area.ts'

export const extensions = defineArea({
  path: '/extensions',
  title: { de: 'Nebenstellen', en: 'Extensions' },
  icon: Phone,
  group: 'telephony',
  order: 10,
  rights: 'extensions',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
