import { ShieldAlert } from 'lucide-react'
import { defineArea } from '../area.ts'

export const spamProtection = defineArea({
  path: '/spam-protection',
  title: { de: 'Spam-Schutz', en: 'Spam protection' },
  icon: ShieldAlert,
  group: 'telephony',
  order: 73,
  rights: 'settings',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
