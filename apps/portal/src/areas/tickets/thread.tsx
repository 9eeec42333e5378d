import { Anchor, Badge, Group, List, Paper, Skeleton, Stack, Text } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { downloadHref } from '../../shared/download-href.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { ticketTexts } from './texts.ts'
import type { Entry } from './ticket.ts'

const EVERY_MS = 30_000

/** What was said and done, the oldest first. */
export function Thread({ ticketId }: { readonly ticketId: string }) {
  const texts = useTexts(ticketTexts)
  const { data, error, refetch } = useAnswer('GET /tickets/{ticketId}/entries', [{ path: { ticketId } }], { everyMs: EVERY_MS })
  return (
    <Section title={texts.thread}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={120} /> : null}
      <Stack gap="sm" component="ol" p={0} m={0} role="list" style={{ listStyle: 'none' }}>
        {data?.items.map((entry) => (
          <li key={entry.id}>
            <EntryCard ticketId={ticketId} entry={entry} />
          </li>
        ))}
      </Stack>
    </Section>
  )
}

function EntryCard({ ticketId, entry }: { readonly ticketId: string; readonly entry: Entry }) {
  const texts = useTexts(ticketTexts)
  const format = useFormat()
  const { by, at, via, step, text, internal, attachments } = entry
  return (
    <Paper withBorder p="sm">
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {by}
        </Text>
        <Text size="sm">{`${format.when(at)}${via === 'portal' ? '' : `, ${texts[`via-${via}`]}`}`}</Text>
        {step === null ? null : <Badge variant="default">{texts[`did-${step}`]}</Badge>}
        {internal ? <Badge variant="default">{texts.internal}</Badge> : null}
      </Group>
      {text === '' ? null : (
        <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Text>
      )}
      {attachments.length === 0 ? null : (
        <List size="sm" mt={4}>
          {attachments.map(({ id, name, octets }) => (
            <List.Item key={id}>
              <Anchor href={downloadHref(`/tickets/${ticketId}/attachments/${id}`, {})} download={name}>
                {`${name} (${format.bytes(octets)})`}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </Paper>
  )
}
