import { Tags } from 'lucide-react'
import { defineArea } from '../area.ts'

export const tariffs = defineArea({
  path: '/tariffs',
  title: { de: 'Tarife', en: 'Tariffs' },
  icon: Tags,
  group: 'billing',
  order: 41,
  rights: 'billing',
  visibleTo: ({ kind }) => kind === 'operator',
  pages: () => import('./pages.tsx'),
})
