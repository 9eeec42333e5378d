import { Button, Fieldset, Group, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../../../api/queries.ts'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import type { Trunk } from '../trunk.ts'
import { outageTexts } from './texts.ts'

const MAX_LETTERS = 2_000
const REFRESHED = { refreshes: ['/announcements', '/call-targets'] } as const

interface SpokenTextProps {
  readonly trunk: Trunk
  /** The announcement that says the text. */
  readonly made: (announcementId: string) => void
}

/** An own text becomes an announcement, spoken by the exchange; it can be recorded anew among the announcements. */
export function SpokenText({ trunk, made }: SpokenTextProps) {
  const texts = useTexts(outageTexts)
  const { language } = useLanguage()
  const [text, setText] = useState('')
  const { done, failed } = useNotices()
  const create = useChange('POST /announcements', REFRESHED)
  const speak = useChange('POST /announcements/{announcementId}/sounds/{language}/spoken', REFRESHED)
  const make = async (): Promise<void> => {
    const { id } = await create.mutateAsync([{ body: { tenantId: trunk.tenantId, name: texts.announcementName(trunk.name) } }])
    await speak.mutateAsync([{ path: { announcementId: id, language }, body: { text } }])
    setText('')
    made(id)
    done(texts.spoken)
  }
  return (
    <Fieldset legend={texts.ownText}>
      <Stack gap="xs">
        <Textarea
          label={texts.text}
          description={texts.textHint}
          autosize
          minRows={2}
          maxLength={MAX_LETTERS}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group>
          <Button
            variant="default"
            disabled={text.trim() === ''}
            loading={create.isPending || speak.isPending}
            onClick={() => void make().catch(failed)}
          >
            {texts.speak}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}
