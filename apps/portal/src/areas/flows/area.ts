import { Workflow } from 'lucide-react'
import { defineArea } from '../area.ts'

export const flows = defineArea({
  path: '/flows',
  title: { de: 'Anrufabläufe', en: 'Call flows' },
  icon: Workflow,
  group: 'telephony',
  order: 50,
  rights: 'routing',
  needsCustomer: true,
  pages: () => import('./pages.tsx'),
})
