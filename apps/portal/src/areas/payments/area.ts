import { Banknote } from 'lucide-react'
import { defineArea } from '../area.ts'

export const payments = defineArea({
  path: '/payments',
  title: { de: 'Zahlungen', en: 'Payments' },
  icon: Banknote,
  group: 'operation',
  order: 45,
  rights: 'billing',
  visibleTo: ({ kind }) => kind === 'operator',
  pages: () => import('./payments-page.tsx'),
})
