import { Construction } from 'lucide-react'
import { defineArea } from '../area.ts'

export const serviceState = defineArea({
  path: '/service-state',
  title: { de: 'Wartung und Störungen', en: 'Maintenance and incidents' },
  icon: Construction,
  group: 'operation',
  order: 5,
  rights: 'settings',
  visibleTo: ({ kind }) => kind === 'operator',
  pages: () => import('./service-state-page.tsx'),
})
