import { History } from 'lucide-react'
import { defineArea } from '../area.ts'

export const ownCalls = defineArea({
  path: '/own-calls',
  title: { de: 'Anrufliste', en: 'Call list' },
  icon: History,
  group: 'own',
  order: 2,
  visibleTo: ({ extension }) => extension !== null,
  pages: () => import('./own-calls-page.tsx'),
})
