import { ReceiptText } from 'lucide-react'
import { defineArea } from '../area.ts'

export const invoices = defineArea({
  path: '/invoices',
  title: { de: 'Rechnungen', en: 'Invoices' },
  icon: ReceiptText,
  group: 'settings',
  order: 8,
  rights: 'billing',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
