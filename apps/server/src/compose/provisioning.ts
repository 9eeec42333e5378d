import { directoryProblems, numberProblems, portingProblems, siteProblems, tenantProblems } from '@klinke/accounts'
import { type Provisioning, paymentProblems } from '@klinke/billing'
import { KlinkeError, type Random } from '@klinke/foundation'
import {
  createEmpty,
  createExtensions,
  extensionProblems,
  firstCallSince,
  mapNumber,
  renumber,
  takeAwayProblems,
  takeThingsAway,
  usedInternalNumbers,
  usedNumbers,
} from '@klinke/pbx'
import { type Database, type InvitationServices, invite, type ProblemTable, type SignInTables } from '@klinke/platform'
import { customerTrunkProblems, newTrunk, resizeTrunk, sellTrunk, takeTrunksAway, trunksBoundTo } from '@klinke/trunks'

export interface ProvisioningParts {
  readonly database: Database
  readonly random: Random
  readonly invitations: InvitationServices
}

/** What errors of the services say in German, where they do not say it themselves. */
const PROBLEMS: readonly ProblemTable[] = [
  ...[tenantProblems, numberProblems, siteProblems, portingProblems, extensionProblems, customerTrunkProblems],
  ...[directoryProblems, paymentProblems, takeAwayProblems],
]

/** What orders set up (ORD-01): by the same services as the API, so that nothing that the API forbids comes about by an order. */
export function provisioningOf({ database, random, invitations }: ProvisioningParts): Provisioning {
  return {
    internalNumbers: usedInternalNumbers,
    extensions: async (tx, tenantId, siteId, wanted) => {
      const fields = wanted.map(({ number, name, directNumber, userPackage = null }) => ({
        ...{ number, name, siteId, userPackage, outgoingNumber: directNumber ?? null },
      }))
      await createExtensions(tx, tenantId, fields, random)
      for (const { number, directNumber } of wanted) if (directNumber !== undefined) await mapNumber(tx, directNumber, number)
    },
    team: createEmpty,
    standing: async (tx, site, firsts) => ({
      numbers: await usedNumbers(tx, site.tenantId, firsts),
      trunks: await trunksBoundTo(tx, site, firsts),
    }),
    renumber,
    trunk: async (tx, tenantId, { places, ...trunk }) => {
      const access = places.length === 0 ? {} : { access: 'fixed-ip', places }
      await sellTrunk(tx, tenantId, newTrunk.parse({ ...trunk, ...access }), random)
    },
    trunkChannels: resizeTrunk,
    takeAway: (tx, tenantId, { what, product = '', channels, ...surplus }) =>
      what === 'trunk'
        ? takeTrunksAway(tx, tenantId, { ...surplus, product, channels })
        : takeThingsAway(tx, tenantId, { ...surplus, what }),
    invite: async (loginId) => {
      const login = await database.withOperator((tx) =>
        tx
          .tables<Pick<SignInTables, 'login'>>()
          .selectFrom('login')
          .select(['id', 'email', 'name', 'language'])
          .where('id', '=', loginId)
          .executeTakeFirst(),
      )
      // Who is gone by now needs no invitation.
      if (login !== undefined) await invite(invitations, login)
    },
    firstUse: (tenantId, since) => database.withOperator((tx) => firstCallSince(tx, tenantId, since)),
    words: (error) => {
      const german =
        error instanceof KlinkeError ? (error.german ?? PROBLEMS.map((table) => table[error.code]?.germanDetail).find(Boolean)) : undefined
      return { en: error.message, de: german ?? error.message }
    },
  }
}
