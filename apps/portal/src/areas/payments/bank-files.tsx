import { Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { Upload } from 'lucide-react'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { paymentTexts } from './texts.ts'

const REFRESHES = { refreshes: ['/bank-files', '/bank-entries', '/direct-debits', '/open-items'] }
const MAX_NAME = 200

/** What the bank has sent. */
export function BankFiles() {
  const texts = useTexts(paymentTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const { data } = useAnswer('GET /bank-files', [])
  const take = useChange('POST /bank-files', REFRESHES)
  const send = (file: File): void => {
    // Browsers call XML by several names.
    const body = new File([file], file.name, { type: 'application/xml' })
    take.mutateAsync([{ query: { name: file.name.slice(0, MAX_NAME) }, body }]).then(({ repeated, counts }) => {
      done(repeated ? texts.repeated : texts.taken(counts.matched, counts.unclear, counts.returned))
    }, failed)
  }
  return (
    <Section title={texts.bankFiles} about={texts.bankFilesAbout}>
      {mayChange ? (
        <Group>
          <FileButton
            onChange={(file) => file && send(file)}
            accept=".xml,application/xml,text/xml"
            inputProps={{ 'aria-label': texts.upload }}
          >
            {(props) => (
              <Button {...props} variant="default" loading={take.isPending} leftSection={<Upload size={16} aria-hidden />}>
                {texts.upload}
              </Button>
            )}
          </FileButton>
        </Group>
      ) : null}
      {data?.items.length === 0 ? <Text size="sm">{texts.noFiles}</Text> : null}
      {data?.items.map(({ id, name, kind, takenAt, counts }) => (
        <Stack key={id} gap={0}>
          <Text fw={600}>{texts.fileLine(name, kind, format.dateTime(takenAt))}</Text>
          <Text size="sm">{texts.taken(counts.matched, counts.unclear, counts.returned)}</Text>
        </Stack>
      ))}
    </Section>
  )
}
