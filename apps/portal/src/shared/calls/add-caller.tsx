import { ActionIcon } from '@mantine/core'
import { UserPlus } from 'lucide-react'
import { Link } from 'wouter'
import { useTexts } from '../language.tsx'
import { addCallerTexts } from './add-caller-texts.ts'

interface Party {
  readonly number: string
  readonly displayName: string | null
}

interface Call {
  readonly direction: string
  readonly caller: Party
  readonly called: Party
}

/** The way to a contact for the one outside, as long as he has no name. */
export function AddCaller({ call }: { readonly call: Call }) {
  const texts = useTexts(addCallerTexts)
  const { number, displayName } = call.direction === 'inbound' ? call.caller : call.called
  if (call.direction === 'internal' || !number.startsWith('+') || (displayName ?? '') !== '') return null
  return (
    <ActionIcon
      component={Link}
      href={`~/phone-books/add?number=${encodeURIComponent(number)}`}
      variant="subtle"
      aria-label={texts.toPhoneBook(number)}
    >
      <UserPlus size={16} aria-hidden />
    </ActionIcon>
  )
}
