import { Anchor, List, Modal, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { UsedBy } from '../../api/problem.ts'
import { destinationTexts } from '../destinations/destination-texts.ts'
import { readableNumbers } from '../destinations/readable-numbers.ts'
import { useTexts } from '../language.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { editingTexts } from './editing-texts.ts'

export interface InUse {
  readonly title: string
  readonly usedBy: readonly UsedBy[]
}

/** Says why something cannot be deleted, with the ways to what uses it. */
export function StillUsed({ inUse, close }: { readonly inUse: InUse | undefined; readonly close: () => void }) {
  const texts = useTexts(editingTexts)
  const shared = useTexts(sharedTexts)
  return (
    <Modal opened={inUse !== undefined} onClose={close} title={inUse?.title} closeButtonProps={{ 'aria-label': shared.close }} centered>
      <Text size="sm" mb="xs">
        {texts.stillUsed}
      </Text>
      <Users usedBy={inUse?.usedBy ?? []} />
    </Modal>
  )
}

/** What uses a thing, each with the way to where it is changed. */
export function Users({ usedBy }: { readonly usedBy: readonly UsedBy[] }) {
  return (
    <List size="sm">
      {usedBy.map((user) => (
        <List.Item key={`${user.kind} ${user.id}`}>
          <User user={user} />
        </List.Item>
      ))}
    </List>
  )
}

/** Where things of a kind are changed. */
const PLACES: Readonly<Record<string, string>> = {
  number: '~/numbers',
  extension: '~/extensions',
  group: '~/ring-groups',
  queue: '~/queues',
  flow: '~/flows',
  conference: '~/conference-rooms',
  announcement: '~/announcements',
}

function User({ user: { kind, id, name } }: { readonly user: UsedBy }) {
  const texts = useTexts(destinationTexts)
  const own = useTexts(editingTexts)
  const named: Readonly<Record<string, string>> = { ...texts, ...own }
  const said = `${named[kind] ?? kind} ${readableNumbers(name)}`
  const place = PLACES[kind]
  if (place === undefined) return said
  return (
    <Anchor component={Link} href={`${place}/${encodeURIComponent(id)}`} size="sm">
      {said}
    </Anchor>
  )
}
