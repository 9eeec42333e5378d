export {
  type AdmittedTrunk,
  CallAdmission,
  type CallAdmissionParts,
  type ChannelUser,
  type TenantChannels,
} from './admission/call-admission.ts'
export { ChannelLedger } from './admission/channel-ledger.ts'
export { channelLimitRoutes } from './admission/limit-routes.ts'
export { StoredChannels } from './admission/stored-channels.ts'
export { type UsageParts, usageRoutes } from './admission/usage-routes.ts'
export { type UsageWarning, UsageWatch } from './admission/watch/usage-watch.ts'
export { warningWords } from './admission/watch/warning-words.ts'
export { watchedRecords } from './admission/watch/watched-records.ts'
export { Barring, type BarringParts } from './barring/barring.ts'
export type { CheckParts } from './barring/check-routes.ts'
export { type LevelRules, NO_LEVEL, NO_RULES, type TenantRules, targetTable } from './barring/level-rules.ts'
export { outboundRuleRoutes } from './barring/routes.ts'
export { barringProblems } from './barring/rules.ts'
export { StoredRules } from './barring/stored-rules.ts'
export type { OutboundParts } from './calls/carrier-places.ts'
export { type DialPlanParts, dialPlan, type OutsideLines, outsideLines, type PhoneLock } from './calls/dial-plan.ts'
export type { InsideLines } from './calls/inbound-call.ts'
export { INSIDE, type InsideLine } from './calls/inside-line.ts'
export type { Carrier } from './carrier.ts'
export type { CarrierDirectory } from './carrier-directory.ts'
export { carrierRoutes } from './carriers/routes.ts'
export { carrierProblems, type NewCarrier } from './carriers/rules.ts'
export { type CarrierStatuses, carrierStateRoutes } from './carriers/state-routes.ts'
export { insertCarrier, listCarriers, replaceCarrier } from './carriers/store.ts'
export { StoredCarriers, type StoredCarriersOptions } from './carriers/stored-carriers.ts'
export type { TrunkRing } from './customer-trunks/calls/call-trunk.ts'
export type { TrunksAtWork } from './customer-trunks/calls/pbx-places.ts'
export { trunkNamed } from './customer-trunks/calls/trunk-of.ts'
export type {
  CustomerTrunk,
  CustomerTrunks,
  TrunkAccess,
  TrunkLogin,
  TrunkPlace,
  TrunkProductName,
  TrunkSignalling,
  TrunkTransport,
} from './customer-trunks/customer-trunk.ts'
export { CustomerTrunkLines, type TrunkState } from './customer-trunks/lines/customer-trunk-lines.ts'
export type { PlaceState } from './customer-trunks/lines/place-state.ts'
export { TRUNK_PRODUCTS, type TrunkCodec, type TrunkProduct } from './customer-trunks/products.ts'
export type { TrunkRouteParts } from './customer-trunks/route-parts.ts'
export { customerTrunkRoutes } from './customer-trunks/routes.ts'
export { customerTrunkProblems } from './customer-trunks/rules.ts'
export { assertTrunkTakes } from './customer-trunks/sell-trunk.ts'
export { insertTrunk, type StoredTrunk, trunksAt } from './customer-trunks/store.ts'
export { StoredCustomerTrunks, type StoredCustomerTrunksOptions } from './customer-trunks/stored-customer-trunks.ts'
export { mayBeEmergency } from './emergency/written-for-help.ts'
export { EnumLookup, type EnumParts } from './enum/enum-lookup.ts'
export { Identities, type IdentitiesParts } from './identity/identity.ts'
export { NO_IDENTITY, type TenantIdentity } from './identity/identity-rules.ts'
export { numberRightRoutes } from './identity/rights-routes.ts'
export { identityProblems } from './identity/rights-rules.ts'
export { callerIdentityRoutes } from './identity/settings-routes.ts'
export { StoredIdentities } from './identity/stored-identities.ts'
export type { CarrierWay, LineParts } from './lines/carrier-line.ts'
export { CarrierLines } from './lines/carrier-lines.ts'
export type { CarrierState, CarrierStatus } from './lines/carrier-status.ts'
export { guardedResolver } from './lines/guarded-resolver.ts'
export { trunksMigrations } from './migrations.ts'
export { type OwnCarrierRouteParts, ownCarrierRoutes } from './own-carriers/routes.ts'
export { ownCarrierProblems } from './own-carriers/rules.ts'
export { ownCarriersAt } from './own-carriers/store.ts'
export { StoredOwnCarriers } from './own-carriers/stored-own-carriers.ts'
export { CarrierRouting, type RoutingTables } from './routing/carrier-routing.ts'
export { priceTable } from './routing/price-list.ts'
export type { PriceList } from './routing/rates.ts'
export { carrierRoutingRoutes, type RouteParts } from './routing/routes.ts'
export { carrierRoutingProblems } from './routing/rules.ts'
export { StoredRouting } from './routing/stored-routing.ts'
