import { Building2 } from 'lucide-react'
import { hasCustomers } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const customers = defineArea({
  path: '/customers',
  title: { de: 'Kunden', en: 'Customers' },
  icon: Building2,
  group: 'operation',
  order: 10,
  visibleTo: hasCustomers,
  pages: () => import('./pages.tsx'),
})
