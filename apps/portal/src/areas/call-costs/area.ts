import { Coins } from 'lucide-react'
import { defineArea } from '../area.ts'

export const callCosts = defineArea({
  path: '/call-costs',
  title: { de: 'Gesprächskosten', en: 'Costs of calls' },
  icon: Coins,
  group: 'operation',
  order: 58,
  visibleTo: ({ kind }) => kind === 'operator',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
