import { Skeleton, Stack, Switch } from '@mantine/core'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useTexts } from '../language.tsx'
import { useNotices } from '../notices.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { Trouble } from '../trouble.tsx'
import { callSettingsTexts } from './call-settings-texts.ts'

type SwitchName = 'doNotDisturb' | 'callWaiting' | 'hideNumber'

interface CallSwitchesProps {
  readonly extensionId: string
  readonly switches: readonly SwitchName[]
}

/** Settings that are switched at once, without a form; the notice takes it back. */
export function CallSwitches({ extensionId, switches }: CallSwitchesProps) {
  const texts = useTexts(callSettingsTexts)
  const shared = useTexts(sharedTexts)
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const { data, error, refetch } = useAnswer('GET /extensions/{extensionId}/call-settings', [{ path: { extensionId } }])
  const change = useChange('PATCH /extensions/{extensionId}/call-settings', { refreshes: ['/extensions', '/presence'] })
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={40} />
  const save = (name: SwitchName, on: boolean) => change.mutateAsync([{ path: { extensionId }, body: { [name]: on } }])
  const turn = (name: SwitchName, on: boolean): void => void save(name, on).then(() => done(shared.saved, () => save(name, !on)), failed)
  return (
    <Stack gap="sm">
      {switches.map((name) => (
        <Switch
          {...{ key: name, label: texts[name], disabled: !mayChange || change.isPending, checked: data[name] }}
          {...(name === 'hideNumber' ? {} : { description: texts[`${name}Hint`] })}
          key={name}
          onChange={({ currentTarget: { checked } }) => turn(name, checked)}
        />
      ))}
    </Stack>
  )
}
