import { ShieldCheck } from 'lucide-react'
import { defineArea } from '../area.ts'

export const costGuard = defineArea({
  path: '/cost-guard',
  title: { de: 'Kostenschutz', en: 'Cost guard' },
  icon: ShieldCheck,
  group: 'telephony',
  order: 72,
  rights: 'settings',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
