import { Button, Stack, Text } from '@mantine/core'
import { PhoneCall } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../../../session/session-context.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import { useEditor } from '../editor/editor-context.tsx'
import type { SimulatedCall, Simulation } from '../graph/flow.ts'
import { CallForm, type CallValues, callOf, initialCall, isComplete } from './call-form.tsx'
import { KeepExample } from './keep-example.tsx'
import { tryingTexts } from './trying-texts.ts'
import { WayOfCall } from './way-of-call.tsx'

interface Tried {
  readonly call: SimulatedCall
  readonly simulation: Simulation
}

/** The simulator beside the graph: "caller X dials Y at time T, presses 2". */
export function TestPanel() {
  const texts = useTexts(tryingTexts)
  const api = useApi()
  const { failed } = useNotices()
  const { flow, flush } = useEditor()
  const [values, setValues] = useState<CallValues>(() => initialCall(flow.number ?? '', new Date()))
  const [tried, setTried] = useState<Tried>()
  const [isBusy, setBusy] = useState(false)
  const run = async (): Promise<void> => {
    setBusy(true)
    try {
      const call = callOf(values)
      // The server tries what it has stored.
      if (!(await flush())) return
      setTried({ call, simulation: await api('POST /flows/{flowId}/simulate', { path: { flowId: flow.id }, body: { call } }) })
    } catch (error) {
      failed(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {texts.about}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <Stack gap="xs">
          <CallForm values={values} change={setValues} />
          <Button type="submit" loading={isBusy} disabled={!isComplete(values)} leftSection={<PhoneCall size={16} aria-hidden />}>
            {texts.run}
          </Button>
        </Stack>
      </form>
      {tried === undefined ? null : <WayOfCall simulation={tried.simulation} clear={() => setTried(undefined)} />}
      {tried === undefined ? null : <KeepExample call={tried.call} simulation={tried.simulation} />}
    </Stack>
  )
}
