import { Bell } from 'lucide-react'
import { defineArea } from '../area.ts'

export const notifications = defineArea({
  path: '/notifications',
  title: { de: 'Benachrichtigungen', en: 'Notifications' },
  icon: Bell,
  group: 'own',
  order: 6,
  visibleTo: ({ extension }) => extension !== null,
  pages: () => import('./notifications-page.tsx'),
})
