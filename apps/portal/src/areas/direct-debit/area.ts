import { Landmark } from 'lucide-react'
import { defineArea } from '../area.ts'

export const directDebit = defineArea({
  path: '/direct-debit',
  title: { de: 'Bankeinzug', en: 'Direct debit' },
  icon: Landmark,
  group: 'settings',
  order: 60,
  rights: 'billing',
  needsCustomer: true,
  pages: () => import('./direct-debit-page.tsx'),
})
