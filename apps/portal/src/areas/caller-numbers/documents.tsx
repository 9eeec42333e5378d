import { Anchor, Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { Upload } from 'lucide-react'
import { urlOf } from '../../api/client.ts'
import { useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import type { Right } from './right.ts'
import { callerNumberTexts } from './texts.ts'

const MAX_NAME = 100

/** What proves the right. */
export function Documents({ right }: { readonly right: Right }) {
  const texts = useTexts(callerNumberTexts)
  const format = useFormat()
  return (
    <Section title={texts.documents} about={texts.documentsAbout}>
      {right.documents.length === 0 ? <Text size="sm">{texts.noDocuments}</Text> : null}
      {right.documents.map(({ id, name, octets, uploadedBy, uploadedAt }) => (
        <Stack key={id} gap={0}>
          <Anchor
            href={urlOf('/number-rights/{rightId}/documents/{documentId}', { path: { rightId: right.id, documentId: id } })}
            size="sm"
            download
          >
            {`${name} (${format.bytes(octets)})`}
          </Anchor>
          <Text size="sm">{texts.by(uploadedBy, format.dateTime(uploadedAt))}</Text>
        </Stack>
      ))}
      <UploadButton rightId={right.id} />
    </Section>
  )
}

function UploadButton({ rightId }: { readonly rightId: string }) {
  const texts = useTexts(callerNumberTexts)
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const add = useChange('POST /number-rights/{rightId}/documents', { refreshes: ['/number-rights'] })
  const send = (file: File): void => {
    const name = file.name.replace(/\.\w+$/, '').slice(0, MAX_NAME)
    add.mutateAsync([{ path: { rightId }, query: { name }, body: file }]).then(() => done(texts.uploaded), failed)
  }
  if (!mayChange) return null
  return (
    <Group>
      <FileButton
        onChange={(file) => file && send(file)}
        accept="application/pdf,image/jpeg,image/png"
        inputProps={{ 'aria-label': texts.upload }}
      >
        {(props) => (
          <Button {...props} variant="default" size="xs" loading={add.isPending} leftSection={<Upload size={16} aria-hidden />}>
            {texts.upload}
          </Button>
        )}
      </FileButton>
    </Group>
  )
}
