import { BookUser } from 'lucide-react'
import { mayUse } from '../../session/session.ts'
import { defineArea } from '../area.ts'

export const phoneBooks = defineArea({
  path: '/phone-books',
  title: { de: 'Telefonbücher', en: 'Phone books' },
  icon: BookUser,
  group: 'teamwork',
  order: 10,
  ownForUsers: true,
  // A user writes the own phone book without any right; what of the company's may be changed, the pages ask.
  visibleTo: (session) => session.extension !== null || mayUse(session, 'phone-books'),
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
