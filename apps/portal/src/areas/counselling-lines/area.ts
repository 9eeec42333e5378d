import { HeartHandshake } from 'lucide-react'
import { defineArea } from '../area.ts'

export const counsellingLines = defineArea({
  path: '/counselling-lines',
  title: { de: 'Anschlüsse für Menschen in Not', en: 'Lines for people in need' },
  icon: HeartHandshake,
  group: 'operation',
  order: 59,
  visibleTo: ({ kind }) => kind === 'operator',
  pages: () => import('./lines-page.tsx'),
})
