import { ShieldCheck } from 'lucide-react'
import { defineArea } from '../area.ts'

export const ownLogin = defineArea({
  path: '/own-login',
  title: { de: 'Mein Zugang', en: 'My login' },
  icon: ShieldCheck,
  group: 'settings',
  order: 90,
  ownForUsers: true,
  visibleTo: ({ login }) => login !== null,
  pages: () => import('./own-login-page.tsx'),
})
