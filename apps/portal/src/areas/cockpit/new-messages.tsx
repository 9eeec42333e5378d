import { Text } from '@mantine/core'
import { Problem } from '../../api/problem.ts'
import { useAnswer } from '../../api/queries.ts'
import { useTexts } from '../../shared/language.tsx'
import { Card } from './card.tsx'
import { cockpitTexts } from './texts.ts'

/** How many messages have not been heard. Who has no mailbox yet is led to where it is set up. */
export function NewMessages({ extensionId }: { readonly extensionId: string }) {
  const texts = useTexts(cockpitTexts)
  const { data, error } = useAnswer('GET /extensions/{extensionId}/mailbox', [{ path: { extensionId } }], { everyMs: 10_000 })
  const isMissing = error instanceof Problem && error.status === 404
  const more = { href: '~/voicemail', words: isMissing ? texts.setUpMailbox : texts.toVoicemail }
  return (
    <Card title={texts.messages} more={more} error={isMissing ? null : error} isLoading={data === undefined && !isMissing}>
      {isMissing ? <Text c="dimmed">{texts.noMailbox}</Text> : <Count count={data?.newMessages ?? 0} />}
    </Card>
  )
}

function Count({ count }: { readonly count: number }) {
  const texts = useTexts(cockpitTexts)
  return count === 0 ? <Text c="dimmed">{texts.newMessages(0)}</Text> : <Text fw={600}>{texts.newMessages(count)}</Text>
}
