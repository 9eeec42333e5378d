import { Button, FileButton, Group, NumberInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { ShieldAlert, Upload } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { prefixOf } from './allowed-callers.tsx'
import { spamTexts } from './texts.ts'

type Score = Entry<'GET /spam-scores'>

/** The operator's list, the same for all customers. */
export function Scores() {
  const texts = useTexts(spamTexts)
  const format = useFormat()
  const api = useApi()
  const query = { limit: PAGE_SIZE }
  const columns: readonly Column<Score>[] = [
    { key: 'prefix', title: texts.number, cell: ({ prefix }) => readableNumbers(prefix) },
    { key: 'score', title: texts.score, cell: ({ score }) => score, width: '7rem' },
    { key: 'note', title: texts.reason, cell: ({ note }) => note ?? '', wideOnly: true },
    {
      key: 'until',
      title: texts.until,
      cell: ({ validUntil }) => (validUntil === null ? texts.forEver : format.date(validUntil)),
      wideOnly: true,
    },
    { key: 'act', title: texts.act, cell: (each) => <Remove score={each} />, width: '8rem' },
  ]
  return (
    <Section title={texts.scores} about={texts.scoresAbout}>
      <DataList
        name={texts.scores}
        source={{ key: ['GET /spam-scores', query], page: (cursor) => api('GET /spam-scores', { query: { ...query, ...cursor } }) }}
        columns={columns}
        rowKey={({ id }) => id}
        searched={({ prefix, note }) => `${prefix} ${note ?? ''}`}
        empty={{ icon: ShieldAlert, title: texts.noScores, text: texts.noScoresText }}
      />
      <NewScore />
      <UploadButton />
    </Section>
  )
}

function NewScore() {
  const texts = useTexts(spamTexts)
  const { done } = useNotices()
  const create = useChange('POST /spam-scores', { refreshes: ['/spam-scores'] })
  const form = useForm<{ number: string; score: number | ''; note: string }>({
    initialValues: { number: '', score: 80, note: '' },
    validate: {
      number: (number) => (prefixOf(number) === undefined ? texts.numberWrong : null),
      score: (score) => (score !== '' && Number.isInteger(score) && score >= 1 && score <= 100 ? null : texts.outOfRange),
    },
  })
  const submit = useSubmit(
    form,
    async ({ number, score, note }) => {
      await create.mutateAsync([{ body: { prefix: prefixOf(number) ?? '', score: Number(score), note: note.trim() || null } }])
      done(texts.scoreAdded)
      form.reset()
    },
    { 'spam-prefix-taken': 'number' },
  )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Group align="flex-end" gap="sm">
        <TextInput label={texts.number} type="tel" required {...form.getInputProps('number')} />
        <NumberInput
          label={texts.score}
          min={1}
          max={100}
          clampBehavior="none"
          allowDecimal={false}
          required
          {...form.getInputProps('score')}
        />
        <TextInput label={texts.reason} maxLength={200} {...form.getInputProps('note')} />
        <Button type="submit" variant="default" loading={submit.isBusy}>
          {texts.addScore}
        </Button>
      </Group>
    </form>
  )
}

function UploadButton() {
  const texts = useTexts(spamTexts)
  const { done, failed } = useNotices()
  const replace = useChange('POST /spam-scores/import', { refreshes: ['/spam-scores'] })
  const send = (file: File): void => {
    replace.mutateAsync([{ query: {}, body: file }]).then((report) => done(texts.uploaded(report.imported, report.failed)), failed)
  }
  return (
    <Group>
      <FileButton onChange={(file) => file && send(file)} accept=".csv,.txt,.xlsx,text/csv" inputProps={{ 'aria-label': texts.upload }}>
        {(props) => (
          <Button {...props} variant="default" loading={replace.isPending} leftSection={<Upload size={16} aria-hidden />}>
            {texts.upload}
          </Button>
        )}
      </FileButton>
    </Group>
  )
}

function Remove({ score: { id, prefix } }: { readonly score: Score }) {
  const texts = useTexts(spamTexts)
  const name = readableNumbers(prefix)
  const remove = useChange('DELETE /spam-scores/{scoreId}', { refreshes: ['/spam-scores'] })
  return (
    <DeleteButton
      title={texts.removeScore(name)}
      consequence={texts.removeScoreConsequence}
      remove={() => remove.mutateAsync([{ path: { scoreId: id } }])}
      deleted={texts.scoreRemoved}
      label={texts.remove(name)}
    />
  )
}
