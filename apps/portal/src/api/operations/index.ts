// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

import type { ApiKeysOperations } from './api-keys.ts'
import type { AnnouncementsOperations } from './announcements.ts'
import type { AuditLogOperations } from './audit-log.ts'
import type { BankFilesOperations } from './bank-files.ts'
import type { CallControlOperations } from './call-control.ts'
import type { CallRecordsOperations } from './call-records.ts'
import type { CallSettingsOperations } from './call-settings.ts'
import type { CallbacksOperations } from './callbacks.ts'
import type { CallerIdentityOperations } from './caller-identity.ts'
import type { CallsOperations } from './calls.ts'
import type { CarriersOperations } from './carriers.ts'
import type { ChannelsOperations } from './channels.ts'
import type { ConferencesOperations } from './conferences.ts'
import type { ContractsOperations } from './contracts.ts'
import type { CostGuardOperations } from './cost-guard.ts'
import type { CustomerTrunksOperations } from './customer-trunks.ts'
import type { DestinationsOperations } from './destinations.ts'
import type { DirectDebitsOperations } from './direct-debits.ts'
import type { DirectoryEntriesOperations } from './directory-entries.ts'
import type { EmergencyTestsOperations } from './emergency-tests.ts'
import type { EventsOperations } from './events.ts'
import type { ExtensionsOperations } from './extensions.ts'
import type { FaxOperations } from './fax.ts'
import type { FeatureCodesOperations } from './feature-codes.ts'
import type { FlowsOperations } from './flows.ts'
import type { HoldMusicOperations } from './hold-music.ts'
import type { HotDeskingOperations } from './hot-desking.ts'
import type { IntercomOperations } from './intercom.ts'
import type { InvoiceRunsOperations } from './invoice-runs.ts'
import type { InvoicesOperations } from './invoices.ts'
import type { ItemisedBillsOperations } from './itemised-bills.ts'
import type { LoginsOperations } from './logins.ts'
import type { ManagementConsentsOperations } from './management-consents.ts'
import type { MeOperations } from './me.ts'
import type { NotificationsOperations } from './notifications.ts'
import type { NumberRightsOperations } from './number-rights.ts'
import type { NumberStockOperations } from './number-stock.ts'
import type { NumbersOperations } from './numbers.ts'
import type { OpenItemsOperations } from './open-items.ts'
import type { OperationOperations } from './operation.ts'
import type { OperatorPositionOperations } from './operator-position.ts'
import type { OrdersOperations } from './orders.ts'
import type { OutboundRulesOperations } from './outbound-rules.ts'
import type { OwnCarriersOperations } from './own-carriers.ts'
import type { PageGroupsOperations } from './page-groups.ts'
import type { ParkOperations } from './park.ts'
import type { PasskeysOperations } from './passkeys.ts'
import type { PhoneBooksOperations } from './phone-books.ts'
import type { PickupOperations } from './pickup.ts'
import type { PortingsOperations } from './portings.ts'
import type { PrepaidOperations } from './prepaid.ts'
import type { PresenceOperations } from './presence.ts'
import type { PrivacyOperations } from './privacy.ts'
import type { ProductProfilesOperations } from './product-profiles.ts'
import type { PromptsOperations } from './prompts.ts'
import type { QueuesOperations } from './queues.ts'
import type { RatedCallsOperations } from './rated-calls.ts'
import type { RecordingsOperations } from './recordings.ts'
import type { RegistrationsOperations } from './registrations.ts'
import type { ReportsOperations } from './reports.ts'
import type { ResellersOperations } from './resellers.ts'
import type { RetentionOperations } from './retention.ts'
import type { RingGroupsOperations } from './ring-groups.ts'
import type { RingTonesOperations } from './ring-tones.ts'
import type { SchedulesOperations } from './schedules.ts'
import type { SecondFactorOperations } from './second-factor.ts'
import type { SecretariatsOperations } from './secretariats.ts'
import type { SepaMandatesOperations } from './sepa-mandates.ts'
import type { ServiceLevelsOperations } from './service-levels.ts'
import type { SignInOperations } from './sign-in.ts'
import type { SingleSignOnOperations } from './single-sign-on.ts'
import type { SipAccessOperations } from './sip-access.ts'
import type { SitesOperations } from './sites.ts'
import type { SpamProtectionOperations } from './spam-protection.ts'
import type { StorageOperations } from './storage.ts'
import type { SupervisionOperations } from './supervision.ts'
import type { TariffsOperations } from './tariffs.ts'
import type { TenantsOperations } from './tenants.ts'
import type { TicketsOperations } from './tickets.ts'
import type { TraceOrdersOperations } from './trace-orders.ts'
import type { VoicemailOperations } from './voicemail.ts'
import type { WebPhoneOperations } from './web-phone.ts'
import type { WebhooksOperations } from './webhooks.ts'

/** Every route of the API by method and path, with what it takes and what it answers. */
export interface Operations
  extends
    ApiKeysOperations,
    AnnouncementsOperations,
    AuditLogOperations,
    BankFilesOperations,
    CallControlOperations,
    CallRecordsOperations,
    CallSettingsOperations,
    CallbacksOperations,
    CallerIdentityOperations,
    CallsOperations,
    CarriersOperations,
    ChannelsOperations,
    ConferencesOperations,
    ContractsOperations,
    CostGuardOperations,
    CustomerTrunksOperations,
    DestinationsOperations,
    DirectDebitsOperations,
    DirectoryEntriesOperations,
    EmergencyTestsOperations,
    EventsOperations,
    ExtensionsOperations,
    FaxOperations,
    FeatureCodesOperations,
    FlowsOperations,
    HoldMusicOperations,
    HotDeskingOperations,
    IntercomOperations,
    InvoiceRunsOperations,
    InvoicesOperations,
    ItemisedBillsOperations,
    LoginsOperations,
    ManagementConsentsOperations,
    MeOperations,
    NotificationsOperations,
    NumberRightsOperations,
    NumberStockOperations,
    NumbersOperations,
    OpenItemsOperations,
    OperationOperations,
    OperatorPositionOperations,
    OrdersOperations,
    OutboundRulesOperations,
    OwnCarriersOperations,
    PageGroupsOperations,
    ParkOperations,
    PasskeysOperations,
    PhoneBooksOperations,
    PickupOperations,
    PortingsOperations,
    PrepaidOperations,
    PresenceOperations,
    PrivacyOperations,
    ProductProfilesOperations,
    PromptsOperations,
    QueuesOperations,
    RatedCallsOperations,
    RecordingsOperations,
    RegistrationsOperations,
    ReportsOperations,
    ResellersOperations,
    RetentionOperations,
    RingGroupsOperations,
    RingTonesOperations,
    SchedulesOperations,
    SecondFactorOperations,
    SecretariatsOperations,
    SepaMandatesOperations,
    ServiceLevelsOperations,
    SignInOperations,
    SingleSignOnOperations,
    SipAccessOperations,
    SitesOperations,
    SpamProtectionOperations,
    StorageOperations,
    SupervisionOperations,
    TariffsOperations,
    TenantsOperations,
    TicketsOperations,
    TraceOrdersOperations,
    VoicemailOperations,
    WebPhoneOperations,
    WebhooksOperations {}
