import { Anchor, Button, Group, List, NativeSelect, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { downloadHref } from '../../shared/download-href.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { ownDataTexts } from './texts.ts'

type Request = Answer<'GET /me/privacy-requests'>['items'][number]
const REFRESHED = { refreshes: ['/me/privacy-requests'] } as const
/** A report takes seconds. */
const EVERY_MS = 3_000

/** What somebody may ask about the own data, by the login alone. */
export default function OwnDataPage() {
  const texts = useTexts(ownDataTexts)
  return (
    <Page title={texts.title} about={texts.about}>
      <Reports />
      <Wishes />
      <Requests />
    </Page>
  )
}

function Reports() {
  const texts = useTexts(ownDataTexts)
  const { done, failed } = useNotices()
  const ask = useChange('POST /me/privacy-requests', REFRESHED)
  const askFor = (kind: Request['kind']): void => void ask.mutateAsync([{ body: { kind } }]).then(() => done(texts.asked), failed)
  return (
    <Section title={texts.reports} about={texts.reportsAbout}>
      <Group>
        <Button loading={ask.isPending} onClick={() => askFor('access')}>
          {texts.askAccess}
        </Button>
        <Button variant="default" loading={ask.isPending} onClick={() => askFor('portability')}>
          {texts.askPortability}
        </Button>
      </Group>
    </Section>
  )
}

function Wishes() {
  const texts = useTexts(ownDataTexts)
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const ask = useChange('POST /me/privacy-requests', REFRESHED)
  const form = useForm({
    initialValues: { kind: 'rectification' as Request['kind'], about: '' },
    validate: { about: (text) => (text.trim() === '' ? shared.required : null) },
  })
  const submit = useSubmit(form, async (body) => {
    await ask.mutateAsync([{ body }])
    form.reset()
    done(texts.sent)
  })
  return (
    <Section title={texts.wishes} about={texts.wishesAbout}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack gap="sm">
          <NativeSelect
            label={texts.wish}
            data={(['rectification', 'deletion', 'objection'] as const).map((value) => ({ value, label: texts[value] }))}
            {...form.getInputProps('kind')}
          />
          <Textarea label={texts.wishText} required autosize maxLength={2_000} {...form.getInputProps('about')} />
          <Group>
            <Button type="submit" variant="default" loading={submit.isBusy}>
              {texts.send}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}

function Requests() {
  const texts = useTexts(ownDataTexts)
  const { data, error, refetch } = useAnswer('GET /me/privacy-requests', [], { everyMs: EVERY_MS, unheard: true })
  return (
    <Section title={texts.list}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 ? <Text size="sm">{texts.none}</Text> : null}
      <List size="sm">
        {data?.items.map((request) => (
          <List.Item key={request.id}>
            <RequestLine request={request} />
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

function RequestLine({ request }: { readonly request: Request }) {
  const texts = useTexts(ownDataTexts)
  const format = useFormat()
  const { id, kind, askedAt, state, progress, isOpen, dueOn, outcome, octets, expiresAt } = request
  const isMade = kind === 'access' || kind === 'portability'
  const how = isMade && state === 'waiting' ? texts.making(progress) : texts[state]
  return (
    <>
      {texts.line(texts[kind], format.dateTime(askedAt), how)}
      {isOpen && !isMade ? `, ${texts.dueOn(format.date(dueOn))}` : null}
      {outcome !== '' && state !== 'failed' ? `: ${outcome}` : null}
      {octets === null || expiresAt === null ? null : (
        <>
          {' '}
          <Anchor size="sm" href={downloadHref(`/me/privacy-requests/${id}/report`, {})} download>
            {texts.download(format.date(expiresAt))}
          </Anchor>
        </>
      )}
    </>
  )
}
