import { Alert, Stack } from '@mantine/core'
import { KeyRound } from 'lucide-react'
import { Copyable } from './copyable.tsx'

interface SecretOnceProps {
  readonly title: string
  /** That it is shown only now, and where it goes. */
  readonly about: string
  readonly label: string
  readonly value: string
}

/** A secret that the server has told this once. */
export function SecretOnce({ title, about, label, value }: SecretOnceProps) {
  return (
    <Alert color="klinke" icon={<KeyRound aria-hidden />} title={title} role="status">
      <Stack gap="xs" maw={640}>
        {about}
        <Copyable label={label} value={value} />
      </Stack>
    </Alert>
  )
}
