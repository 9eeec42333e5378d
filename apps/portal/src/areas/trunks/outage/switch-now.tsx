import { Button, Group, Text } from '@mantine/core'
import { useChange } from '../../../api/queries.ts'
import { versionOf } from '../../../api/version.ts'
import { useMayChange } from '../../../session/may-change.tsx'
import { useFormat } from '../../../shared/format.ts'
import { useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import { Section } from '../../../shared/section.tsx'
import { type Continuity, REFRESHED } from './outage.ts'
import { outageTexts } from './texts.ts'

interface SwitchNowProps {
  readonly continuity: Continuity
  readonly query: { readonly tenantId?: string }
}

/** By hand: before somebody unplugs the PBX, or while it rings but nobody can be heard. */
export function SwitchNow({ continuity, query }: SwitchNowProps) {
  const texts = useTexts(outageTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const put = useChange('PUT /trunk-continuity/{trunkId}', REFRESHED)
  const { trunkId, mode, destination, changedBy, changedAt } = continuity
  const isOn = mode === 'always'
  const press = (): void => {
    const body = { mode: isOn ? ('automatic' as const) : ('always' as const), destination }
    const sent = put.mutateAsync([{ path: { trunkId }, query, body, ifMatch: versionOf(continuity) }])
    sent.then(() => done(isOn ? texts.isBack : texts.isSwitched), failed)
  }
  return (
    <Section title={texts.switch} about={texts.switchAbout}>
      <Text size="sm">{isOn ? texts.switchedOn : texts.switchedOff}</Text>
      {changedBy === null || changedAt === null ? null : <Text size="sm">{texts.changedLine(changedBy, format.dateTime(changedAt))}</Text>}
      {mayChange ? (
        <Group>
          <Button variant={isOn ? 'filled' : 'default'} loading={put.isPending} onClick={press}>
            {isOn ? texts.switchBack : texts.switchNow}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}
