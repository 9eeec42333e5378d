import { Wallet } from 'lucide-react'
import { defineArea } from '../area.ts'

export const credit = defineArea({
  path: '/credit',
  title: { de: 'Guthaben', en: 'Credit' },
  icon: Wallet,
  group: 'billing',
  order: 60,
  rights: 'billing',
  needsCustomer: true,
  pages: () => import('./credit-page.tsx'),
})
