import { Voicemail } from 'lucide-react'
import { defineArea } from '../area.ts'

export const voicemail = defineArea({
  path: '/voicemail',
  title: { de: 'Mailbox', en: 'Mailbox' },
  icon: Voicemail,
  group: 'own',
  order: 4,
  visibleTo: ({ extension }) => extension !== null,
  pages: () => import('./voicemail-page.tsx'),
})
