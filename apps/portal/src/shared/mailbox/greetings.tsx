import { Alert, Badge, Button, FileButton, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { Mic, Square, Upload } from 'lucide-react'
import { useState } from 'react'
import { useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { DeleteButton } from '../editing/delete-button.tsx'
import { useFormat } from '../format.ts'
import { useTexts } from '../language.tsx'
import { useNotices } from '../notices.tsx'
import { Player } from '../sound/player.tsx'
import { Review } from '../sound/review.tsx'
import { asWav, useRecorder } from '../sound/use-recorder.ts'
import { GREETING_KINDS, type GreetingKind, greetingInUse, MAILBOX } from './mailbox.ts'
import { mailboxTexts } from './mailbox-texts.ts'
import type { OfMailbox } from './messages.tsx'

/** Three greetings, of which one is heard; recorded here, uploaded, or by phone. */
export function Greetings(props: OfMailbox) {
  const texts = useTexts(mailboxTexts)
  const inUse = greetingInUse(props.mailbox)
  return (
    <Stack maw={760}>
      {inUse === undefined ? <Text>{texts.bySchedule}</Text> : null}
      {inUse?.recorded === null ? <Text>{texts.productHeard}</Text> : null}
      {GREETING_KINDS.map((kind) => (
        <GreetingCard key={kind} kind={kind} {...props} />
      ))}
    </Stack>
  )
}

type OfGreeting = OfMailbox & { readonly kind: GreetingKind }

function GreetingCard({ kind, extensionId, mailbox }: OfGreeting) {
  const mayChange = useMayChange()
  const texts = useTexts(mailboxTexts)
  const inUse = greetingInUse(mailbox)
  const isRecorded = mailbox.greetings.includes(kind)
  const path = { extensionId, kind }
  // The browser keeps what it has heard under an address.
  const [version, setVersion] = useState(0)
  return (
    <Paper withBorder p="md" component="section" aria-label={texts[kind]}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="xs">
            <Title order={2} size="h4">
              {texts[kind]}
            </Title>
            {inUse?.chosen === kind ? <Badge variant="light">{texts.inUse}</Badge> : null}
          </Group>
          {mayChange ? <Choices kind={kind} extensionId={extensionId} mailbox={mailbox} /> : null}
        </Group>
        {isRecorded ? (
          <Player operation="GET /extensions/{extensionId}/mailbox/greetings/{kind}" path={path} label={texts[kind]} version={version} />
        ) : (
          <Text size="sm" c="dimmed">
            {inUse?.chosen === kind && inUse.recorded !== null ? texts.standardHeard : texts.notRecorded}
          </Text>
        )}
        {mayChange ? <RecordGreeting path={path} kept={() => setVersion((before) => before + 1)} /> : null}
      </Stack>
    </Paper>
  )
}

/** To be used, or deleted. */
function Choices({ kind, extensionId, mailbox }: OfGreeting) {
  const texts = useTexts(mailboxTexts)
  const { done, failed } = useNotices()
  const change = useChange('PATCH /extensions/{extensionId}/mailbox', { refreshes: [MAILBOX] })
  const remove = useChange('DELETE /extensions/{extensionId}/mailbox/greetings/{kind}', { refreshes: [MAILBOX] })
  const use = (greeting: OfMailbox['mailbox']['greeting']) => change.mutateAsync([{ path: { extensionId }, body: { greeting } }])
  const before = mailbox.greeting
  const choose = (): void => void use({ kind: 'always', greeting: kind }).then(() => done(texts.greetingUsed, () => use(before)), failed)
  return (
    <Group gap="xs">
      {greetingInUse(mailbox)?.chosen === kind ? null : (
        <Button variant="default" onClick={choose} loading={change.isPending} aria-label={`${texts.use}: ${texts[kind]}`}>
          {texts.use}
        </Button>
      )}
      {mailbox.greetings.includes(kind) ? (
        <DeleteButton
          title={texts.deleteGreeting}
          consequence={texts.deleteGreetingConsequence}
          remove={() => remove.mutateAsync([{ path: { extensionId, kind } }])}
          deleted={texts.greetingDeleted}
          label={`${texts.deleteGreeting} ${texts[kind]}`}
        />
      ) : null}
    </Group>
  )
}

interface RecordGreetingProps {
  readonly path: { readonly extensionId: string; readonly kind: GreetingKind }
  readonly kept: () => void
}

/** Recorded here or taken from a file, heard, and then kept. */
function RecordGreeting({ path, kept }: RecordGreetingProps) {
  const texts = useTexts(mailboxTexts)
  const { done, failed } = useNotices()
  const [taken, setTaken] = useState<Blob | null>(null)
  const upload = useChange('POST /extensions/{extensionId}/mailbox/greetings/{kind}', { refreshes: [MAILBOX] })
  const recorder = useRecorder(setTaken, { rateHz: GREETING_RATE_HZ, maxSeconds: GREETING_MAX_SECONDS })
  if (taken === null) return <TakeGreeting of={texts[path.kind]} recorder={recorder} taken={setTaken} />
  const told = (): void => {
    setTaken(null)
    kept()
    done(texts.greetingKept)
  }
  const again = (): void => {
    setTaken(null)
    recorder.start()
  }
  return (
    <Review
      sound={taken}
      label={texts[path.kind]}
      isBusy={upload.isPending}
      keep={() => void upload.mutateAsync([{ path, body: taken }]).then(told, failed)}
      again={again}
      drop={() => setTaken(null)}
    />
  )
}

interface TakeGreetingProps {
  readonly of: string
  readonly recorder: ReturnType<typeof useRecorder>
  readonly taken: (sound: Blob) => void
}

function TakeGreeting({ of, recorder: { state, start, stop }, taken }: TakeGreetingProps) {
  const texts = useTexts(mailboxTexts)
  const format = useFormat()
  // Whatever the browser can play becomes what the exchange plays.
  const convert = (file: File | null): void => {
    if (file !== null) asWav(file, GREETING_RATE_HZ).then(taken, () => taken(file))
  }
  return (
    <>
      <Group>
        {state.kind === 'recording' ? (
          <Button color="red" leftSection={<Square size={16} aria-hidden />} onClick={stop}>
            {texts.stop(format.duration(state.seconds))}
          </Button>
        ) : (
          <Button variant="default" leftSection={<Mic size={16} aria-hidden />} onClick={start} aria-label={`${of}: ${texts.record}`}>
            {texts.record}
          </Button>
        )}
        <FileButton onChange={convert} accept="audio/*" inputProps={{ 'aria-label': `${of}: ${texts.upload}` }}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<Upload size={16} aria-hidden />}>
              {texts.upload}
            </Button>
          )}
        </FileButton>
      </Group>
      {state.kind === 'refused' ? <Alert color="red">{texts.noMicrophone}</Alert> : null}
    </>
  )
}

/** What the exchange plays as it is, and as long as it takes. */
const GREETING_RATE_HZ = 16_000
const GREETING_MAX_SECONDS = 60
