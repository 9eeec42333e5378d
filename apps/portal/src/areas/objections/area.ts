import { MessageSquareWarning } from 'lucide-react'
import { defineArea } from '../area.ts'

export const objections = defineArea({
  path: '/objections',
  title: { de: 'Einwendungen', en: 'Objections' },
  icon: MessageSquareWarning,
  group: 'billing',
  order: 50,
  rights: 'billing',
  pages: () => import('./objections-page.tsx'),
})
