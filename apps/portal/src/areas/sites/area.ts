import { MapPin } from 'lucide-react'
import { defineArea } from '../area.ts'

export const sites = defineArea({
  path: '/sites',
  title: { de: 'Standorte', en: 'Sites' },
  icon: MapPin,
  group: 'telephony',
  order: 25,
  rights: 'settings',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
