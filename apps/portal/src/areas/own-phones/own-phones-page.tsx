import { Skeleton } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useSession } from '../../session/session-context.tsx'
import { CallSwitches } from '../../shared/call-settings/call-switches.tsx'
import { Callbacks } from '../../shared/callbacks/callbacks.tsx'
import { EmergencyTest } from '../../shared/emergency-test/emergency-test.tsx'
import { useLanguage } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Devices } from '../../shared/sip-access/devices.tsx'
import { NumberShown } from '../../shared/sip-access/number-shown.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { ownPhones } from './area.ts'

/** The own phones, what is entered in them, and which number they show. */
export default function OwnPhonesPage() {
  const { extension } = useSession()
  return extension === null ? null : <Own extensionId={extension.id} />
}

function Own({ extensionId }: { readonly extensionId: string }) {
  const { language } = useLanguage()
  const { data, error, refetch } = useAnswer('GET /extensions/{extensionId}', [{ path: { extensionId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={ownPhones.title[language]}>
      <Devices extension={data} />
      <EmergencyTest extensionId={extensionId} />
      <NumberShown extensionId={extensionId}>
        <CallSwitches extensionId={extensionId} switches={['hideNumber']} />
      </NumberShown>
      <CallSwitches extensionId={extensionId} switches={['callWaiting']} />
      <Callbacks extensionId={extensionId} />
    </Page>
  )
}
