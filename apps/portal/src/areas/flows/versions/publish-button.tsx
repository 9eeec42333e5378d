import { Alert, Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../api/operation.ts'
import { useChange } from '../../../api/queries.ts'
import { useApi } from '../../../session/session-context.tsx'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import { sharedTexts } from '../../../shared/shared-texts.ts'
import { useEditor } from '../editor/editor-context.tsx'
import { EndInWords } from '../trying/way-of-call.tsx'
import { versionsTexts } from './versions-texts.ts'

type Results = Answer<'POST /flows/{flowId}/try-examples'>['items']

/** Publishes the draft, after what is stored is checked and its examples are tried. */
export function PublishButton() {
  const texts = useTexts(versionsTexts)
  const api = useApi()
  const { failed } = useNotices()
  const { flow, flush, mayChange } = useEditor()
  const [results, setResults] = useState<Results>()
  const [isBusy, setBusy] = useState(false)
  const look = async (): Promise<void> => {
    setBusy(true)
    try {
      if (await flush()) setResults((await api('POST /flows/{flowId}/try-examples', { path: { flowId: flow.id }, body: {} })).items)
    } catch (error) {
      failed(error)
    } finally {
      setBusy(false)
    }
  }
  if (!mayChange) return null
  return (
    <>
      <Button loading={isBusy} onClick={() => void look()}>
        {texts.publish}
      </Button>
      <PublishDialogue results={results} close={() => setResults(undefined)} />
    </>
  )
}

function PublishDialogue({ results, close }: { readonly results: Results | undefined; readonly close: () => void }) {
  const texts = useTexts(versionsTexts)
  const shared = useTexts(sharedTexts)
  const { flow } = useEditor()
  const [note, setNote] = useState('')
  const { isPending, publish } = usePublishing(() => {
    setNote('')
    close()
  })
  const isReady = flow.problems.length === 0 && results?.every(({ passed }) => passed) === true
  return (
    <Modal opened={results !== undefined} onClose={close} title={texts.publishTitle} closeButtonProps={{ 'aria-label': shared.close }}>
      <Stack>
        <Text size="sm">{texts.publishAbout}</Text>
        <Obstacles results={results ?? []} />
        <TextInput
          label={texts.note}
          description={texts.noteHint}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={500}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {shared.cancel}
          </Button>
          <Button disabled={!isReady} loading={isPending} onClick={() => void publish(note.trim())}>
            {texts.publish}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function usePublishing(close: () => void) {
  const texts = useTexts(versionsTexts)
  const { done, failed } = useNotices()
  const { flow, look } = useEditor()
  const { mutateAsync, isPending } = useChange('POST /flows/{flowId}/publish', { refreshes: ['/flows'] })
  const publish = async (note: string): Promise<void> => {
    try {
      const { version } = await mutateAsync([{ path: { flowId: flow.id }, body: note === '' ? {} : { note } }])
      await look()
      close()
      done(texts.published(version))
    } catch (error) {
      failed(error)
    }
  }
  return { isPending, publish }
}

/** What keeps the draft from being published: what is missing, and examples that come out differently. */
function Obstacles({ results }: { readonly results: Results }) {
  const texts = useTexts(versionsTexts)
  const { language } = useLanguage()
  const { flow } = useEditor()
  const failing = results.filter(({ passed }) => !passed)
  if (flow.problems.length > 0) {
    return (
      <Alert color="red" title={texts.mendFirst}>
        <List size="sm">
          {flow.problems.map(({ text }) => (
            <List.Item key={text.en}>{text[language]}</List.Item>
          ))}
        </List>
      </Alert>
    )
  }
  if (failing.length === 0) return results.length === 0 ? null : <Text size="sm">{texts.examplesTried(results.length)}</Text>
  return (
    <Alert color="red" title={texts.examplesFail}>
      <List size="sm">
        {failing.map(({ name, simulation }) => (
          <List.Item key={name}>
            {name}: <EndInWords kind={simulation.end.kind} to={simulation.end.to} />
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
