import { Alert, Button, FileButton, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core'
import { Mic, Square, Upload } from 'lucide-react'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Player } from '../../shared/sound/player.tsx'
import { useRecorder } from '../../shared/sound/use-recorder.ts'
import { announcementTexts } from './texts.ts'

type Announcement = Answer<'GET /announcements/{announcementId}'>
type Sound = Announcement['sounds'][number]

interface SoundCardProps {
  readonly announcementId: string
  readonly language: Sound['language']
  readonly sound: Sound | undefined
}

/** What an announcement says in one language, and the three ways to say something else. */
export function SoundCard({ announcementId, language, sound }: SoundCardProps) {
  const texts = useTexts(announcementTexts)
  const title = language === 'de' ? texts.inGerman : texts.inEnglish
  const path = { announcementId, language }
  const mayChange = useMayChange()
  const remove = useChange('DELETE /announcements/{announcementId}/sounds/{language}', { refreshes: ['/announcements'] })
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {title}
          </Title>
          {sound === undefined ? null : (
            <DeleteButton
              title={texts.deleteSound}
              consequence={texts.deleteSoundConsequence}
              remove={() => remove.mutateAsync([{ path }])}
              deleted={texts.soundGone}
              label={`${title}: ${texts.deleteSound}`}
            />
          )}
        </Group>
        {sound === undefined ? <Text c="dimmed">{texts.noSound}</Text> : <Heard path={path} sound={sound} title={title} />}
        {mayChange ? (
          <>
            <Typed path={path} spoken={sound?.spoken ?? ''} />
            <Recorded path={path} />
          </>
        ) : null}
      </Stack>
    </Paper>
  )
}

type Path = Pick<SoundCardProps, 'announcementId' | 'language'>

function Heard({ path, sound, title }: { readonly path: Path; readonly sound: Sound; readonly title: string }) {
  const texts = useTexts(announcementTexts)
  const format = useFormat()
  const kind = sound.spoken === null ? texts.recording : texts.speaks
  return (
    <>
      <Text size="sm">{`${kind}, ${format.duration(sound.durationMs / 1_000)}`}</Text>
      <Player
        operation="GET /announcements/{announcementId}/sounds/{language}"
        path={path}
        label={title}
        version={`${sound.octets} ${sound.spoken ?? ''}`}
      />
    </>
  )
}

function Typed({ path, spoken }: { readonly path: Path; readonly spoken: string }) {
  const texts = useTexts(announcementTexts)
  const [text, setText] = useState(spoken)
  const { done, failed } = useNotices()
  const speak = useChange('POST /announcements/{announcementId}/sounds/{language}/spoken', { refreshes: ['/announcements'] })
  const say = (): Promise<void> => speak.mutateAsync([{ path, body: { text } }]).then(() => done(texts.kept), failed)
  return (
    <Stack gap="xs">
      <Textarea
        label={texts.text}
        description={texts.textHint}
        autosize
        minRows={2}
        maxLength={2_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        style={{ alignSelf: 'flex-start' }}
        variant="default"
        disabled={text.trim() === ''}
        loading={speak.isPending}
        onClick={() => void say()}
      >
        {texts.speak}
      </Button>
    </Stack>
  )
}

function Recorded({ path }: { readonly path: Path }) {
  const texts = useTexts(announcementTexts)
  const format = useFormat()
  const { done, failed } = useNotices()
  const upload = useChange('POST /announcements/{announcementId}/sounds/{language}', { refreshes: ['/announcements'] })
  const send = (sound: Blob | null): void => {
    if (sound === null) return
    upload.mutateAsync([{ path, body: sound }]).then(() => done(texts.kept), failed)
  }
  const { state, start, stop } = useRecorder(send)
  return (
    <>
      <Group>
        {state.kind === 'recording' ? (
          <Button color="red" leftSection={<Square size={16} aria-hidden />} onClick={stop}>
            {texts.stop(format.duration(state.seconds))}
          </Button>
        ) : (
          <Button variant="default" leftSection={<Mic size={16} aria-hidden />} onClick={start}>
            {texts.record}
          </Button>
        )}
        <FileButton onChange={send} accept="audio/wav,audio/mpeg,.wav,.mp3" inputProps={{ 'aria-label': texts.upload }}>
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
