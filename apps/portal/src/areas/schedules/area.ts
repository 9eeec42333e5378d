import { CalendarClock } from 'lucide-react'
import { defineArea } from '../area.ts'

export const schedules = defineArea({
  path: '/schedules',
  title: { de: 'Zeitpläne', en: 'Schedules' },
  icon: CalendarClock,
  group: 'telephony',
  order: 60,
  rights: 'routing',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
