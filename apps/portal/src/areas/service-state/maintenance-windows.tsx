import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { MaintenanceItem } from '../../shared/service-levels/maintenance-item.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { NewMaintenance } from './new-maintenance.tsx'
import { serviceStateTexts } from './texts.ts'

/** Older ones are in the audit log. */
const SHOWN = 20

/** What is announced, and what was. */
export function MaintenanceWindows() {
  const texts = useTexts(serviceStateTexts)
  const { data, error, refetch } = useAnswer('GET /maintenance-windows', [{ query: { limit: SHOWN } }])
  const mayChange = useMayChange()
  const [isNew, setNew] = useState(false)
  return (
    <Section title={texts.maintenance} about={texts.maintenanceAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 ? <Text size="sm">{texts.noMaintenance}</Text> : null}
      <Stack gap="md">
        {data?.items.map((window) => (
          <MaintenanceItem key={window.id} window={window}>
            {mayChange && window.cancelledAt === null && Date.parse(window.from) > Date.now() ? <Cancel id={window.id} /> : null}
          </MaintenanceItem>
        ))}
      </Stack>
      {isNew ? <NewMaintenance close={() => setNew(false)} /> : null}
      {mayChange && !isNew ? (
        <Group>
          <Button variant="default" onClick={() => setNew(true)}>
            {texts.newMaintenance}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}

function Cancel({ id }: { readonly id: string }) {
  const texts = useTexts(serviceStateTexts)
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const cancel = useChange('POST /maintenance-windows/{windowId}/cancel', { refreshes: ['/maintenance-windows'] })
  const press = async (): Promise<void> => {
    if (!(await confirm({ title: texts.cancelTitle, consequence: texts.cancelConsequence, act: texts.cancel }))) return
    try {
      await cancel.mutateAsync([{ path: { windowId: id } }])
      done(texts.cancelDone)
    } catch (error) {
      failed(error)
    }
  }
  return (
    <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => void press()}>
      {texts.cancel}
    </Button>
  )
}
