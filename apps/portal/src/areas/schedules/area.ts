import { CalendarClock } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const schedules = defineArea({
  path: '/schedules',
  title: { de: 'Zeitpläne', en: 'Schedules' },
  icon: CalendarClock,
  group: 'telephony',
  order: 50,
  visibleTo: (session) => mayUse(session, 'routing'),
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
