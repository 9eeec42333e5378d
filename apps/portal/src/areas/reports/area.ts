import { ChartColumn } from 'lucide-react'
import { defineArea } from '../area.ts'

export const reports = defineArea({
  path: '/reports',
  title: { de: 'Auswertungen', en: 'Reports' },
  icon: ChartColumn,
  group: 'calls',
  order: 25,
  rights: 'reports',
  needsCustomer: true,
  pages: () => import('./reports-page.tsx'),
})
