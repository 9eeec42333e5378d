import { CircleParking } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const pickupAndPark = defineArea({
  path: '/pickup-and-park',
  title: { de: 'Heranholen und Parken', en: 'Pickup and parking' },
  icon: CircleParking,
  group: 'teamwork',
  order: 40,
  visibleTo: (session) => mayUse(session, 'extensions') || mayUse(session, 'routing'),
  needsCustomer: true,
  pages: () => import('./pickup-and-park-page.tsx'),
})
