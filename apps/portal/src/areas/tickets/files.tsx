import { Button, FileButton, Group, Text } from '@mantine/core'
import { Paperclip } from 'lucide-react'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { ticketTexts } from './texts.ts'

const MAX_FILES = 10
const MAX_OCTETS = 10 * 1024 * 1024

/** Files that go along with what is said: chosen first, sent with it. */
export function Files({ files, choose }: { readonly files: readonly File[]; readonly choose: (files: readonly File[]) => void }) {
  const texts = useTexts(ticketTexts)
  const { warn } = useNotices()
  const take = (chosen: readonly File[]): void => {
    const all = [...files, ...chosen]
    const wrong = chosen.find(({ size }) => size === 0 || size > MAX_OCTETS)
    if (wrong !== undefined) warn(texts.filesRefused, texts.fileTooLarge(wrong.name))
    else if (all.length > MAX_FILES) warn(texts.filesRefused, texts.filesTooMany)
    else choose(all)
  }
  return (
    <div>
      <Group gap="xs">
        <FileButton multiple onChange={take} inputProps={{ 'aria-label': texts.files }}>
          {(props) => (
            <Button {...props} variant="default" size="xs" leftSection={<Paperclip size={16} aria-hidden />}>
              {texts.files}
            </Button>
          )}
        </FileButton>
        {files.length === 0 ? null : (
          <Button variant="default" size="xs" onClick={() => choose([])}>
            {texts.filesNone}
          </Button>
        )}
      </Group>
      <Text size="sm" role="status">
        {files.length === 0 ? texts.filesHint : texts.filesChosen(files.map(({ name }) => name).join(', '))}
      </Text>
    </div>
  )
}
