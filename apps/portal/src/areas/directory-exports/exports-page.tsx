import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { urlOf } from '../../api/client.ts'
import type { Entry } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { exportTexts } from './texts.ts'

type Export = Entry<'GET /directory-exports'>

const REFRESHED = { refreshes: ['/directory-exports', '/directory-entries'] }
const SHOWN = 50

/** Files for the publisher of the directories: made, downloaded, handed over. */
export default function ExportsPage() {
  const texts = useTexts(exportTexts)
  const { data, error, refetch } = useAnswer('GET /directory-exports', [{ query: { limit: SHOWN } }])
  return (
    <Page title={texts.title} about={texts.about}>
      <Next />
      <Section title={texts.files} about={texts.filesAbout}>
        {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
        {data === undefined && error === null ? <Skeleton height={120} /> : null}
        {data?.items.length === 0 ? <Text size="sm">{texts.none}</Text> : null}
        {data?.items.map((made) => (
          <Row key={made.number} made={made} />
        ))}
      </Section>
    </Page>
  )
}

function Next() {
  const texts = useTexts(exportTexts)
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const { data } = useAnswer('GET /directory-exports/waiting', [])
  const make = useChange('POST /directory-exports', REFRESHED)
  const changes = data?.changes ?? 0
  return (
    <Section title={texts.next}>
      <Text size="sm">{texts.waiting(changes)}</Text>
      {mayChange ? (
        <Group>
          <Button
            loading={make.isPending}
            disabled={changes === 0}
            onClick={() => void make.mutateAsync([]).then(() => done(texts.made), failed)}
          >
            {texts.make}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}

function Row({ made }: { readonly made: Export }) {
  const texts = useTexts(exportTexts)
  const format = useFormat()
  const { number, madeAt, madeBy, created, changed, deleted, handedOverAt, handedOverBy } = made
  return (
    <Group justify="space-between">
      <Stack gap={0}>
        <Text fw={600}>{texts.file(number)}</Text>
        <Text size="sm">{texts.counts(created, changed, deleted)}</Text>
        <Text size="sm">{texts.madeLine(format.dateTime(madeAt), madeBy)}</Text>
      </Stack>
      {handedOverAt === null ? (
        <Acts number={number} />
      ) : (
        <Badge variant="default">{texts.handedOver(format.dateTime(handedOverAt), handedOverBy ?? '')}</Badge>
      )}
    </Group>
  )
}

function Acts({ number }: { readonly number: number }) {
  const texts = useTexts(exportTexts)
  const mayChange = useMayChange()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const note = useChange('POST /directory-exports/{exportNumber}/hand-over', REFRESHED)
  const path = { exportNumber: number }
  const ask = async (): Promise<void> => {
    if (!(await confirm({ title: texts.handOverTitle(number), consequence: texts.handOverConsequence, act: texts.handOver }))) return
    await note.mutateAsync([{ path }]).then(() => done(texts.isHandedOver), failed)
  }
  return (
    <Group gap="xs">
      <Button
        component="a"
        href={urlOf('/directory-exports/{exportNumber}/file', { path })}
        download
        variant="default"
        size="xs"
        aria-label={`${texts.download}: ${texts.file(number)}`}
      >
        {texts.download}
      </Button>
      {mayChange ? (
        <Button size="xs" loading={note.isPending} onClick={() => void ask()} aria-label={`${texts.handOver}: ${texts.file(number)}`}>
          {texts.handOver}
        </Button>
      ) : null}
    </Group>
  )
}
