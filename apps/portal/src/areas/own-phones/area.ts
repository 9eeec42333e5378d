import { Smartphone } from 'lucide-react'
import { defineArea } from '../area.ts'

export const ownPhones = defineArea({
  path: '/own-phones',
  title: { de: 'Telefone und Rufnummer', en: 'Phones and number' },
  icon: Smartphone,
  group: 'own',
  order: 5,
  visibleTo: ({ extension }) => extension !== null,
  pages: () => import('./own-phones-page.tsx'),
})
