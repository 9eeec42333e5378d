import { ListOrdered } from 'lucide-react'
import { defineArea } from '../area.ts'

export const itemisedBills = defineArea({
  path: '/itemised-bills',
  title: { de: 'Einzelverbindungen', en: 'Itemised bills' },
  icon: ListOrdered,
  group: 'settings',
  order: 9,
  rights: 'billing',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
