import { Waypoints } from 'lucide-react'
import { defineArea } from '../area.ts'

export const ownCarriers = defineArea({
  path: '/own-carriers',
  title: { de: 'Anbieter', en: 'Providers' },
  icon: Waypoints,
  group: 'telephony',
  order: 26,
  rights: 'settings',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
