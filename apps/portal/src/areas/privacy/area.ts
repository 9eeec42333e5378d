import { ShieldCheck } from 'lucide-react'
import { defineArea } from '../area.ts'

export const privacy = defineArea({
  path: '/privacy',
  title: { de: 'Datenschutz', en: 'Data protection' },
  icon: ShieldCheck,
  group: 'settings',
  order: 31,
  rights: 'settings',
  pages: () => import('./pages.tsx'),
})
