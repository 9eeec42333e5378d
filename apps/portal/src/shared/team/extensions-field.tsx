import { ActionIcon, Group, Stack, Text } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { TargetName, TargetSelect } from '../destinations/target-select.tsx'
import { useTexts } from '../language.tsx'
import { teamTexts } from './team-texts.ts'

interface ExtensionsFieldProps {
  readonly label: string
  /** Ids of extensions. */
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  readonly error?: ReactNode
}

/** Some extensions, in no order. */
export function ExtensionsField({ label, value, onChange, error }: ExtensionsFieldProps) {
  const texts = useTexts(teamTexts)
  const id = useId()
  const add = (extensionId: string | null): void => {
    if (extensionId !== null && !value.includes(extensionId)) onChange([...value, extensionId])
  }
  return (
    <Stack gap="xs" role="group" aria-labelledby={id}>
      <Text size="sm" fw={500} id={id}>
        {label}
      </Text>
      {value.map((extensionId) => (
        <Group key={extensionId} gap="xs">
          <Text size="sm" id={`${id}-${extensionId}`}>
            <TargetName kind="extension" id={extensionId} />
          </Text>
          <ActionIcon
            variant="default"
            size="sm"
            aria-label={texts.remove}
            aria-describedby={`${id}-${extensionId}`}
            onClick={() => onChange(value.filter((each) => each !== extensionId))}
          >
            <Trash2 size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {/* Another one with each choice: it is empty again. */}
      <TargetSelect key={value.join()} kind="extension" label={texts.add} value={null} onChange={add} error={error} />
    </Stack>
  )
}
