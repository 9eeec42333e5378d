import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { LockOpen } from 'lucide-react'
import { useState } from 'react'
import type { Entry } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { EmptyState } from '../../shared/empty-state.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { NewLock } from './new-lock.tsx'
import { guardTexts } from './texts.ts'

type Lock = Entry<'GET /cost-guard/locks'>

/** More there are not at a time, by far. */
const SHOWN = 20

/** Locks by the provider, with reason, stage and dates: the customer sees them, the provider makes and lifts them. */
export function Locks() {
  const texts = useTexts(guardTexts)
  const query = { ...useCustomer(), limit: SHOWN }
  const { data, error, refetch } = useAnswer('GET /cost-guard/locks', [{ query }])
  const isProvider = hasCustomers(useSession())
  const mayLock = useMayChange() && isProvider
  const [isNew, setNew] = useState(false)
  return (
    <Section title={texts.locks} about={texts.locksAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 ? (
        <EmptyState icon={LockOpen} title={texts.noLocks} text={mayLock ? texts.noLocksProvider : texts.noLocksText} />
      ) : null}
      <Stack gap="md">
        {data?.items.map((lock) => (
          <OneLock key={lock.id} lock={lock} mayLift={mayLock && lock.stage !== 'lifted'} />
        ))}
      </Stack>
      {isNew ? <NewLock close={() => setNew(false)} /> : null}
      {mayLock && !isNew ? (
        <Group>
          <Button variant="default" onClick={() => setNew(true)}>
            {texts.newLock}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}

function OneLock({ lock, mayLift }: { readonly lock: Lock; readonly mayLift: boolean }) {
  const texts = useTexts(guardTexts)
  const format = useFormat()
  const { cause, services, reason, stage, outgoingFrom, fullFrom, liftedAt } = lock
  return (
    <div>
      <Group gap="sm">
        <Text fw={600}>{texts[`cause-${cause}`]}</Text>
        <Badge variant="default">{texts[`stage-${stage}`]}</Badge>
        <Text size="sm">{texts[`services-${services}`]}</Text>
        {mayLift ? <LiftLock id={lock.id} /> : null}
      </Group>
      <Text size="sm">{reason}</Text>
      <Text size="sm">
        {texts.outgoingSince(format.dateTime(outgoingFrom))}
        {fullFrom === null ? '' : ` ${texts.fullSince(format.dateTime(fullFrom))}`}
        {liftedAt === null ? '' : ` ${texts.liftedSince(format.dateTime(liftedAt))}`}
      </Text>
    </div>
  )
}

function LiftLock({ id }: { readonly id: string }) {
  const texts = useTexts(guardTexts)
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const lift = useChange('POST /cost-guard/locks/{lockId}/lift', { refreshes: ['/cost-guard'] })
  const press = async (): Promise<void> => {
    if (!(await confirm({ title: texts.liftLockTitle, consequence: texts.liftLockConsequence, act: texts.liftLock }))) return
    try {
      await lift.mutateAsync([{ path: { lockId: id } }])
      done(texts.lockLifted)
    } catch (error) {
      failed(error)
    }
  }
  return (
    <Button size="xs" variant="default" loading={lift.isPending} onClick={() => void press()}>
      {texts.liftLock}
    </Button>
  )
}
