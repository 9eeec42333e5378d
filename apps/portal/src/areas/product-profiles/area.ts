import { Package } from 'lucide-react'
import { defineArea } from '../area.ts'

export const productProfiles = defineArea({
  path: '/product-profiles',
  title: { de: 'Produktprofile', en: 'Product profiles' },
  icon: Package,
  group: 'billing',
  order: 40,
  rights: 'billing',
  visibleTo: ({ kind }) => kind === 'operator',
  pages: () => import('./pages.tsx'),
})
