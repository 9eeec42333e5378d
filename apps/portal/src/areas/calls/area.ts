import { PhoneCall } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const calls = defineArea({
  path: '/calls',
  title: { de: 'Anrufe jetzt', en: 'Calls now' },
  icon: PhoneCall,
  group: 'calls',
  order: 10,
  visibleTo: (session) => mayUse(session, 'live') || mayUse(session, 'reports'),
  pages: () => import('./pages.tsx'),
})
