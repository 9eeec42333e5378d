import { Badge, Group } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { CallSwitches } from '../../shared/call-settings/call-switches.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Card } from './card.tsx'
import { cockpitTexts } from './texts.ts'

const COLOURS = { offline: 'gray', undisturbed: 'red', talking: 'orange', free: 'teal' } as const

/** Whether calls reach one now, and the switch that keeps them away. */
export function Availability({ extensionId, isTalking }: { readonly extensionId: string; readonly isTalking: boolean }) {
  const texts = useTexts(cockpitTexts)
  const path = { extensionId }
  const settings = useAnswer('GET /extensions/{extensionId}/call-settings', [{ path }])
  const phones = useAnswer('GET /registrations', [{ query: { extensionId, limit: 1 } }], { everyMs: 10_000 })
  const isOffline = phones.data?.items.length === 0
  const state = isOffline ? 'offline' : settings.data?.doNotDisturb === true ? 'undisturbed' : isTalking ? 'talking' : 'free'
  return (
    <Card title={texts.presence} more={{ href: '~/call-path', words: texts.callPath }} error={settings.error ?? phones.error}>
      <Group>
        <Badge variant="light" size="lg" color={COLOURS[state]}>
          {texts[state]}
        </Badge>
      </Group>
      <CallSwitches extensionId={extensionId} switches={['doNotDisturb']} />
    </Card>
  )
}
