import { FileText } from 'lucide-react'
import { defineArea } from '../area.ts'

export const contract = defineArea({
  path: '/contract',
  title: { de: 'Vertrag', en: 'Contract' },
  icon: FileText,
  group: 'billing',
  order: 10,
  rights: 'billing',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
