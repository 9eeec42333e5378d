import { Hash } from 'lucide-react'
import { defineArea } from '../area.ts'

export const numbers = defineArea({
  path: '/numbers',
  title: { de: 'Rufnummern', en: 'Numbers' },
  icon: Hash,
  group: 'telephony',
  order: 20,
  rights: 'numbers',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
