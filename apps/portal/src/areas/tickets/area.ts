import { LifeBuoy } from 'lucide-react'
import { defineArea } from '../area.ts'

export const tickets = defineArea({
  path: '/tickets',
  title: { de: 'Störungen & Anfragen', en: 'Faults & requests' },
  icon: LifeBuoy,
  group: 'overview',
  order: 30,
  rights: 'settings',
  pages: () => import('./pages.tsx'),
})
