import { Music } from 'lucide-react'
import { defineArea } from '../area.ts'

export const sounds = defineArea({
  path: '/sounds',
  title: { de: 'Wartemusik und Stimme', en: 'Music and voice' },
  icon: Music,
  group: 'sounds',
  order: 20,
  rights: 'routing',
  needsCustomer: true,
  pages: () => import('./sounds-page.tsx'),
})
