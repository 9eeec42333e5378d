import { Calculator } from 'lucide-react'
import { defineArea } from '../area.ts'

export const invoiceRuns = defineArea({
  path: '/invoice-runs',
  title: { de: 'Rechnungsläufe', en: 'Invoice runs' },
  icon: Calculator,
  group: 'operation',
  order: 60,
  visibleTo: ({ kind }) => kind === 'operator',
  pages: () => import('./pages.tsx'),
})
