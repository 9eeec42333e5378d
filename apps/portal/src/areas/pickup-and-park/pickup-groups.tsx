import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Entry } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { EditGroup, NewGroup } from './pickup-group-form.tsx'
import { pickupTexts } from './texts.ts'

type PickupGroup = Entry<'GET /pickup-groups'>

export function PickupGroups() {
  const texts = useTexts(pickupTexts)
  const mayChange = useMayChange()
  const [isAdding, setAdding] = useState(false)
  const { data, error, refetch } = useAnswer('GET /pickup-groups', [{ query: { ...useCustomer(), limit: PAGE_SIZE } }])
  return (
    <Section title={texts.groups} about={texts.groupsAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={60} /> : null}
      {data?.items.length === 0 ? <Text size="sm">{texts.noGroups}</Text> : null}
      {data?.items.map((group) => (
        <GroupRow key={group.id} group={group} />
      ))}
      {isAdding ? <NewGroup close={() => setAdding(false)} /> : null}
      {mayChange && !isAdding ? (
        <Group>
          <Button variant="default" onClick={() => setAdding(true)}>
            {texts.addGroup}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}

function GroupRow({ group: { id, name, members } }: { readonly group: PickupGroup }) {
  const texts = useTexts(pickupTexts)
  const shared = useTexts(sharedTexts)
  const mayChange = useMayChange()
  const [isOpen, setOpen] = useState(false)
  const remove = useChange('DELETE /pickup-groups/{groupId}', { refreshes: ['/pickup-groups'] })
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm">{`${name} (${texts.memberCount(members.length)})`}</Text>
        <Group gap="xs">
          {mayChange ? (
            <Button variant="default" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen} aria-label={texts.editNamed(name)}>
              {isOpen ? shared.close : shared.edit}
            </Button>
          ) : null}
          <DeleteButton
            title={texts.deleteGroup(name)}
            consequence={texts.deleteGroupConsequence}
            remove={() => remove.mutateAsync([{ path: { groupId: id } }])}
            deleted={texts.groupDeleted}
            label={texts.deleteNamed(name)}
          />
        </Group>
      </Group>
      {isOpen ? <EditGroup groupId={id} /> : null}
    </Stack>
  )
}
