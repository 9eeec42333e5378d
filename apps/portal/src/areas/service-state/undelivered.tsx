import { Button, Group, Stack, Text } from '@mantine/core'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { serviceStateTexts } from './texts.ts'

/** Mails that were given up; the operator has them tried again. */
export function Undelivered() {
  const texts = useTexts(serviceStateTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const { data, error, refetch } = useAnswer('GET /undelivered-mails', [{}])
  const retry = useChange('POST /undelivered-mails/{mailId}/retry', { refreshes: ['/undelivered-mails'] })
  return (
    <Section title={texts.undelivered} about={texts.undeliveredAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 ? <Text size="sm">{texts.allDelivered}</Text> : null}
      <Stack gap="md">
        {data?.items.map(({ id, about, recipient, subject, failure, givenUpAt }) => (
          <div key={id}>
            <Group gap="sm">
              <Text fw={600}>{`${recipient}: ${subject}`}</Text>
              {mayChange ? (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`${texts.tryAgain}: ${recipient}, ${subject}`}
                  onClick={() => void retry.mutateAsync([{ path: { mailId: id } }]).then(() => done(texts.triedAgain), failed)}
                >
                  {texts.tryAgain}
                </Button>
              ) : null}
            </Group>
            <Text size="sm">{`${texts[`about-${about}`]}, ${format.dateTime(givenUpAt)}: ${failure}`}</Text>
          </div>
        ))}
      </Stack>
    </Section>
  )
}
