import { Headset } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const operatorPosition = defineArea({
  path: '/operator-position',
  title: { de: 'Vermittlung und Sekretariat', en: 'Operator and secretaries' },
  icon: Headset,
  group: 'teamwork',
  order: 30,
  visibleTo: (session) => mayUse(session, 'routing') || mayUse(session, 'extensions'),
  needsCustomer: true,
  pages: () => import('./operator-page.tsx'),
})
