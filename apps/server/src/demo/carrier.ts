import type { Random } from '@klinke/foundation'
import { token } from '@klinke/foundation'
import type { Database, SecretBox } from '@klinke/platform'
import { insertCarrier, listCarriers, type NewCarrier, replaceCarrier } from '@klinke/trunks'

/** Name of the demo's carrier in the list of carriers. */
export const DEMO_CARRIER = 'Simuliertes öffentliches Netz'

/** The account that Klinke registers with at the simulated public network, new at each start. */
export interface DemoLine {
  readonly username: string
  readonly password: string
}

export function newDemoLine(random: Random): DemoLine {
  return { username: 'klinke-demo', password: token(random, 24) }
}

/** Makes the simulated public network a carrier, or tells the carrier its new port and password. */
export async function connectDemoCarrier(database: Database, secrets: SecretBox, line: DemoLine, port: number): Promise<void> {
  const carrier: NewCarrier = {
    name: DEMO_CARRIER,
    host: '127.0.0.1',
    port,
    transport: 'UDP',
    authentication: { kind: 'registration', ...line, expiresSeconds: 300 },
    outboundFormat: 'e164',
    priority: 100,
    srtp: 'none',
    ...{ profile: null, profileChanges: {}, share: 100, channels: null },
    emergencyLocation: 'pidf-lo',
    foreign: false,
  }
  await database.withOperator(async (tx) => {
    const existing = (await listCarriers(tx)).find(({ name }) => name === DEMO_CARRIER)
    if (existing === undefined) await insertCarrier(tx, carrier, secrets)
    else await replaceCarrier(tx, existing.id, carrier, secrets)
  })
}
