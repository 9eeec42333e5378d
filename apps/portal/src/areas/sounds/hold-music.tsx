import { Group, Skeleton, Stack, Text } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { Player } from '../../shared/sound/player.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { soundTexts } from './texts.ts'
import { UploadButton } from './upload-button.tsx'

type Piece = Answer<'GET /hold-music'>['items'][number]

const REFRESHED = { refreshes: ['/hold-music', '/storage'] }
const MAX_NAME = 100

/** What is played to who waits. */
export function HoldMusic() {
  const texts = useTexts(soundTexts)
  const query = useCustomer()
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const { data, error, refetch } = useAnswer('GET /hold-music', [{ query }])
  const add = useChange('POST /hold-music', REFRESHED)
  const send = (file: File): void => {
    const name = file.name.replace(/\.\w+$/, '').slice(0, MAX_NAME)
    add.mutateAsync([{ query: { ...query, name }, body: file }]).then(() => done(texts.added), failed)
  }
  return (
    <Section title={texts.music} about={texts.musicAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={60} /> : null}
      {data?.items.length === 0 ? <Text size="sm">{texts.noMusic}</Text> : null}
      {data?.items.map((piece) => (
        <PieceRow key={piece.id} piece={piece} />
      ))}
      {mayChange ? (
        <Group>
          <UploadButton isBusy={add.isPending} chosen={send}>
            {texts.upload}
          </UploadButton>
        </Group>
      ) : null}
    </Section>
  )
}

function PieceRow({ piece: { id, name, durationMs, octets } }: { readonly piece: Piece }) {
  const texts = useTexts(soundTexts)
  const format = useFormat()
  const remove = useChange('DELETE /hold-music/{musicId}', REFRESHED)
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        <Text size="sm">{`${name} (${format.duration(durationMs / 1_000)}, ${format.bytes(octets)})`}</Text>
        <DeleteButton
          title={texts.deleteMusic(name)}
          consequence={texts.deleteMusicConsequence}
          remove={() => remove.mutateAsync([{ path: { musicId: id } }])}
          deleted={texts.musicDeleted}
          label={texts.deleteNamed(name)}
        />
      </Group>
      <Player operation="GET /hold-music/{musicId}/sound" path={{ musicId: id }} label={texts.listen(name)} version={octets} />
    </Stack>
  )
}
