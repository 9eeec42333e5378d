import { Badge, Button, Group, Text } from '@mantine/core'
import { urlOf } from '../../api/client.ts'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { PlayButton } from '../../shared/sound/play-button.tsx'
import type { Language } from '../../shared/texts.ts'
import type { Prompt } from './prompts.tsx'
import { soundTexts } from './texts.ts'
import { UploadButton } from './upload-button.tsx'

const REFRESHED = { refreshes: ['/prompts', '/storage'] }

/** A sentence in one language: as delivered, or the customer's own recording. */
export function PromptVoice({ prompt, language }: { readonly prompt: Prompt; readonly language: Language }) {
  const texts = useTexts(soundTexts)
  const query = useCustomer()
  const mayChange = useMayChange()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const path = { promptId: prompt.id, language }
  const replace = useChange('POST /prompts/{promptId}/{language}', REFRESHED)
  const restore = useChange('DELETE /prompts/{promptId}/{language}', REFRESHED)
  const isOwn = prompt.replaced.includes(language)
  const said = prompt.texts[language]
  const address = (voice: 'own' | 'product'): string => urlOf('/prompts/{promptId}/{language}', { path, query: { ...query, voice } })
  const send = (file: File): void => {
    replace.mutateAsync([{ path, query, body: file }]).then(() => done(texts.replaced), failed)
  }
  const back = async (): Promise<void> => {
    if (!(await confirm({ title: `${texts.back}?`, consequence: texts.backConsequence, act: texts.back }))) return
    await restore.mutateAsync([{ path, query }]).then(() => done(texts.isBack), failed)
  }
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" lang={language} flex="1 1 20rem">
        {said}
      </Text>
      {isOwn ? <Badge variant="default">{texts.own}</Badge> : null}
      {isOwn ? <PlayButton source={address('own')} label={`${texts.own}, ${texts[language]}: ${said}`} /> : null}
      <PlayButton source={address('product')} label={`${texts.delivered}, ${texts[language]}: ${said}`} />
      {mayChange ? (
        <UploadButton isBusy={replace.isPending} chosen={send} label={`${texts.replace} (${texts[language]}): ${said}`}>
          {texts.replace}
        </UploadButton>
      ) : null}
      {mayChange && isOwn ? (
        <Button size="xs" variant="default" loading={restore.isPending} onClick={() => void back()} aria-label={`${texts.back}: ${said}`}>
          {texts.back}
        </Button>
      ) : null}
    </Group>
  )
}
