import { Button, Group, Stack, Text } from '@mantine/core'
import { urlOf } from '../../api/client.ts'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { paymentTexts } from './texts.ts'

type Batch = Answer<'GET /sepa-batches'>['items'][number]

/** Debits that are counted one by one. */
const MOST = 200

const REFRESHES = { refreshes: ['/sepa-batches', '/direct-debits', '/open-items'] }

/** What is announced, and the files for the bank. */
export function Collections() {
  const texts = useTexts(paymentTexts)
  const { data, error, refetch } = useAnswer('GET /sepa-batches', [])
  return (
    <Section title={texts.collections} about={texts.collectionsAbout}>
      <Announced />
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 ? <Text size="sm">{texts.noBatches}</Text> : null}
      {data?.items.map((batch) => (
        <BatchRow key={batch.id} batch={batch} />
      ))}
    </Section>
  )
}

function Announced() {
  const texts = useTexts(paymentTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const { data } = useAnswer('GET /direct-debits', [{ query: { state: 'announced', limit: MOST } }])
  const announce = useChange('POST /direct-debits/announcements', REFRESHES)
  const make = useChange('POST /sepa-batches', REFRESHES)
  const items = data?.items ?? []
  const cents = items.reduce((sum, { amount }) => sum + Math.round(Number(amount.amount) * 100), 0)
  const total = format.money({ amount: String(cents / 100), currency: 'EUR' })
  const tell = ({ announced, left }: Answer<'POST /direct-debits/announcements'>): void =>
    done(
      texts.announced(
        announced,
        Object.values(left).reduce((sum, count) => sum + count, 0),
      ),
    )
  return (
    <>
      <Text size="sm">{data?.nextCursor == null ? texts.announcedNow(items.length, total) : texts.manyAnnounced(MOST)}</Text>
      {mayChange ? (
        <Group>
          <Button variant="default" loading={announce.isPending} onClick={() => void announce.mutateAsync([]).then(tell, failed)}>
            {texts.announce}
          </Button>
          <Button loading={make.isPending} onClick={() => void make.mutateAsync([]).then(() => done(texts.made), failed)}>
            {texts.make}
          </Button>
        </Group>
      ) : null}
    </>
  )
}

function BatchRow({ batch }: { readonly batch: Batch }) {
  const texts = useTexts(paymentTexts)
  const format = useFormat()
  const { id, messageId, debits, total, madeAt, givenOutAt, givenOutBy } = batch
  return (
    <Group justify="space-between">
      <Stack gap={0}>
        <Text fw={600}>{messageId}</Text>
        <Text size="sm">{texts.batchLine(debits, format.money(total), format.dateTime(madeAt))}</Text>
        <Text size="sm">{givenOutAt === null ? texts.notGivenOut : texts.givenOut(format.dateTime(givenOutAt), givenOutBy ?? '')}</Text>
      </Stack>
      <Group gap="xs">
        {givenOutAt === null ? (
          <BatchActs batch={batch} />
        ) : (
          <Button component="a" href={fileOf(id)} download variant="default" size="xs" aria-label={`${texts.download}: ${messageId}`}>
            {texts.download}
          </Button>
        )}
      </Group>
    </Group>
  )
}

function fileOf(batchId: string): string {
  return urlOf('/sepa-batches/{batchId}/file', { path: { batchId } })
}

/** Only what is given out can be loaded: what the bank may have is never discarded, and never collected again. */
function BatchActs({ batch: { id, messageId } }: { readonly batch: Batch }) {
  const texts = useTexts(paymentTexts)
  const mayChange = useMayChange()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const giveOut = useChange('POST /sepa-batches/{batchId}/give-out', REFRESHES)
  const discard = useChange('DELETE /sepa-batches/{batchId}', REFRESHES)
  const path = { batchId: id }
  const asked = async (title: string, consequence: string, act: string, work: () => Promise<unknown>, said: string): Promise<void> => {
    if (await confirm({ title, consequence, act })) await work().then(() => done(said), failed)
  }
  const load = (): void => Object.assign(document.createElement('a'), { href: fileOf(id), download: '' }).click()
  const give = () =>
    asked(texts.giveOutTitle, texts.giveOutConsequence, texts.giveOut, () => giveOut.mutateAsync([{ path }]).then(load), texts.isGivenOut)
  const giveUp = () =>
    asked(texts.discardTitle, texts.discardConsequence, texts.discard, () => discard.mutateAsync([{ path }]), texts.discarded)
  if (!mayChange) return null
  return (
    <>
      <Button size="xs" loading={giveOut.isPending} onClick={() => void give()} aria-label={`${texts.giveOut}: ${messageId}`}>
        {texts.giveOut}
      </Button>
      <Button
        size="xs"
        color="red"
        variant="light"
        loading={discard.isPending}
        onClick={() => void giveUp()}
        aria-label={`${texts.discard}: ${messageId}`}
      >
        {texts.discard}
      </Button>
    </>
  )
}
