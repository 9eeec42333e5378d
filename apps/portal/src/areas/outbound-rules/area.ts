import { PhoneOff } from 'lucide-react'
import { defineArea } from '../area.ts'

export const outboundRules = defineArea({
  path: '/outbound-rules',
  title: { de: 'Wählregeln', en: 'Outbound rules' },
  icon: PhoneOff,
  group: 'telephony',
  order: 70,
  rights: 'settings',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
