import { Button, Group, Stack, TextInput } from '@mantine/core'
import { Phone, RotateCcw } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../shared/language.tsx'
import { DialPad } from './dial-pad.tsx'
import { dialString } from './engine/dial-string.ts'
import type { Telephone } from './engine/telephone.ts'
import { webPhoneTexts } from './texts.ts'

const LAST_AS = 'klinke.web-phone.last'

interface DiallerProps {
  readonly phone: Telephone
  /** From a link to a number, to be called by one more press. */
  readonly given: string
}

/** Where a number is typed and called; with nothing typed, the last one again. */
export function Dialler({ phone, given }: DiallerProps) {
  const texts = useTexts(webPhoneTexts)
  const [number, setNumber] = useState(dialString(given))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (number.trim() === '') return
    sessionStorage.setItem(LAST_AS, number)
    setNumber('')
    void phone.call(number)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw={260}>
        <TextInput
          {...{ type: 'tel', size: 'lg', label: texts.number, value: number, autoComplete: 'off' }}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
        />
        <DialPad label={texts.dialPad} press={(key) => setNumber((before) => before + key)} />
        <Group gap="xs" grow>
          <Button type="submit" color="green" leftSection={<Phone size={16} aria-hidden />}>
            {texts.call}
          </Button>
        </Group>
        <Button
          variant="subtle"
          leftSection={<RotateCcw size={16} aria-hidden />}
          onClick={() => setNumber(sessionStorage.getItem(LAST_AS) ?? '')}
        >
          {texts.redial}
        </Button>
      </Stack>
    </form>
  )
}
