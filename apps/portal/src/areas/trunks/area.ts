import { Cable } from 'lucide-react'
import { defineArea } from '../area.ts'

export const trunks = defineArea({
  path: '/trunks',
  title: { de: 'SIP-Trunks', en: 'SIP trunks' },
  icon: Cable,
  group: 'telephony',
  order: 26,
  rights: 'settings',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
