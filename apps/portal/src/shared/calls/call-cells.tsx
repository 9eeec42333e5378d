import { Badge, Text } from '@mantine/core'
import { readableNumbers } from '../destinations/readable-numbers.ts'
import { useFormat } from '../format.ts'
import { useTexts } from '../language.tsx'
import { callTexts } from './call-texts.ts'

/** A party of a call, as the API shows it. */
interface Party {
  readonly number: string
  readonly displayName: string | null
}

/** Name and number of a party; what a peer claims to be called is text and never markup. */
export function PartyCell({ party }: { readonly party: Party | null }) {
  const texts = useTexts(callTexts)
  if (party === null) return '–'
  const number = party.number === 'anonymous' ? texts.anonymous : readableNumbers(party.number)
  if (party.displayName === null || party.displayName === '') return number
  return (
    <>
      {party.displayName}{' '}
      <Text span c="dimmed" size="sm">
        {number}
      </Text>
    </>
  )
}

interface Ended {
  readonly startedAt: string
  readonly answeredAt: string | null
  readonly endedAt: string | null
}

/** How long the parties have talked. */
export function DurationCell({ call }: { readonly call: Ended }) {
  const format = useFormat()
  if (call.answeredAt === null || call.endedAt === null) return '–'
  return format.duration((Date.parse(call.endedAt) - Date.parse(call.answeredAt)) / 1_000)
}

/** Why a call ended, in words; what this portal does not know yet as the server names it. */
export function OutcomeCell({ cause }: { readonly cause: string | null }) {
  const texts = useTexts(callTexts)
  if (cause === null) return <Badge color="teal">{texts.running}</Badge>
  return wordFor(texts, cause)
}

function wordFor(texts: Readonly<Record<string, string>>, cause: string): string {
  return texts[cause] ?? cause
}
