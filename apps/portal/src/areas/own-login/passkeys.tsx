import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Entry } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { canPasskeys } from '../../session/passkey.ts'
import { useProof } from '../../session/proof.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { NewPasskey } from './new-passkey.tsx'
import { ownLoginTexts } from './texts.ts'

/** The own passkeys; made and removed. */
export function Passkeys() {
  const texts = useTexts(ownLoginTexts)
  const [isAdding, setAdding] = useState(false)
  const { data, error, refetch } = useAnswer('GET /me/passkeys', [])
  return (
    <Section title={texts.passkeys} about={texts.passkeysAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={36} /> : null}
      {data?.items.map((passkey) => (
        <PasskeyRow key={passkey.id} passkey={passkey} />
      ))}
      {canPasskeys() ? null : (
        <Text size="sm" c="dimmed">
          {texts.passkeysUnable}
        </Text>
      )}
      {isAdding ? <NewPasskey close={() => setAdding(false)} /> : null}
      {isAdding || !canPasskeys() ? null : (
        <Group>
          <Button onClick={() => setAdding(true)}>{texts.addPasskey}</Button>
        </Group>
      )}
    </Section>
  )
}

function PasskeyRow({ passkey }: { readonly passkey: Entry<'GET /me/passkeys'> }) {
  const texts = useTexts(ownLoginTexts)
  const format = useFormat()
  const confirm = useConfirm()
  const proved = useProof()
  const { done, failed } = useNotices()
  const remove = useChange('DELETE /me/passkeys/{passkeyId}', { refreshes: ['/me/passkeys'] })
  const { id, name, lastUsedAt } = passkey
  const ask = async (): Promise<void> => {
    const question = { title: texts.removePasskeyAsked(name), consequence: texts.removePasskeyConsequence, act: texts.removeShort }
    if (!(await confirm(question))) return
    await proved(() => remove.mutateAsync([{ path: { passkeyId: id } }])).then(() => done(texts.passkeyRemoved), failed)
  }
  return (
    <Group justify="space-between" wrap="nowrap">
      <Stack gap={0}>
        <Text fw={600}>{name}</Text>
        <Text size="sm">{lastUsedAt === null ? texts.passkeyUnused : texts.passkeyUsed(format.when(lastUsedAt))}</Text>
      </Stack>
      <Button variant="light" color="red" aria-label={texts.removePasskey(name)} loading={remove.isPending} onClick={() => void ask()}>
        {texts.removeShort}
      </Button>
    </Group>
  )
}
