import { type Api, type ApiRoutes, holderOf, inScope, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { operatorsToday } from '../catalogue/route-parts.ts'
import { type BillGround, termsOfCustomer } from './bill.ts'
import {
  choicesOf,
  declarationsOf,
  insertChoice,
  insertDeclaration,
  revokeDeclaration,
  type StoredChoice,
  type StoredDeclaration,
} from './choice-store.ts'
import { ChoiceNotOffered, DeclarationInFuture, DeclarationMissing } from './problems.ts'
import { needsDeclaration, nextMonth, ruleOf } from './rule.ts'
import { CHOICES } from './terms.ts'
import { choiceView, declarationView, newChoice, newDeclaration, ofTenant, settingsView, tags } from './views.ts'

/** How a customer wants its itemised bills, and what it has declared for that (BIL-06, § 11 (1) TDDDG). */
export function itemisedBillSettings(ground: Omit<BillGround, 'books'>): ApiRoutes {
  return (api) => {
    addSettings(api, ground)
    addChoice(api, ground)
    addDeclaration(api, ground)
    addRevocation(api, ground)
  }
}

function addSettings(api: Api, ground: Omit<BillGround, 'books'>): void {
  const summary = 'Get how itemised bills are made: what is offered, what is chosen, and declarations'
  const schema = { tags, summary, querystring: z.strictObject(ofTenant), response: { 200: settingsView } }
  api.get('/itemised-bill-settings', { schema }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const terms = await termsOfCustomer(ground, tenantId)
    const today = operatorsToday(ground.clock)
    return ground.database.withTenant(tenantId, async (tx) => {
      const [choices, declarations] = [await choicesOf(tx, tenantId), await declarationsOf(tx, tenantId)]
      const given = declarations.map(({ declaredOn, revokedAt }) => ({ declaredOn, isRevoked: revokedAt !== null }))
      const now = ruleOf(today.with({ day: 1 }).toString(), { terms, choices, declarations: given, isObjected: false })
      return {
        ...{ offered: [...terms.choices], needDeclaration: CHOICES.filter((choice) => needsDeclaration(choice, terms)) },
        ...{ withFlatOffered: !terms.chargeableOnly, deletedAfterMonths: terms.deletedAfterMonths },
        ...{ counsellingLines: terms.counsellingLines, nextMonth: nextMonth(today.toString()) },
        now: { choice: now.shown, because: now.because, withFlat: now.withFlat },
        ...{ choices: choices.map(viewOfChoice), declarations: declarations.map(viewOfDeclaration) },
      }
    })
  })
}

function addChoice(api: Api, ground: Omit<BillGround, 'books'>): void {
  const summary = 'Choose the itemised bill, for calls from the beginning of the next month on'
  const schema = { tags, summary, body: newChoice, response: { 201: choiceView } }
  api.post('/itemised-bill-choices', { schema }, async (request, reply) => {
    const { tenantId: wanted, choice, withFlat } = request.body
    const tenantId = owningTenant(principalOf(request), wanted)
    const terms = await termsOfCustomer(ground, tenantId)
    // Who wants none need not be offered that.
    if (choice !== 'none' && !terms.choices.includes(choice)) throw new ChoiceNotOffered()
    const chosen = await ground.database.withTenant(tenantId, async (tx) => {
      const isDeclared = (await declarationsOf(tx, tenantId)).some(({ revokedAt }) => revokedAt === null)
      if (needsDeclaration(choice, terms) && !isDeclared) throw new DeclarationMissing()
      const made = { chosenBy: holderOf(request).name, chosenAt: new Date(ground.clock.epochMs()) }
      const validFrom = nextMonth(operatorsToday(ground.clock).toString())
      return insertChoice(tx, tenantId, { choice, withFlat: withFlat && !terms.chargeableOnly, validFrom, ...made })
    })
    return reply.code(201).send(viewOfChoice(chosen))
  })
}

function addDeclaration(api: Api, { database, clock }: Omit<BillGround, 'books'>): void {
  const summary = 'Declare that employees are informed of itemised bills and their representatives took part (§ 11 TDDDG)'
  const schema = { tags, summary, body: newDeclaration, response: { 201: declarationView } }
  api.post('/itemised-bill-declarations', { schema }, async (request, reply) => {
    const { tenantId: wanted, declaredBy, worksCouncil, declaredOn, document = null } = request.body
    const principal = principalOf(request)
    const tenantId = owningTenant(principal, wanted)
    const today = operatorsToday(clock).toString()
    // An earlier day would open months that have passed: only who has the signed copy may say it.
    const day = principal.kind === 'operator' ? (declaredOn ?? today) : today
    if (day > today) throw new DeclarationInFuture()
    const made = { recordedBy: holderOf(request).name, recordedAt: new Date(clock.epochMs()) }
    const declaration = { declaredBy, declaredOn: day, worksCouncil, document, ...made }
    return reply
      .code(201)
      .send(viewOfDeclaration(await database.withTenant(tenantId, (tx) => insertDeclaration(tx, tenantId, declaration))))
  })
}

function addRevocation(api: Api, { database, clock }: Omit<BillGround, 'books'>): void {
  const params = z.object({ declarationId: z.uuid() })
  const schema = {
    tags,
    summary: 'Revoke a declaration at once, also for months that have passed',
    params,
    response: { 200: declarationView },
  }
  api.post('/itemised-bill-declarations/:declarationId/revocation', { schema }, async (request) => {
    const [by, at] = [holderOf(request).name, new Date(clock.epochMs())]
    const { declarationId } = request.params
    return viewOfDeclaration(await inScope(database, principalOf(request), undefined, (tx) => revokeDeclaration(tx, declarationId, by, at)))
  })
}

function viewOfChoice({ chosenAt, ...choice }: StoredChoice): z.infer<typeof choiceView> {
  return { ...choice, chosenAt: chosenAt.toISOString() }
}

function viewOfDeclaration({ recordedAt, revokedAt, ...declaration }: StoredDeclaration): z.infer<typeof declarationView> {
  return { ...declaration, recordedAt: recordedAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null }
}
