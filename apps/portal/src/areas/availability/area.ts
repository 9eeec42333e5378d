import { Activity } from 'lucide-react'
import { defineArea } from '../area.ts'

export const availability = defineArea({
  path: '/availability',
  title: { de: 'Verfügbarkeit', en: 'Availability' },
  icon: Activity,
  group: 'settings',
  order: 70,
  rights: 'settings',
  needsCustomer: true,
  pages: () => import('./availability-page.tsx'),
})
