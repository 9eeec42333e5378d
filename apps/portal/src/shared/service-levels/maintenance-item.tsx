import { Badge, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Entry } from '../../api/operation.ts'
import { useFormat } from '../format.ts'
import { useLanguage, useTexts } from '../language.tsx'
import { serviceTexts } from './texts.ts'

export type Maintenance = Entry<'GET /maintenance-windows'>

/** One maintenance in words. */
export function MaintenanceItem({ window, children }: { readonly window: Maintenance; readonly children?: ReactNode }) {
  const texts = useTexts(serviceTexts)
  const format = useFormat()
  const { language } = useLanguage()
  const { title, text, from, until, components, urgent, cancelledAt } = window
  return (
    <div>
      <Group gap="sm">
        <Text fw={600}>{title[language]}</Text>
        {urgent ? <Badge variant="default">{texts.urgent}</Badge> : null}
        {cancelledAt === null ? null : <Badge variant="default">{texts.cancelled}</Badge>}
        {children}
      </Group>
      <Text size="sm">{texts.fromTo(format.dateTime(from), format.dateTime(until))}</Text>
      <Text size="sm">{components.map((component) => texts[component]).join(', ')}</Text>
      {text[language] === '' ? null : <Text size="sm">{text[language]}</Text>}
    </div>
  )
}
