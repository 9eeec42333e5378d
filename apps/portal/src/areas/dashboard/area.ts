import { LayoutDashboard } from 'lucide-react'
import { administers } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const dashboard = defineArea({
  path: '/',
  title: { de: 'Übersicht', en: 'Overview' },
  icon: LayoutDashboard,
  group: 'overview',
  order: 0,
  visibleTo: administers,
  pages: () => import('./dashboard-page.tsx'),
})
