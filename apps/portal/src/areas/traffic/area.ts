import { Activity } from 'lucide-react'
import { defineArea } from '../area.ts'

export const traffic = defineArea({
  path: '/traffic',
  title: { de: 'Verkehr', en: 'Traffic' },
  icon: Activity,
  group: 'operation',
  order: 2,
  visibleTo: ({ kind }) => kind === 'operator',
  pages: () => import('./traffic-page.tsx'),
})
