export { consentRoutes } from './consents/routes.ts'
export { assertConsent, consentingTenants, consentProblems, recordConsent } from './consents/store.ts'
export { endDemos } from './demos/end-demos.ts'
export type { Directory } from './directory.ts'
export { directoryProblems } from './directory-entries/problems.ts'
export { listNumber } from './directory-entries/proposal.ts'
export { directoryRoutes } from './directory-entries/routes.ts'
export { DIRECTORY_WITHOUT_CONTRACT, type DirectoryTerms, directoryTerms } from './directory-entries/terms.ts'
export { CUSTOMER_KINDS, type CustomerKind, customerKind, isProtected } from './legal-floors/customer-kind.ts'
export { CHANGE_TOLD, LONGEST_FIRST_TERM_MONTHS, NOTICE_AFTER_FIRST_TERM, objectionWeeksFor } from './legal-floors/floors.ts'
export { loginRoutes } from './logins/routes.ts'
export { loginProblems } from './logins/rules.ts'
export { listLogins } from './logins/store.ts'
export { accountsMigrations } from './migrations.ts'
export { assignByRules } from './numbers/assignment.ts'
export { BeyondCounts } from './numbers/beyond-counts.ts'
export { giveBackNumbers } from './numbers/give-back.ts'
export { blockOf, OwnedNumbers, type SparseBlock, sparseFirsts } from './numbers/owned-numbers.ts'
export { rangeRoutes } from './numbers/range-routes.ts'
export { blockSize, e164, extensionNumber, isSparse, NoSuchTenant, numberProblems, numbersOfBlock, rangeFacts } from './numbers/rules.ts'
export { IN_USE, NUMBER_STATES, type NumberState } from './numbers/states.ts'
export { stockRoutes } from './numbers/stock-routes.ts'
export { takeFromStock } from './numbers/stock-store.ts'
export {
  type AssignedNumber,
  assignNumbers,
  deleteNumbers,
  findNumber,
  findNumbers,
  holdNumbers,
  listNumbersInUse,
  listSparseBlocks,
  putNumberAt,
} from './numbers/store.ts'
export { draftPorting } from './porting/draft-porting.ts'
export { FolderPartner } from './porting/folder-partner.ts'
export { MailPartner } from './porting/mail-partner.ts'
export type { Desk, PortingCharge } from './porting/make-step.ts'
export type { PortingPartner } from './porting/message.ts'
export { portingRounds } from './porting/porting-rounds.ts'
export { portingRoutes } from './porting/routes.ts'
export { newPorting, portingProblems } from './porting/rules.ts'
export { type PortingTerms, portingTerms } from './porting/terms.ts'
export { archiveAgreements } from './privacy/agreement-archive.ts'
export { agreementRoutes } from './privacy/agreement-routes.ts'
export { consentLedgerRoutes, noteConsent } from './privacy/consent-ledger.ts'
export type { ErasureParts } from './privacy/erase-person.ts'
export { privacyKinds } from './privacy/privacy-kinds.ts'
export { privacyMails, sendPrivacyMails } from './privacy/privacy-mailer.ts'
export { privacyProblems } from './privacy/problems.ts'
export { ReportJobs } from './privacy/report-jobs.ts'
export { privacyRequestRoutes } from './privacy/request-routes.ts'
export { subprocessorRoutes } from './privacy/subprocessor-routes.ts'
export { resellerProblems, resellerRoutes } from './resellers/routes.ts'
export { customerIds, findReseller, insertReseller, isCustomer } from './resellers/store.ts'
export { accountKinds } from './retention/account-kinds.ts'
export type { DispatchedInvoice } from './retention/charged-before.ts'
export { type DataKind, type Due, type HeldDays, HOUSE, type PersonalTable, type Removed } from './retention/data-kind.ts'
export { deskKinds } from './retention/desk-kinds.ts'
export { BY_CUSTOMER, BY_USE, DUTY, type Expiry, expiring, NOBODY, OPERATION, SECURITY, withCustomer } from './retention/kind.ts'
export { type CustomerEnd, masterDataKind } from './retention/master-data.ts'
export { type RetentionParts, retentionNight, retentionNights } from './retention/night.ts'
export {
  BOOK_YEARS,
  dayBegins,
  daysAgo,
  germanToday,
  LETTER_YEARS,
  LIMITATION_YEARS,
  MANDATE_MONTHS,
  VOUCHER_YEARS,
  wholeYearsAgo,
} from './retention/periods.ts'
export { forget, ofCustomer, removeRows } from './retention/remove-rows.ts'
export {
  chargedDaysOf,
  DEFAULT_AGREEMENT_YEARS,
  DEFAULT_AUDIT_DAYS,
  DEFAULT_CALL_LIST_DAYS,
  freeCallDays,
  productRetention,
  type RetentionProfile,
  retentionOf,
  unlawfulRetention,
} from './retention/retention-profile.ts'
export { retentionRoutes } from './retention/routes.ts'
export { creditPercent } from './service-levels/availability.ts'
export { availabilityRoutes } from './service-levels/availability-routes.ts'
export { COMPONENTS, type Component, type Side } from './service-levels/component.ts'
export { type CustomerFacts, customerAvailability, serviceYear } from './service-levels/customer-availability.ts'
export { incidentRoutes } from './service-levels/incident-routes.ts'
export { COMPONENT_WORDS } from './service-levels/maintenance-mail.ts'
export { maintenanceRoutes } from './service-levels/maintenance-routes.ts'
export type { Probe } from './service-levels/measure.ts'
export { noteProbe, noteRest } from './service-levels/measure-store.ts'
export { type NetworkNeeds, networkNeeds } from './service-levels/network-needs.ts'
export { outageRoutes } from './service-levels/outage-routes.ts'
export { correctOutage, listOutages } from './service-levels/outage-store.ts'
export { serviceLevelProblems } from './service-levels/problems.ts'
export { type ProductPromises, productPromises } from './service-levels/product-promises.ts'
export type { ServiceLevelProfile } from './service-levels/service-level-profile.ts'
export type { Span } from './service-levels/span.ts'
export { type PublicStatus, publicStatus, type StatusDay } from './service-levels/status.ts'
export { tellMaintenance } from './service-levels/tell-maintenance.ts'
export { type ServiceYear, spanOf } from './service-levels/year.ts'
export { corrected, germanDay, MOVE_NOTICE_DAYS } from './sites/address-history.ts'
export { type Whereabouts, whereabouts } from './sites/at-network.ts'
export { assertMayStandAt, assertSites, assertValidSites, type SiteUsers } from './sites/at-site.ts'
export { type ChangedOrtsnetz, callOffMove, changeOrtsnetz, type OrtsnetzChange, reserveBlock } from './sites/change-ortsnetz.ts'
export { type EmergencyLine, emergencyLine, ortsnetzOf, siteOf } from './sites/emergency-line.ts'
export { assertMayLeave, type Entanglement, entanglementOf, hasMoved, type OrderedMove, rangesLeftBehind } from './sites/leaving.ts'
export { planMove } from './sites/plan-move.ts'
export { kindOfProof, MAX_PROOF_OCTETS, PROOF_TYPES, ProofUnusable } from './sites/proofs.ts'
export { siteRoutes } from './sites/routes.ts'
export { siteAddress, siteProblems } from './sites/rules.ts'
export { addressOn, type DatedAddress, type Site, type SiteAddress } from './sites/site.ts'
export { findSite, insertSite, listSites, type StoredSite, sitesOf } from './sites/store.ts'
export { townElsewhere } from './sites/town.ts'
export { DEFAULT_TIME_ZONE, type Extension, type PhoneNumber, type TenantProfile, type TenantSnapshot } from './snapshot.ts'
export {
  type AdmissionProfile,
  type CallRateProfile,
  type ChannelLimits,
  channelLimits,
  type UsagePatterns,
} from './tenants/admission-profile.ts'
export type { TenantUse } from './tenants/deletion.ts'
export { type GuardLimits, type GuardProfile, guardLimits } from './tenants/guard-profile.ts'
export {
  BARRING_CLASSES,
  type BarredRange,
  type BarringClass,
  barringClass,
  OUTBOUND_ZONES,
  type OutboundProfile,
  type OutboundZone,
} from './tenants/outbound-profile.ts'
export type { PaymentProfile } from './tenants/payment-profile.ts'
export { tenantRoutes } from './tenants/routes.ts'
export { areaCode, DEFAULT_PROFILE, NEW_TENANT_PROFILE, profileOf, tenantProblems, tenantSettings, timeZone } from './tenants/rules.ts'
export { tenantSettingsRoutes } from './tenants/settings-routes.ts'
export { deletedTenants, findTenant, insertTenant, listTenants, suspendTenant, type Tenant, updateTenant } from './tenants/store.ts'
export { compensableTickets } from './tickets/compensable.ts'
export { amountOf, type CompensationLine, compensationDue, compensationLines } from './tickets/compensation.ts'
export { operatorsToTell } from './tickets/mail-store.ts'
export type { TicketDesk } from './tickets/open-ticket.ts'
export { ticketProblems } from './tickets/problems.ts'
export type { RepairProfile } from './tickets/repair-profile.ts'
export { ticketRoutes } from './tickets/routes.ts'
export { ticketRounds } from './tickets/ticket-rounds.ts'
export { ticketMails } from './tickets/undelivered.ts'
export { type MailRoom, type UndeliveredMail, undeliveredMailRoutes } from './undelivered-mails/routes.ts'
export { mayUse, packageFor, profileFor } from './user-packages/package-of.ts'
export { notePackage, type PackagePeriod, packagePeriods } from './user-packages/periods.ts'
export { NotInPackage, type PackageFeature, type UserPackage, userPackage, userPackageProblems } from './user-packages/user-package.ts'
