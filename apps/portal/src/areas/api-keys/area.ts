import { KeyRound } from 'lucide-react'
import { defineArea } from '../area.ts'

export const apiKeys = defineArea({
  path: '/api-keys',
  title: { de: 'API-Schlüssel', en: 'API keys' },
  icon: KeyRound,
  group: 'settings',
  order: 60,
  rights: 'logins',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
