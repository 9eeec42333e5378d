import { Phone } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const webPhone = defineArea({
  path: '/phone',
  title: { de: 'Telefon', en: 'Phone' },
  icon: Phone,
  group: 'own',
  order: 0,
  visibleTo: (session) => session.extension !== null || mayUse(session, 'extensions'),
  pages: () => import('./web-phone-page.tsx'),
})
