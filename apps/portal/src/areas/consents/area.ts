import { FileCheck2 } from 'lucide-react'
import { defineArea } from '../area.ts'

export const consents = defineArea({
  path: '/consents',
  title: { de: 'Einwilligungen', en: 'Consents' },
  icon: FileCheck2,
  group: 'settings',
  order: 30,
  rights: 'logins',
  needsCustomer: true,
  pages: () => import('./consents-page.tsx'),
})
