import { Gauge } from 'lucide-react'
import { administers, mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const useOfLines = defineArea({
  path: '/use-of-lines',
  title: { de: 'Auslastung', en: 'Use of lines' },
  icon: Gauge,
  group: 'calls',
  order: 12,
  rights: 'settings',
  visibleTo: (session) => administers(session) && mayUse(session, 'live'),
  pages: () => import('./pages.tsx'),
})
