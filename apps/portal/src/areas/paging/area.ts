import { Megaphone } from 'lucide-react'
import { defineArea } from '../area.ts'

export const paging = defineArea({
  path: '/paging',
  title: { de: 'Durchsagen', en: 'Paging' },
  icon: Megaphone,
  group: 'teamwork',
  order: 50,
  rights: 'routing',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
