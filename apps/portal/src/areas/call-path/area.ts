import { PhoneForwarded } from 'lucide-react'
import { defineArea } from '../area.ts'

export const callPath = defineArea({
  path: '/call-path',
  title: { de: 'Weiterleitungen', en: 'Forwardings' },
  icon: PhoneForwarded,
  group: 'own',
  order: 3,
  visibleTo: ({ extension }) => extension !== null,
  pages: () => import('./call-path-page.tsx'),
})
