import { Webhook } from 'lucide-react'
import { defineArea } from '../area.ts'

export const webhooks = defineArea({
  path: '/webhooks',
  title: { de: 'Webhooks', en: 'Webhooks' },
  icon: Webhook,
  group: 'settings',
  order: 70,
  rights: 'settings',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
