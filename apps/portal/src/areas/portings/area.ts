import { ArrowLeftRight } from 'lucide-react'
import { defineArea } from '../area.ts'

export const portings = defineArea({
  path: '/portings',
  title: { de: 'Portierungen', en: 'Portings' },
  icon: ArrowLeftRight,
  group: 'telephony',
  order: 26,
  rights: 'numbers',
  pages: () => import('./pages.tsx'),
})
