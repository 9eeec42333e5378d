import { Phone } from 'lucide-react'
import { defineArea } from '../area.ts'

export const ownExtension = defineArea({
  path: '/',
  title: { de: 'Mein Anschluss', en: 'My extension' },
  icon: Phone,
  group: 'own',
  order: 0,
  visibleTo: ({ kind }) => kind === 'user',
  pages: () => import('./own-extension-page.tsx'),
})
