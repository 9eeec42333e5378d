import { ActionIcon, Group, Paper, Skeleton, Stack, Text } from '@mantine/core'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { versionOf } from '../../api/version.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { Player } from '../../shared/sound/player.tsx'
import { moved } from '../../shared/team/members.ts'
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
      {data === undefined ? null : <Pieces list={data} />}
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

/** In the order in which they are played: moved by dragging, or by keyboard with the arrows. */
function Pieces({ list }: { readonly list: Answer<'GET /hold-music'> }) {
  const texts = useTexts(soundTexts)
  const query = useCustomer()
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const [dragged, setDragged] = useState<number>()
  const change = useChange('PATCH /hold-music', REFRESHED)
  const { items } = list
  const order = (pieces: readonly Piece[], ifMatch?: string) =>
    change.mutateAsync([{ query, body: { order: pieces.map(({ id }) => id) }, ifMatch }])
  const move = (from: number, to: number): void => {
    if (from === to || change.isPending) return
    void order(moved(items, from, to), versionOf(list)).then(() => done(texts.ordered, () => order(items)), failed)
  }
  const drop = (to: number): void => {
    if (dragged !== undefined) move(dragged, to)
    setDragged(undefined)
  }
  const isMovable = mayChange && items.length > 1
  return (
    <>
      {isMovable ? (
        <Text size="sm" c="dimmed">
          {texts.orderHint}
        </Text>
      ) : null}
      {items.map((piece, index) => (
        <Paper
          key={piece.id}
          withBorder
          p="xs"
          draggable={isMovable}
          onDragStart={() => setDragged(index)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => drop(index)}
        >
          <PieceRow piece={piece}>
            {isMovable ? <Arrows name={piece.name} place={index} last={items.length - 1} move={(to) => move(index, to)} /> : null}
          </PieceRow>
        </Paper>
      ))}
    </>
  )
}

interface ArrowsProps {
  readonly name: string
  readonly place: number
  readonly last: number
  readonly move: (to: number) => void
}

function Arrows({ name, place, last, move }: ArrowsProps) {
  const texts = useTexts(soundTexts)
  return (
    <>
      <ActionIcon variant="default" size="lg" aria-label={texts.up(name)} disabled={place === 0} onClick={() => move(place - 1)}>
        <ArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" size="lg" aria-label={texts.down(name)} disabled={place === last} onClick={() => move(place + 1)}>
        <ArrowDown size={16} aria-hidden />
      </ActionIcon>
    </>
  )
}

interface PieceRowProps {
  readonly piece: Piece
  readonly children: ReactNode
}

function PieceRow({ piece: { id, name, durationMs, octets }, children }: PieceRowProps) {
  const texts = useTexts(soundTexts)
  const format = useFormat()
  const remove = useChange('DELETE /hold-music/{musicId}', REFRESHED)
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        <Text size="sm">{`${name} (${format.duration(durationMs / 1_000)}, ${format.bytes(octets)})`}</Text>
        <Group gap="xs">
          {children}
          <DeleteButton
            title={texts.deleteMusic(name)}
            consequence={texts.deleteMusicConsequence}
            remove={() => remove.mutateAsync([{ path: { musicId: id } }])}
            deleted={texts.musicDeleted}
            label={texts.deleteNamed(name)}
          />
        </Group>
      </Group>
      <Player operation="GET /hold-music/{musicId}/sound" path={{ musicId: id }} label={texts.listen(name)} version={octets} />
    </Stack>
  )
}
