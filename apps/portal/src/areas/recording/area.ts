import { CircleDot } from 'lucide-react'
import { defineArea } from '../area.ts'

export const recording = defineArea({
  path: '/recording',
  title: { de: 'Aufzeichnung und Speicher', en: 'Recording and storage' },
  icon: CircleDot,
  group: 'settings',
  order: 40,
  rights: 'recordings',
  needsCustomer: true,
  pages: () => import('./recording-page.tsx'),
})
