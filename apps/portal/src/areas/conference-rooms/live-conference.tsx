import { ActionIcon, Badge, Button, Group, Paper, Stack, Switch, Text } from '@mantine/core'
import { Mic, MicOff, UserMinus, Users } from 'lucide-react'
import { Problem } from '../../api/problem.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { EmptyState } from '../../shared/empty-state.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { Invite } from './invite.tsx'
import { type Conference, type ConferenceMember, memberName, type Room } from './room.ts'
import { conferenceTexts } from './texts.ts'

const AGAIN_MS = 2_000

/** Who is in the room now, and what can be done with them. */
export function LiveConference({ room }: { readonly room: Room }) {
  const texts = useTexts(conferenceTexts)
  const mayChange = useMayChange()
  const { data, error } = useAnswer('GET /conference-rooms/{roomId}/conference', [{ path: { roomId: room.id } }], { everyMs: AGAIN_MS })
  const isEmpty = error instanceof Problem && error.status === 404
  if (error !== null && !isEmpty && data === undefined) return <Trouble error={error} />
  if (data === undefined || isEmpty) return <EmptyState icon={Users} title={texts.nobody} text={texts.nobodyHint(room.number)} />
  return (
    <Stack maw={760}>
      {error === null ? null : <Trouble error={error} />}
      {mayChange ? <Controls roomId={room.id} conference={data} /> : null}
      {data.members.map((member) => (
        <MemberRow key={member.id} roomId={room.id} member={member} />
      ))}
      {mayChange ? <Invite roomId={room.id} /> : null}
    </Stack>
  )
}

const REFRESHED = { refreshes: ['/conference-rooms'] }

function Controls({ roomId, conference }: { readonly roomId: string; readonly conference: Conference }) {
  const texts = useTexts(conferenceTexts)
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const change = useChange('PATCH /conference-rooms/{roomId}/conference', REFRESHED)
  const finish = useChange('DELETE /conference-rooms/{roomId}/conference', REFRESHED)
  const end = async (): Promise<void> => {
    if (!(await confirm({ title: texts.endTitle, consequence: texts.endConsequence, act: texts.end }))) return
    await finish.mutateAsync([{ path: { roomId } }]).then(() => done(texts.ended), failed)
  }
  const lever = (name: 'locked' | 'allMuted' | 'recorded') => (
    <Switch
      label={texts[name]}
      checked={conference[name]}
      onChange={({ currentTarget }) =>
        void change.mutateAsync([{ path: { roomId }, body: { [name]: currentTarget.checked } }]).catch(failed)
      }
    />
  )
  return (
    <Stack gap="xs">
      {lever('locked')}
      {lever('allMuted')}
      {lever('recorded')}
      <Button color="red" variant="light" onClick={() => void end()} style={{ alignSelf: 'flex-start' }}>
        {texts.end}
      </Button>
    </Stack>
  )
}

function MemberRow({ roomId, member }: { readonly roomId: string; readonly member: ConferenceMember }) {
  const texts = useTexts(conferenceTexts)
  const format = useFormat()
  const confirm = useConfirm()
  const { failed } = useNotices()
  const path = { roomId, memberId: member.id }
  const mayChange = useMayChange()
  const change = useChange('PATCH /conference-rooms/{roomId}/conference/members/{memberId}', REFRESHED)
  const remove = useChange('DELETE /conference-rooms/{roomId}/conference/members/{memberId}', REFRESHED)
  const who = memberName(member)
  const kick = async (): Promise<void> => {
    if (!(await confirm({ title: texts.kickTitle(who), consequence: texts.kickConsequence, act: texts.kick }))) return
    await remove.mutateAsync([{ path }]).catch(failed)
  }
  const mute = (): void => void change.mutateAsync([{ path, body: { muted: !member.muted } }]).catch(failed)
  return (
    <Paper withBorder p="xs">
      <Group justify="space-between">
        <Group gap="xs">
          <Text fw={600}>{who}</Text>
          <Text size="sm" c="dimmed">
            {texts.since(format.time(member.since))}
          </Text>
          {member.role === 'moderator' ? <Badge variant="default">{texts.moderator}</Badge> : null}
          {(['muted', 'held', 'waiting'] as const).map((state) =>
            member[state] ? (
              <Badge key={state} variant="default">
                {texts[state]}
              </Badge>
            ) : null,
          )}
        </Group>
        <Group gap="xs" hidden={!mayChange}>
          <ActionIcon variant="default" aria-label={`${member.muted ? texts.unmute : texts.mute}: ${who}`} onClick={mute}>
            {member.muted ? <MicOff size={16} aria-hidden /> : <Mic size={16} aria-hidden />}
          </ActionIcon>
          <ActionIcon variant="default" aria-label={`${texts.kick}: ${who}`} onClick={() => void kick()}>
            <UserMinus size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
    </Paper>
  )
}
