import { Router } from 'lucide-react'
import { administers, mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const registrations = defineArea({
  path: '/registrations',
  title: { de: 'Angemeldete Telefone', en: 'Registered phones' },
  icon: Router,
  group: 'calls',
  order: 15,
  rights: 'live',
  visibleTo: (session) => administers(session) && mayUse(session, 'live'),
  pages: () => import('./registrations-page.tsx'),
})
