import { Hash } from 'lucide-react'
import { defineArea } from '../area.ts'

export const featureCodes = defineArea({
  path: '/feature-codes',
  title: { de: 'Wählcodes', en: 'Feature codes' },
  icon: Hash,
  group: 'teamwork',
  order: 90,
  rights: 'settings',
  needsCustomer: true,
  pages: () => import('./feature-codes-page.tsx'),
})
