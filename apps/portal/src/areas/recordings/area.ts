import { Disc3 } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const recordings = defineArea({
  path: '/recordings',
  title: { de: 'Aufnahmen', en: 'Recordings' },
  icon: Disc3,
  group: 'calls',
  order: 30,
  ownForUsers: true,
  rights: 'recordings',
  // Users hear those of their own conversations.
  visibleTo: (session) => session.extension !== null || mayUse(session, 'recordings'),
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
