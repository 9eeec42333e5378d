import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { TargetName, TargetSelect } from '../../shared/destinations/target-select.tsx'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { EditSecretariat, NewSecretariat } from './secretariat-form.tsx'
import { operatorTexts } from './texts.ts'

/** Bosses and who takes their calls. */
export function Secretariats() {
  const texts = useTexts(operatorTexts)
  const mayChange = useMayChange()
  const [isAdding, setAdding] = useState(false)
  const { data, error, refetch } = useAnswer('GET /secretariats', [{ query: useCustomer() }])
  return (
    <Section title={texts.secretariats} about={texts.secretariatsAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={60} /> : null}
      {data?.items.length === 0 ? <Text size="sm">{texts.noSecretariats}</Text> : null}
      {data?.items.map(({ bossId, active }) => (
        <SecretariatRow key={bossId} bossId={bossId} isActive={active} />
      ))}
      {isAdding ? <Adding close={() => setAdding(false)} /> : null}
      {mayChange && !isAdding ? (
        <Group>
          <Button variant="default" onClick={() => setAdding(true)}>
            {texts.addSecretariat}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}

function Adding({ close }: { readonly close: () => void }) {
  const texts = useTexts(operatorTexts)
  const [bossId, setBossId] = useState<string | null>(null)
  return (
    <Stack gap="sm">
      <TargetSelect kind="extension" label={texts.boss} value={bossId} onChange={setBossId} />
      {bossId === null ? null : <NewSecretariat key={bossId} bossId={bossId} close={close} />}
    </Stack>
  )
}

function SecretariatRow({ bossId, isActive }: { readonly bossId: string; readonly isActive: boolean }) {
  const texts = useTexts(operatorTexts)
  const shared = useTexts(sharedTexts)
  const mayChange = useMayChange()
  const [isOpen, setOpen] = useState(false)
  const remove = useChange('DELETE /extensions/{extensionId}/secretariat', { refreshes: ['/secretariats', '/extensions'] })
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm">
          <TargetName kind="extension" id={bossId} />
          {`: ${texts.active} (${isActive ? texts.on : texts.off})`}
        </Text>
        <Group gap="xs">
          {mayChange ? (
            <Button variant="default" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
              {isOpen ? shared.close : shared.edit}
            </Button>
          ) : null}
          <DeleteButton
            title={texts.deleteSecretariat}
            consequence={texts.deleteSecretariatConsequence}
            remove={() => remove.mutateAsync([{ path: { extensionId: bossId } }])}
            deleted={texts.secretariatDeleted}
          />
        </Group>
      </Group>
      {isOpen ? <EditSecretariat bossId={bossId} /> : null}
    </Stack>
  )
}
