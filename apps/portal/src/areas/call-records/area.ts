import { History } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const callRecords = defineArea({
  path: '/call-records',
  title: { de: 'Anruflisten', en: 'Call records' },
  icon: History,
  group: 'calls',
  order: 20,
  visibleTo: (session) => mayUse(session, 'reports'),
  pages: () => import('./call-records-page.tsx'),
})
