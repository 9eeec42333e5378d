import { History } from 'lucide-react'
import { defineArea } from '../area.ts'

export const callRecords = defineArea({
  path: '/call-records',
  title: { de: 'Anruflisten', en: 'Call records' },
  icon: History,
  group: 'calls',
  order: 20,
  rights: 'reports',
  pages: () => import('./call-records-page.tsx'),
})
