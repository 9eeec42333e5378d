import { token } from '@klinke/foundation'
import type { Addresses } from '../compose/addresses.ts'
import type { Ground } from '../compose/klinke.ts'
import { connectDemoCarrier, newDemoLine } from './carrier.ts'
import { DEMO_DOMAIN } from './demo-domain.ts'
import { type DemoFile, demoFilePath, readDemoFile, writeDemoFile } from './demo-file.ts'
import { type DemoAccounts, demoAccounts } from './ground-data.ts'
import { demoLogins } from './logins.ts'
import { forwardLog } from './public-network/forward-log.ts'
import { NETWORK_NUMBERS } from './public-network/numbers.ts'
import { startPublicNetwork } from './public-network/start.ts'

export interface RunningDemo {
  readonly path: string
  readonly file: DemoFile
}

/** Media ports of the simulated public network: outside the default range of the product. */
const NETWORK_RTP_PORTS = { first: 33_000, last: 33_999 }

/** The demo before the exchange runs: the customer is in the database, the public network waits for Klinke to register. */
export interface PreparedDemo {
  /** Writes demo.json, once the addresses are known. */
  publish(addresses: Addresses): Promise<RunningDemo>
}

/**
 * Creates the demo customer if the database is empty and starts the simulated public network as its carrier. It
 * comes before the exchange, so that it is also there to take leave of when the exchange closes. Undefined when the
 * database belongs to somebody else.
 */
export async function prepareDemo(ground: Ground): Promise<PreparedDemo | undefined> {
  const { configuration, database, random, logger, secrets, hasher, scope } = ground
  const earlier = await readDemoFile(configuration.dataDir)
  const accounts = await demoAccounts(database, random, logger, earlier)
  if (accounts === undefined) return undefined
  const logins = await demoLogins(database, random, hasher, earlier)
  const line = newDemoLine(random)
  const controlToken = token(random, 32)
  const settings = { sipPort: 0, account: { ...line, realm: 'public-network.example' }, rtpPorts: NETWORK_RTP_PORTS, controlToken }
  const network = await startPublicNetwork(settings, (line) => forwardLog(logger, line))
  scope.own({ close: () => network.stop() })
  await connectDemoCarrier(database, secrets, line, network.sipPort)
  const control = { url: network.controlUrl.replace(/\/$/, ''), token: controlToken }
  return { publish: (addresses) => publish(configuration.dataDir, { ...accounts, logins }, addresses, control) }
}

async function publish(
  dataDir: string,
  accounts: DemoAccounts & Pick<DemoFile, 'logins'>,
  addresses: Addresses,
  control: DemoFile['control'],
): Promise<RunningDemo> {
  const { host, http, sipPort, sipsPort, webSocket } = addresses
  const file: DemoFile = {
    portal: `${http}/`,
    api: { url: `${http}/api/v1`, key: accounts.apiKey },
    sip: { domain: DEMO_DOMAIN, host, udp: sipPort, tcp: sipPort, tls: sipsPort, ws: webSocket },
    logins: accounts.logins,
    extensions: accounts.extensions,
    numbers: accounts.numbers,
    network: NETWORK_NUMBERS,
    control,
  }
  await writeDemoFile(dataDir, file)
  return { path: demoFilePath(dataDir), file }
}
