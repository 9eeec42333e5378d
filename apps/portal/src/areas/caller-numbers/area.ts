import { BadgeCheck } from 'lucide-react'
import { defineArea } from '../area.ts'

export const callerNumbers = defineArea({
  path: '/caller-numbers',
  title: { de: 'Absendernummern', en: 'Caller numbers' },
  icon: BadgeCheck,
  group: 'telephony',
  order: 24,
  rights: 'numbers',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
