import { HeartPulse } from 'lucide-react'
import { defineArea } from '../area.ts'

export const node = defineArea({
  path: '/node',
  title: { de: 'Zustand der Anlage', en: 'Health' },
  icon: HeartPulse,
  group: 'operation',
  order: 1,
  visibleTo: ({ kind }) => kind === 'operator',
  pages: () => import('./node-page.tsx'),
})
