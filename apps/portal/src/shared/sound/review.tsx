import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTexts } from '../language.tsx'
import { soundWords } from './sound-words.ts'

interface ReviewProps {
  readonly sound: Blob
  /** What it is to become. */
  readonly label: string
  readonly isBusy: boolean
  readonly keep: () => void
  readonly again: () => void
  readonly drop: () => void
}

/** A recording that counts only once it was kept: to be heard before, and spoken again. */
export function Review({ sound, label, isBusy, keep, again, drop }: ReviewProps) {
  const words = useTexts(soundWords)
  const source = useAddressOf(sound)
  return (
    <Stack gap="xs" role="group" aria-label={`${words.recording}: ${label}`}>
      <Text size="sm">{words.review}</Text>
      <audio controls src={source} aria-label={words.recording} style={{ width: '100%' }}>
        <track kind="captions" />
      </audio>
      <Group gap="xs">
        <Button onClick={keep} loading={isBusy}>
          {words.keep}
        </Button>
        <Button variant="default" onClick={again} disabled={isBusy}>
          {words.again}
        </Button>
        <Button variant="subtle" onClick={drop} disabled={isBusy}>
          {words.drop}
        </Button>
      </Group>
    </Stack>
  )
}

/** Where the browser has it, as long as it is shown. */
function useAddressOf(sound: Blob): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(sound)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [sound])
  return address
}
