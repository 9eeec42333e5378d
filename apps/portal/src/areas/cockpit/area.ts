import { House } from 'lucide-react'
import { defineArea } from '../area.ts'

export const cockpit = defineArea({
  path: '/',
  title: { de: 'Start', en: 'Start' },
  icon: House,
  group: 'own',
  order: 0,
  visibleTo: ({ kind }) => kind === 'user',
  pages: () => import('./cockpit-page.tsx'),
})
