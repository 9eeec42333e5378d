import { Button, SimpleGrid } from '@mantine/core'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const

interface DialPadProps {
  readonly label: string
  readonly press: (key: string) => void
}

/** The twelve keys of a telephone. */
export function DialPad({ label, press }: DialPadProps) {
  return (
    <SimpleGrid cols={3} spacing="xs" maw={260} role="group" aria-label={label}>
      {KEYS.map((key) => (
        <Button key={key} variant="default" size="md" onClick={() => press(key)}>
          {key}
        </Button>
      ))}
    </SimpleGrid>
  )
}
