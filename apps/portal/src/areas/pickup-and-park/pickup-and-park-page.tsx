import { ChangedBy } from '../../session/may-change.tsx'
import { mayUse } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { ParkSlots } from './park-slots.tsx'
import { PickupGroups } from './pickup-groups.tsx'
import { ParkTime, PickupPolicy } from './policies.tsx'
import { pickupTexts } from './texts.ts'

/** Calls that change the phone: fetched from another, or parked for another. */
export default function PickupAndParkPage() {
  const texts = useTexts(pickupTexts)
  const session = useSession()
  return (
    <Page title={texts.title} about={texts.about}>
      {mayUse(session, 'extensions') ? (
        <ChangedBy rights="extensions">
          <PickupGroups />
          <PickupPolicy />
        </ChangedBy>
      ) : null}
      {mayUse(session, 'routing') ? (
        <ChangedBy rights="routing">
          <ParkSlots />
          <ParkTime />
        </ChangedBy>
      ) : null}
    </Page>
  )
}
