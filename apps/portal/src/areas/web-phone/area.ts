import { Phone } from 'lucide-react'
import { administers } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const webPhone = defineArea({
  path: '/phone',
  title: { de: 'Telefon', en: 'Phone' },
  icon: Phone,
  group: 'own',
  order: 1,
  // Administrators take any extension of the customer.
  visibleTo: (session) => session.extension !== null || administers(session),
  needsCustomer: true,
  pages: () => import('./web-phone-page.tsx'),
})
