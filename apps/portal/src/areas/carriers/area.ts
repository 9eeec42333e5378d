import { Waypoints } from 'lucide-react'
import { defineArea } from '../area.ts'

export const carriers = defineArea({
  path: '/carriers',
  title: { de: 'Carrier', en: 'Carriers' },
  icon: Waypoints,
  group: 'operation',
  order: 20,
  visibleTo: ({ kind }) => kind === 'operator',
  pages: () => import('./pages.tsx'),
})
