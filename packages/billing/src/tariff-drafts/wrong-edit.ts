import { InvalidRequest, type Text } from '@klinke/platform'
import type { TariffDocument } from '../rated-calls/tariff-file.ts'

/** What a change names wrongly, at its place in the request. */
export function wrong(pointer: string, detail: Text): InvalidRequest {
  return new InvalidRequest(detail, [{ pointer, detail }])
}

/** Throws `InvalidRequest`. `field`: of the change, that names the zone. */
export function assertZone({ zones }: TariffDocument, zone: string, pointer: string, field = 'zone'): void {
  if (!zones.some(({ id }) => id === zone))
    throw wrong(`${pointer}/${field}`, { en: `There is no zone ${zone}.`, de: `Die Zone ${zone} gibt es nicht.` })
}
