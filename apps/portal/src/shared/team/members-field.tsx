import { ActionIcon, Group, Paper, Select, Stack, Text, Title } from '@mantine/core'
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { TargetName, TargetSelect } from '../destinations/target-select.tsx'
import { useTexts } from '../language.tsx'
import { inState, MEMBER_STATES, type Member, moved, stateOf } from './members.ts'
import { teamTexts } from './team-texts.ts'

interface MembersFieldProps {
  readonly value: readonly Member[]
  readonly onChange: (members: readonly Member[]) => void
}

/** Who belongs to a group or queue, in order: moved by dragging, or by keyboard with the arrows. */
export function MembersField({ value, onChange }: MembersFieldProps) {
  const texts = useTexts(teamTexts)
  const [dragged, setDragged] = useState<number>()
  const drop = (to: number): void => {
    if (dragged !== undefined) onChange(moved(value, dragged, to))
    setDragged(undefined)
  }
  const add = (extensionId: string | null): void => {
    if (extensionId === null || value.some((member) => member.extensionId === extensionId)) return
    onChange([...value, { extensionId, signedIn: true, paused: false }])
  }
  return (
    <Stack gap="xs">
      <div>
        <Title order={2} size="h4">
          {texts.members}
        </Title>
        <Text size="sm" c="dimmed">
          {value.length === 0 ? texts.noMembers : texts.membersHint}
        </Text>
      </div>
      {value.map((member, index) => (
        <Paper
          key={member.extensionId}
          withBorder
          p="xs"
          draggable
          onDragStart={() => setDragged(index)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => drop(index)}
        >
          <MemberRow
            member={member}
            place={index + 1}
            isLast={index === value.length - 1}
            move={(by) => onChange(moved(value, index, index + by))}
            change={(changed) => onChange(value.map((each) => (each === member ? changed : each)))}
            remove={() => onChange(value.filter((each) => each !== member))}
          />
        </Paper>
      ))}
      {/* Another key after each addition: the field is empty again. */}
      <TargetSelect key={value.length} kind="extension" label={texts.add} value={null} onChange={add} />
    </Stack>
  )
}

interface MemberRowProps {
  readonly member: Member
  readonly place: number
  readonly isLast: boolean
  readonly move: (by: number) => void
  readonly change: (member: Member) => void
  readonly remove: () => void
}

function MemberRow({ member, place, isLast, move, change, remove }: MemberRowProps) {
  const texts = useTexts(teamTexts)
  const states = MEMBER_STATES.map((state) => ({ value: state, label: texts[state] }))
  const choose = (wanted: string | null): void => {
    const state = MEMBER_STATES.find((each) => each === wanted)
    if (state !== undefined) change(inState(member, state))
  }
  const named = (act: string): string => `${act}: ${texts.place(place)}`
  return (
    <Group justify="space-between" gap="xs">
      <Group gap="xs" wrap="nowrap">
        <GripVertical size={16} aria-hidden />
        <Text size="sm">
          <TargetName kind="extension" id={member.extensionId} />
        </Text>
      </Group>
      <Group gap="xs">
        <Select
          size="xs"
          w={170}
          aria-label={named(texts.state)}
          data={states}
          value={stateOf(member)}
          onChange={choose}
          allowDeselect={false}
        />
        <ActionIcon variant="default" aria-label={named(texts.up)} disabled={place === 1} onClick={() => move(-1)}>
          <ArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={named(texts.down)} disabled={isLast} onClick={() => move(1)}>
          <ArrowDown size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={named(texts.remove)} onClick={remove}>
          <Trash2 size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </Group>
  )
}
