import { type Api, inScope, NotFound, preferredLanguage, principalOf, type Tx } from '@klinke/platform'
import { z } from 'zod'
import { capabilitySet } from './capability-set.ts'
import type { ConfigurationFacts } from './configurations/facts.ts'
import { CONFIGURED_SYSTEMS, configurationFile, systemsFor } from './configurations/files.ts'
import { rangesOf } from './ranges.ts'
import { foundTrunk, type TrunkRouteParts, trunkParams, trunkTags } from './route-parts.ts'
import { tenantOf } from './sell-trunk.ts'
import type { StoredTrunk } from './store.ts'

const system = z.enum(CONFIGURED_SYSTEMS)
const fileParams = trunkParams.extend({ system })

interface Facts extends Omit<ConfigurationFacts, 'language'> {
  readonly trunk: StoredTrunk
}

/** What a PBX is set up with: the capability set (RFC 10006), and a file for each usual one. */
export function fileRoutes(api: Api, parts: TrunkRouteParts): void {
  addCapabilitySet(api, parts)
  addFiles(api, parts)
}

function addCapabilitySet(api: Api, parts: TrunkRouteParts): void {
  const document = z.record(z.string(), z.unknown()).describe('ietf-sip-auto-peering:sip-auto-peering')
  const schema = { tags: trunkTags, summary: 'Get how to peer with a trunk (RFC 10006)', params: trunkParams, response: { 200: document } }
  api.get('/customer-trunks/:trunkId/capability-set', { schema }, async (request) => {
    const { trunkId } = request.params
    const facts = await inScope(parts.database, principalOf(request), undefined, (tx) => factsOf(tx, trunkId, parts))
    const location = `${parts.server().baseUrl}/api/v1/customer-trunks/${trunkId}/capability-set`
    return capabilitySet({ ...facts, location, notBefore: facts.trunk.updatedAt })
  })
}

function addFiles(api: Api, parts: TrunkRouteParts): void {
  const items = z.array(z.object({ system, title: z.string() }))
  const list = {
    tags: trunkTags,
    summary: 'List the PBXes for which there is a file',
    params: trunkParams,
    response: { 200: z.object({ items }) },
  }
  api.get('/customer-trunks/:trunkId/configurations', { schema: list }, (request) =>
    inScope(parts.database, principalOf(request), undefined, async (tx) => ({
      items: [...systemsFor(await foundTrunk(tx, request.params.trunkId))],
    })),
  )
  const file = z.object({
    fileName: z.string(),
    mediaType: z.string(),
    text: z.string().describe('Without the password, whose place is marked: it was shown when it was drawn, and is known to nobody since'),
  })
  const get = { tags: trunkTags, summary: 'Get the configuration of a PBX for a trunk', params: fileParams, response: { 200: file } }
  api.get('/customer-trunks/:trunkId/configurations/:system', { schema: get }, async (request) => {
    const { trunkId, system: wanted } = request.params
    const facts = await inScope(parts.database, principalOf(request), undefined, (tx) => factsOf(tx, trunkId, parts))
    const made = configurationFile(wanted, { ...facts, language: preferredLanguage(request.headers['accept-language']) })
    if (made === undefined) throw new NotFound('configuration', wanted)
    return made
  })
}

async function factsOf(tx: Tx, trunkId: string, { server }: TrunkRouteParts): Promise<Facts> {
  const trunk = await foundTrunk(tx, trunkId)
  return { trunk, ranges: await rangesOf(tx, trunkId), server: server(), domain: (await tenantOf(tx, trunk.tenantId)).sipDomain }
}
