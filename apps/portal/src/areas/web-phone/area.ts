import { Phone } from 'lucide-react'
import { defineArea } from '../area.ts'

export const webPhone = defineArea({
  path: '/phone',
  title: { de: 'Telefon', en: 'Phone' },
  icon: Phone,
  group: 'own',
  order: 1,
  visibleTo: (session) => session.extension !== null || session.kind === 'tenant',
  pages: () => import('./web-phone-page.tsx'),
})
