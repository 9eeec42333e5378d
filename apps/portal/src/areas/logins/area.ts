import { UserRoundCog } from 'lucide-react'
import { defineArea } from '../area.ts'

export const logins = defineArea({
  path: '/logins',
  title: { de: 'Zugänge und Rechte', en: 'Logins and rights' },
  icon: UserRoundCog,
  group: 'settings',
  order: 20,
  rights: 'logins',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
