import { ClipboardList } from 'lucide-react'
import { defineArea } from '../area.ts'

export const orders = defineArea({
  path: '/orders',
  title: { de: 'Bestellungen', en: 'Orders' },
  icon: ClipboardList,
  group: 'billing',
  order: 5,
  rights: 'billing',
  pages: () => import('./pages.tsx'),
})
