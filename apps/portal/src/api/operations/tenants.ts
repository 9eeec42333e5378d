// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface TenantsOperations {
  /** List tenants */
  readonly 'GET /tenants': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly sort?: "createdAt" | "-createdAt" | "name" | "-name"; readonly q?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly name: string
        readonly sipDomain: string
        readonly areaCode: string | null
        readonly resellerId: string | null
        /** Of a demo customer, who is never billed: when it ends */
        readonly demoUntil: string | null
        /** None of its phones makes or takes calls */
        readonly suspended: boolean
        readonly profile: {
          /** Devices registered at a time per extension */
          readonly maxContactsPerExtension: number
          /** Calls of an extension at a time; one more finds it busy. Absent or null: no limit. Never of emergency calls */
          readonly maxCallsPerExtension?: number | null
          /** Messages that a mailbox holds, heard or not (VM-02) */
          readonly voicemailMessages: number
          /** Longest message */
          readonly voicemailSeconds: number
          /** Callbacks and redials an extension may wait for; absent: 5 */
          readonly callbacksPerExtension?: number
          /** One device too many is refused with 403, or takes the place of the one that was refreshed longest ago */
          readonly whenContactsFull: "refuse" | "replace-oldest"
          /** How long a call rings before it counts as not answered */
          readonly ringTimeoutSeconds: number
          /** Shorter registrations are refused with 423 */
          readonly minRegistrationSeconds: number
          /** Longer registrations are shortened to this */
          readonly maxRegistrationSeconds: number
          /** A call without media for so long is ended */
          readonly mediaInactivitySeconds: number
          /** A party hears a soft signal two seconds after the media of the other has stopped without a word; absent: yes */
          readonly signalWhenMediaStops?: boolean
          /** Session timer (RFC 4028) */
          readonly sessionExpiresSeconds: number
          /** Longest call from the answer on; null: no limit. Emergency calls have none */
          readonly maxCallSeconds: number | null
          /** Internal number that echoes what it hears; null: none. An extension of that number comes first */
          readonly echoNumber: string | null
          /** Digits that are dialled before an outside number, and taken away where a number begins with them; null: none */
          readonly outsideLinePrefix: string | null
          /** "relay" carries media through Klinke; "direct" lets the parties exchange it */
          readonly mediaPath: "relay" | "direct"
          /** Days after which a message is deleted (VM-02) */
          readonly voicemailDays: number
          /** Room for recordings and mailboxes (REC-01) */
          readonly storageBytes: number
          /** Members of one conference at most; absent: 99 */
          readonly maxConferenceMembers?: number
          /** How long after a call to 110 or 112 calls to the number shown ring the phone through do not disturb; absent: 30 */
          readonly emergencyCallBackMinutes?: number
          /** Extensions only at sites where help finds them: with an address and a geographic number (EMG-01); absent: anywhere. New tenants have it, unless said otherwise */
          readonly requireValidSite?: boolean
          /** Days before which a move of a site is told (EMG-06); 0: at once; absent: 7 */
          readonly moveNoticeDays?: number
          /** How long personal data is kept; absent: until the day after, and 180 days after the invoice */
          readonly retention?: {
            /** Days after which the records of calls go that nobody is charged for: call lists and reports need them; absent: 1, the day after (PRI-01) */
            readonly callListDays?: number
            /** Days after the dispatch of the invoice after which the records of charged calls go: 56 at least, the eight weeks for objections (§ 67 (2) TKG); absent: 180 */
            readonly chargedCallDays?: number
            /** Days for which is kept who changed what, listened to what, and imported what; absent: 365 */
            readonly auditDays?: number
            /** Days after which a customer whose contracts are over is deleted because it has asked for it and was told so (Art. 17 GDPR); absent: 7 */
            readonly askedDeletionDays?: number
            /** Years after that of the end of the last contract for which agreements on processing on behalf are kept (Art. 28 GDPR): no less than claims last (§§ 195, 199 BGB); absent: 6 */
            readonly agreementYears?: number
          }
          /** Promised availability, maintenance and credits; absent: nothing is promised */
          readonly serviceLevel?: {
            /** Promised, in percent of the minutes of a year; absent: nothing is promised */
            readonly availability?: readonly ({
              readonly side: "all" | "internet" | "upstream"
              readonly percent: number
            })[]
            /** The year that is counted; absent: the calendar’s */
            readonly year?: "contract" | "calendar"
            /** To which the percentage is rounded, half up; absent: 2 */
            readonly decimals?: number
            /** Maintenance that is left out of account; each rule by itself. Absent: none */
            readonly maintenance?: readonly ({
              /** Days on which its time begins; absent: every day */
              readonly days?: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[]
              /** In the customer’s time zone; absent, with `to`: at any time */
              readonly from?: string
              /** At or before `from`: on the next day */
              readonly to?: string
              /** How long before it must have been announced; absent: before it begins */
              readonly notice?: {
                /** Monday to Friday without nationwide holidays; the day of the announcement is not counted */
                readonly workingDays?: number
                /** The day of the announcement is not counted */
                readonly days?: number
                readonly hours?: number
              }
              /** Only for windows that the operator calls urgent */
              readonly urgent?: boolean
              /** Outages at that time are not deducted, whether or not a window was announced */
              readonly unannounced?: boolean
              /** Of each time no more than these are left out of account; absent: all */
              readonly maxMinutes?: number
            })[]
            /** Time in which the customer’s own PBX cannot be reached counts, too; absent: not */
            readonly trunkOutages?: boolean
            /** Percentage of the monthly fee that is credited where availability was below; the lowest that applies. Absent: none */
            readonly credits?: readonly ({
              readonly below: number
              readonly percent: number
            })[]
          }
          /** New geographic numbers: only blocks, singles only beside a block, or any; ported ones always; absent: "any" (NUM-03) */
          readonly newNumbers?: "any" | "blocks-only" | "singles-beside-blocks"
          /** Geographic numbers only for sites with a document that proves them (NUM-02) */
          readonly requireProofOfLocation?: boolean
          /** Extensions of the tenant at most; absent or null: no limit */
          readonly maxExtensions?: number | null
          /** Providers that the tenant may have by itself; absent: 16 (TRK-12) */
          readonly ownCarriers?: number
          /** Where the own provider of a site fails, calls go over the operator’s carriers; absent: not. Emergency calls always do */
          readonly ownCarriersFallBack?: boolean
          /** Entries of all phone books of the tenant; absent: 100,000 */
          readonly phoneBookEntries?: number
          /** Entries of an extension’s own phone book; absent: 2,000 */
          readonly personalPhoneBookEntries?: number
          /** How long a callback waits for a busy line; absent: 45 */
          readonly callbackBusyMinutes?: number
          /** The same after no answer; absent: 180 */
          readonly callbackNoAnswerMinutes?: number
          /** Who does not answer its own callback is called once more after that; absent or null: not */
          readonly callbackAgainMinutes?: number | null
          /** Callers inside may press 5 while a line is busy or nobody answers; absent: only by code */
          readonly offerCallback?: boolean
          /** Time between two automatic redials; absent: 60 */
          readonly redialEverySeconds?: number
          /** Automatic redials of a number (ETSI TBR 21 allows 15 calls in all); absent: 10 */
          readonly redialAttempts?: number
          /** Who hears why a call failed; absent: "phones", callers inside */
          readonly announceFailures?: "phones" | "everyone" | "nobody"
          /** Whether phones are told of their messages that have not asked for it; absent: "unless-subscribed" */
          readonly unsolicitedMessageLamps?: "unless-subscribed" | "always" | "never"
          /** Of which calls SIP messages and media figures are kept to explain them; absent: "problems" */
          readonly callTraces?: "always" | "problems" | "never"
          /** Days after which they are deleted; absent: 30 */
          readonly callTraceDays?: number
          /** Channels that a trunk of the customer has at least (TRK-02); absent: 4 */
          readonly minTrunkChannels?: number
          /** What may be dialled outside; absent: class 2 and the barred ranges of the catalogue */
          readonly outbound?: {
            /** Barring class of the contract (FRD-02); absent: 2 */
            readonly barringClass?: 0 | 1 | 2 | 3 | 4
            /** What each class reaches, by its number; absent: as in the catalogue */
            readonly classZones?: Readonly<Record<string, readonly ("local" | "national" | "freephone" | "mobile" | "service" | "europe" | "world" | "networks")[]>>
            /** What nobody may dial without a release (FRD-01); absent: as in the catalogue */
            readonly barredRanges?: readonly ({
              /** All numbers that begin so; short codes with +49 */
              readonly prefix: string
              /** false: no form releases it, such as call-by-call */
              readonly releasable: boolean
              /** An exception from a shorter range: these may be dialled */
              readonly exempt?: boolean
              readonly name: {
                readonly de: string
                readonly en: string
              }
            })[]
            /** A call whose number may not be shown goes with another number of the customer, or not at all (CLI-03); absent: "replace" */
            readonly wrongCallerNumber?: "replace" | "refuse"
          }
          /** Channels and call rate of the contract; absent: no limits */
          readonly admission?: {
            /** Channels of the contract (TRK-02); absent: no limit. Emergency calls need none */
            readonly channels?: {
              /** In and out together */
              readonly both?: number
              /** Calls that come in */
              readonly in?: number
              /** Calls that go out */
              readonly out?: number
            }
            /** Call attempts per second (TRK-04); absent: as fast as they come */
            readonly callRate?: {
              /** "by-channels": the table of TRK-04; "per-channel": 0.007 a second and channel where 5,760 minutes a month and channel are used, else the table; "single-account": one call every five seconds; "fixed": callsPerSecond */
              readonly rule: "by-channels" | "per-channel" | "single-account" | "fixed"
              /** For "fixed"; absent: 1 */
              readonly callsPerSecond?: number
              /** Calls that wait for their turn; one more gets 503 with Retry-After; absent: 10 */
              readonly maxWaiting?: number
              /** Longest wait; who would wait longer gets 503 with Retry-After; absent: 5 */
              readonly maxWaitSeconds?: number
            }
            /** Share of channels and of the call rate from which a mail warns; absent: 80 */
            readonly warnAtPercent?: number
            /** From where on calls look like a dialler, or like signalling without conversation */
            readonly patterns?: {
              /** Of fewer calls nothing is said; absent: 20 */
              readonly fewestCalls?: number
              /** The same of a predictive dialler; absent: 50 */
              readonly fewestForDialler?: number
              /** Answered calls that the caller ended at once: from here on it is a dialler; absent: 5 */
              readonly abandonedPercent?: number
              /** Calls given up before anybody could answer: from here on it is signalling without conversation; absent: 50 */
              readonly rungOnlyPercent?: number
              /** Those and answered calls without sound together; absent: 50 */
              readonly soundlessPercent?: number
            }
            /** Share of calls out that must be answered (TRK-05); absent: 60 */
            readonly minAnsweredPercent?: number
          }
          /** Limits of minutes and spending, prices of running calls; absent: none */
          readonly guard?: {
            /** The operator’s limits, above which nobody may set others; absent: none */
            readonly limits?: {
              /** Minutes to destinations that cost something, of all extensions together */
              readonly minutesPerDay?: number
              /** The same of each extension */
              readonly minutesPerExtensionPerDay?: number
              /** Spending, in millionths of the currency */
              readonly microsPerDay?: number
              /** The same of each extension */
              readonly microsPerExtensionPerDay?: number
              /** International calls at a time */
              readonly internationalCalls?: number
              /** International minutes a day outside the business hours */
              readonly offHoursMinutes?: number
            }
            /** What running calls cost, by how the number begins; absent: minutes are counted only */
            readonly prices?: readonly ({
              readonly prefix: string
              /** Millionths of the currency for each second */
              readonly microsPerSecond: number
            })[]
            /** The first call to a new country waits for approval, whatever the customer sets */
            readonly holdNewCountries?: boolean
            /** Share of a limit of the day from which administrators are warned; absent: 80 */
            readonly warnAtPercent?: number
            /** Days after which what the guard has told is deleted; absent: 180 */
            readonly eventDays?: number
            /** How long before it begins a staged lock is announced (FRD-03); absent: 24 */
            readonly lockNoticeHours?: number
          }
          /** Announcement, fee and retry of direct debits; absent: 14 days, 12 euros, once */
          readonly payments?: {
            /** Days before its due date on which a direct debit is announced (BIL-08); absent: 14, which holds where fewer are not agreed */
            readonly preNotificationDays?: number
            /** For a returned debit, in millionths of the currency; absent: 12 euros (BIL-07) */
            readonly returnFeeMicros?: number
            /** How often a returned debit is tried again where its reason lets it; absent: once */
            readonly retries?: number
            /** Seconds before the end of prepaid credit at which who pays hears a tone (BIL-09); 0: none; absent: 30 */
            readonly creditWarningSeconds?: number
            /** Prepaid balance below which the customer is told by mail until it sets another, in millionths; 0: never; absent: 5 euros (BIL-09) */
            readonly creditLowMicros?: number
            /** Days after which calls out are locked because a negative prepaid balance is not paid, announced before (FRD-03); absent: never */
            readonly creditLockAfterDays?: number
            /** Where less is owed calls are not locked, in millionths: § 61 (4) TKG has 100 euros for consumers; absent: any cent */
            readonly creditLockFromMicros?: number
            /** Fees of letters of dunning and of returned debits are taken from prepaid credit, as far as it goes (BIL-07, BIL-09); absent: they are */
            readonly creditPaysFees?: boolean
            /** After how many days; absent: 7 */
            readonly retryAfterDays?: number
          }
          /** For consumers, and small enterprises that have not waived it (§ 71 TKG), law’s floors hold beside the product’s terms; absent: "enterprise", whose terms hold as agreed */
          readonly customerKind?: "consumer" | "small-enterprise" | "enterprise"
          /** How soon faults are mended (SLA-02), and § 58 TKG; absent: no time is promised */
          readonly repair?: {
            /** Time to repair, in service hours; absent: none is promised (SLA-02) */
            readonly hours?: number
            /** Service hours; absent: Monday to Friday 08–18 without national holidays (SLA-02) */
            readonly counted?: {
              readonly days: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[]
              readonly from: string
              /** Not included; 24:00 for the end of the day */
              readonly to: string
              /** Whether the nine holidays that all of Germany has count as well */
              readonly nationalHolidays: boolean
            }
            /** So many minutes of service hours before its end the operator is told that it runs out; absent: 60 */
            readonly warnMinutes?: number
            /** Days after which a resolved ticket is closed that nobody has objected to; absent: 7 */
            readonly closeAfterDays?: number
            /** Enterprises, too, are compensated by § 58 (3) and (4) TKG; consumers and small enterprises always (§ 71 (3)); absent: not */
            readonly compensation?: boolean
          }
          /** Packages of which each extension has one (BIL-01); absent: none */
          readonly userPackages?: readonly ({
            /** Of the item of the product profile that is charged for it */
            readonly id: string
            readonly title: {
              readonly de: string
              readonly en: string
            }
            /** Settings that differ from those of the product; absent: none */
            readonly limits?: {
              /** Devices registered at a time per extension */
              readonly maxContactsPerExtension?: number
              /** Calls of an extension at a time; one more finds it busy. Absent or null: no limit. Never of emergency calls */
              readonly maxCallsPerExtension?: number | null
              /** Messages that a mailbox holds, heard or not (VM-02) */
              readonly voicemailMessages?: number
              /** Longest message */
              readonly voicemailSeconds?: number
              /** Callbacks and redials an extension may wait for; absent: 5 */
              readonly callbacksPerExtension?: number
            }
            /** What its users have of these; absent: all */
            readonly features?: readonly ("voicemail" | "web-phone")[]
          })[]
          /** Of schedules and announcements; absent: Europe/Berlin */
          readonly timeZone?: string
          /** Of announcements; absent: de */
          readonly language?: "de" | "en"
        }
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create a tenant */
  readonly 'POST /tenants': {
    readonly body: {
      readonly name: string
      /** Domain of the SIP addresses and digest realm; cannot be changed later */
      readonly sipDomain: string
      /** Area code for local dialling, without the leading zero */
      readonly areaCode?: string | null
      /** Settings that differ from the product */
      readonly profile?: {
        /** Devices registered at a time per extension */
        readonly maxContactsPerExtension?: number
        /** Calls of an extension at a time; one more finds it busy. Absent or null: no limit. Never of emergency calls */
        readonly maxCallsPerExtension?: number | null
        /** Messages that a mailbox holds, heard or not (VM-02) */
        readonly voicemailMessages?: number
        /** Longest message */
        readonly voicemailSeconds?: number
        /** Callbacks and redials an extension may wait for; absent: 5 */
        readonly callbacksPerExtension?: number
        /** One device too many is refused with 403, or takes the place of the one that was refreshed longest ago */
        readonly whenContactsFull?: "refuse" | "replace-oldest"
        /** How long a call rings before it counts as not answered */
        readonly ringTimeoutSeconds?: number
        /** Shorter registrations are refused with 423 */
        readonly minRegistrationSeconds?: number
        /** Longer registrations are shortened to this */
        readonly maxRegistrationSeconds?: number
        /** A call without media for so long is ended */
        readonly mediaInactivitySeconds?: number
        /** A party hears a soft signal two seconds after the media of the other has stopped without a word; absent: yes */
        readonly signalWhenMediaStops?: boolean
        /** Session timer (RFC 4028) */
        readonly sessionExpiresSeconds?: number
        /** Longest call from the answer on; null: no limit. Emergency calls have none */
        readonly maxCallSeconds?: number | null
        /** Internal number that echoes what it hears; null: none. An extension of that number comes first */
        readonly echoNumber?: string | null
        /** Digits that are dialled before an outside number, and taken away where a number begins with them; null: none */
        readonly outsideLinePrefix?: string | null
        /** "relay" carries media through Klinke; "direct" lets the parties exchange it */
        readonly mediaPath?: "relay" | "direct"
        /** Days after which a message is deleted (VM-02) */
        readonly voicemailDays?: number
        /** Room for recordings and mailboxes (REC-01) */
        readonly storageBytes?: number
        /** Members of one conference at most; absent: 99 */
        readonly maxConferenceMembers?: number
        /** How long after a call to 110 or 112 calls to the number shown ring the phone through do not disturb; absent: 30 */
        readonly emergencyCallBackMinutes?: number
        /** Extensions only at sites where help finds them: with an address and a geographic number (EMG-01); absent: anywhere. New tenants have it, unless said otherwise */
        readonly requireValidSite?: boolean
        /** Days before which a move of a site is told (EMG-06); 0: at once; absent: 7 */
        readonly moveNoticeDays?: number
        /** How long personal data is kept; absent: until the day after, and 180 days after the invoice */
        readonly retention?: {
          /** Days after which the records of calls go that nobody is charged for: call lists and reports need them; absent: 1, the day after (PRI-01) */
          readonly callListDays?: number
          /** Days after the dispatch of the invoice after which the records of charged calls go: 56 at least, the eight weeks for objections (§ 67 (2) TKG); absent: 180 */
          readonly chargedCallDays?: number
          /** Days for which is kept who changed what, listened to what, and imported what; absent: 365 */
          readonly auditDays?: number
          /** Days after which a customer whose contracts are over is deleted because it has asked for it and was told so (Art. 17 GDPR); absent: 7 */
          readonly askedDeletionDays?: number
          /** Years after that of the end of the last contract for which agreements on processing on behalf are kept (Art. 28 GDPR): no less than claims last (§§ 195, 199 BGB); absent: 6 */
          readonly agreementYears?: number
        }
        /** Promised availability, maintenance and credits; absent: nothing is promised */
        readonly serviceLevel?: {
          /** Promised, in percent of the minutes of a year; absent: nothing is promised */
          readonly availability?: readonly ({
            readonly side: "all" | "internet" | "upstream"
            readonly percent: number
          })[]
          /** The year that is counted; absent: the calendar’s */
          readonly year?: "contract" | "calendar"
          /** To which the percentage is rounded, half up; absent: 2 */
          readonly decimals?: number
          /** Maintenance that is left out of account; each rule by itself. Absent: none */
          readonly maintenance?: readonly ({
            /** Days on which its time begins; absent: every day */
            readonly days?: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[]
            /** In the customer’s time zone; absent, with `to`: at any time */
            readonly from?: string
            /** At or before `from`: on the next day */
            readonly to?: string
            /** How long before it must have been announced; absent: before it begins */
            readonly notice?: {
              /** Monday to Friday without nationwide holidays; the day of the announcement is not counted */
              readonly workingDays?: number
              /** The day of the announcement is not counted */
              readonly days?: number
              readonly hours?: number
            }
            /** Only for windows that the operator calls urgent */
            readonly urgent?: boolean
            /** Outages at that time are not deducted, whether or not a window was announced */
            readonly unannounced?: boolean
            /** Of each time no more than these are left out of account; absent: all */
            readonly maxMinutes?: number
          })[]
          /** Time in which the customer’s own PBX cannot be reached counts, too; absent: not */
          readonly trunkOutages?: boolean
          /** Percentage of the monthly fee that is credited where availability was below; the lowest that applies. Absent: none */
          readonly credits?: readonly ({
            readonly below: number
            readonly percent: number
          })[]
        }
        /** New geographic numbers: only blocks, singles only beside a block, or any; ported ones always; absent: "any" (NUM-03) */
        readonly newNumbers?: "any" | "blocks-only" | "singles-beside-blocks"
        /** Geographic numbers only for sites with a document that proves them (NUM-02) */
        readonly requireProofOfLocation?: boolean
        /** Extensions of the tenant at most; absent or null: no limit */
        readonly maxExtensions?: number | null
        /** Providers that the tenant may have by itself; absent: 16 (TRK-12) */
        readonly ownCarriers?: number
        /** Where the own provider of a site fails, calls go over the operator’s carriers; absent: not. Emergency calls always do */
        readonly ownCarriersFallBack?: boolean
        /** Entries of all phone books of the tenant; absent: 100,000 */
        readonly phoneBookEntries?: number
        /** Entries of an extension’s own phone book; absent: 2,000 */
        readonly personalPhoneBookEntries?: number
        /** How long a callback waits for a busy line; absent: 45 */
        readonly callbackBusyMinutes?: number
        /** The same after no answer; absent: 180 */
        readonly callbackNoAnswerMinutes?: number
        /** Who does not answer its own callback is called once more after that; absent or null: not */
        readonly callbackAgainMinutes?: number | null
        /** Callers inside may press 5 while a line is busy or nobody answers; absent: only by code */
        readonly offerCallback?: boolean
        /** Time between two automatic redials; absent: 60 */
        readonly redialEverySeconds?: number
        /** Automatic redials of a number (ETSI TBR 21 allows 15 calls in all); absent: 10 */
        readonly redialAttempts?: number
        /** Who hears why a call failed; absent: "phones", callers inside */
        readonly announceFailures?: "phones" | "everyone" | "nobody"
        /** Whether phones are told of their messages that have not asked for it; absent: "unless-subscribed" */
        readonly unsolicitedMessageLamps?: "unless-subscribed" | "always" | "never"
        /** Of which calls SIP messages and media figures are kept to explain them; absent: "problems" */
        readonly callTraces?: "always" | "problems" | "never"
        /** Days after which they are deleted; absent: 30 */
        readonly callTraceDays?: number
        /** Channels that a trunk of the customer has at least (TRK-02); absent: 4 */
        readonly minTrunkChannels?: number
        /** What may be dialled outside; absent: class 2 and the barred ranges of the catalogue */
        readonly outbound?: {
          /** Barring class of the contract (FRD-02); absent: 2 */
          readonly barringClass?: 0 | 1 | 2 | 3 | 4
          /** What each class reaches, by its number; absent: as in the catalogue */
          readonly classZones?: Readonly<Record<string, readonly ("local" | "national" | "freephone" | "mobile" | "service" | "europe" | "world" | "networks")[]>>
          /** What nobody may dial without a release (FRD-01); absent: as in the catalogue */
          readonly barredRanges?: readonly ({
            /** All numbers that begin so; short codes with +49 */
            readonly prefix: string
            /** false: no form releases it, such as call-by-call */
            readonly releasable: boolean
            /** An exception from a shorter range: these may be dialled */
            readonly exempt?: boolean
            readonly name: {
              readonly de: string
              readonly en: string
            }
          })[]
          /** A call whose number may not be shown goes with another number of the customer, or not at all (CLI-03); absent: "replace" */
          readonly wrongCallerNumber?: "replace" | "refuse"
        }
        /** Channels and call rate of the contract; absent: no limits */
        readonly admission?: {
          /** Channels of the contract (TRK-02); absent: no limit. Emergency calls need none */
          readonly channels?: {
            /** In and out together */
            readonly both?: number
            /** Calls that come in */
            readonly in?: number
            /** Calls that go out */
            readonly out?: number
          }
          /** Call attempts per second (TRK-04); absent: as fast as they come */
          readonly callRate?: {
            /** "by-channels": the table of TRK-04; "per-channel": 0.007 a second and channel where 5,760 minutes a month and channel are used, else the table; "single-account": one call every five seconds; "fixed": callsPerSecond */
            readonly rule: "by-channels" | "per-channel" | "single-account" | "fixed"
            /** For "fixed"; absent: 1 */
            readonly callsPerSecond?: number
            /** Calls that wait for their turn; one more gets 503 with Retry-After; absent: 10 */
            readonly maxWaiting?: number
            /** Longest wait; who would wait longer gets 503 with Retry-After; absent: 5 */
            readonly maxWaitSeconds?: number
          }
          /** Share of channels and of the call rate from which a mail warns; absent: 80 */
          readonly warnAtPercent?: number
          /** From where on calls look like a dialler, or like signalling without conversation */
          readonly patterns?: {
            /** Of fewer calls nothing is said; absent: 20 */
            readonly fewestCalls?: number
            /** The same of a predictive dialler; absent: 50 */
            readonly fewestForDialler?: number
            /** Answered calls that the caller ended at once: from here on it is a dialler; absent: 5 */
            readonly abandonedPercent?: number
            /** Calls given up before anybody could answer: from here on it is signalling without conversation; absent: 50 */
            readonly rungOnlyPercent?: number
            /** Those and answered calls without sound together; absent: 50 */
            readonly soundlessPercent?: number
          }
          /** Share of calls out that must be answered (TRK-05); absent: 60 */
          readonly minAnsweredPercent?: number
        }
        /** Limits of minutes and spending, prices of running calls; absent: none */
        readonly guard?: {
          /** The operator’s limits, above which nobody may set others; absent: none */
          readonly limits?: {
            /** Minutes to destinations that cost something, of all extensions together */
            readonly minutesPerDay?: number
            /** The same of each extension */
            readonly minutesPerExtensionPerDay?: number
            /** Spending, in millionths of the currency */
            readonly microsPerDay?: number
            /** The same of each extension */
            readonly microsPerExtensionPerDay?: number
            /** International calls at a time */
            readonly internationalCalls?: number
            /** International minutes a day outside the business hours */
            readonly offHoursMinutes?: number
          }
          /** What running calls cost, by how the number begins; absent: minutes are counted only */
          readonly prices?: readonly ({
            readonly prefix: string
            /** Millionths of the currency for each second */
            readonly microsPerSecond: number
          })[]
          /** The first call to a new country waits for approval, whatever the customer sets */
          readonly holdNewCountries?: boolean
          /** Share of a limit of the day from which administrators are warned; absent: 80 */
          readonly warnAtPercent?: number
          /** Days after which what the guard has told is deleted; absent: 180 */
          readonly eventDays?: number
          /** How long before it begins a staged lock is announced (FRD-03); absent: 24 */
          readonly lockNoticeHours?: number
        }
        /** Announcement, fee and retry of direct debits; absent: 14 days, 12 euros, once */
        readonly payments?: {
          /** Days before its due date on which a direct debit is announced (BIL-08); absent: 14, which holds where fewer are not agreed */
          readonly preNotificationDays?: number
          /** For a returned debit, in millionths of the currency; absent: 12 euros (BIL-07) */
          readonly returnFeeMicros?: number
          /** How often a returned debit is tried again where its reason lets it; absent: once */
          readonly retries?: number
          /** Seconds before the end of prepaid credit at which who pays hears a tone (BIL-09); 0: none; absent: 30 */
          readonly creditWarningSeconds?: number
          /** Prepaid balance below which the customer is told by mail until it sets another, in millionths; 0: never; absent: 5 euros (BIL-09) */
          readonly creditLowMicros?: number
          /** Days after which calls out are locked because a negative prepaid balance is not paid, announced before (FRD-03); absent: never */
          readonly creditLockAfterDays?: number
          /** Where less is owed calls are not locked, in millionths: § 61 (4) TKG has 100 euros for consumers; absent: any cent */
          readonly creditLockFromMicros?: number
          /** Fees of letters of dunning and of returned debits are taken from prepaid credit, as far as it goes (BIL-07, BIL-09); absent: they are */
          readonly creditPaysFees?: boolean
          /** After how many days; absent: 7 */
          readonly retryAfterDays?: number
        }
        /** For consumers, and small enterprises that have not waived it (§ 71 TKG), law’s floors hold beside the product’s terms; absent: "enterprise", whose terms hold as agreed */
        readonly customerKind?: "consumer" | "small-enterprise" | "enterprise"
        /** How soon faults are mended (SLA-02), and § 58 TKG; absent: no time is promised */
        readonly repair?: {
          /** Time to repair, in service hours; absent: none is promised (SLA-02) */
          readonly hours?: number
          /** Service hours; absent: Monday to Friday 08–18 without national holidays (SLA-02) */
          readonly counted?: {
            readonly days: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[]
            readonly from: string
            /** Not included; 24:00 for the end of the day */
            readonly to: string
            /** Whether the nine holidays that all of Germany has count as well */
            readonly nationalHolidays: boolean
          }
          /** So many minutes of service hours before its end the operator is told that it runs out; absent: 60 */
          readonly warnMinutes?: number
          /** Days after which a resolved ticket is closed that nobody has objected to; absent: 7 */
          readonly closeAfterDays?: number
          /** Enterprises, too, are compensated by § 58 (3) and (4) TKG; consumers and small enterprises always (§ 71 (3)); absent: not */
          readonly compensation?: boolean
        }
        /** Packages of which each extension has one (BIL-01); absent: none */
        readonly userPackages?: readonly ({
          /** Of the item of the product profile that is charged for it */
          readonly id: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          /** Settings that differ from those of the product; absent: none */
          readonly limits?: {
            /** Devices registered at a time per extension */
            readonly maxContactsPerExtension?: number
            /** Calls of an extension at a time; one more finds it busy. Absent or null: no limit. Never of emergency calls */
            readonly maxCallsPerExtension?: number | null
            /** Messages that a mailbox holds, heard or not (VM-02) */
            readonly voicemailMessages?: number
            /** Longest message */
            readonly voicemailSeconds?: number
            /** Callbacks and redials an extension may wait for; absent: 5 */
            readonly callbacksPerExtension?: number
          }
          /** What its users have of these; absent: all */
          readonly features?: readonly ("voicemail" | "web-phone")[]
        })[]
        /** Of schedules and announcements; absent: Europe/Berlin */
        readonly timeZone?: string
        /** Of announcements; absent: de */
        readonly language?: "de" | "en"
      }
      /** Who looks after it; null: the operator */
      readonly resellerId?: string | null
      /** A demo customer: four weeks, three extensions, never billed */
      readonly demo?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly name: string
      readonly sipDomain: string
      readonly areaCode: string | null
      readonly resellerId: string | null
      /** Of a demo customer, who is never billed: when it ends */
      readonly demoUntil: string | null
      /** None of its phones makes or takes calls */
      readonly suspended: boolean
      readonly profile: {
        /** Devices registered at a time per extension */
        readonly maxContactsPerExtension: number
        /** Calls of an extension at a time; one more finds it busy. Absent or null: no limit. Never of emergency calls */
        readonly maxCallsPerExtension?: number | null
        /** Messages that a mailbox holds, heard or not (VM-02) */
        readonly voicemailMessages: number
        /** Longest message */
        readonly voicemailSeconds: number
        /** Callbacks and redials an extension may wait for; absent: 5 */
        readonly callbacksPerExtension?: number
        /** One device too many is refused with 403, or takes the place of the one that was refreshed longest ago */
        readonly whenContactsFull: "refuse" | "replace-oldest"
        /** How long a call rings before it counts as not answered */
        readonly ringTimeoutSeconds: number
        /** Shorter registrations are refused with 423 */
        readonly minRegistrationSeconds: number
        /** Longer registrations are shortened to this */
        readonly maxRegistrationSeconds: number
        /** A call without media for so long is ended */
        readonly mediaInactivitySeconds: number
        /** A party hears a soft signal two seconds after the media of the other has stopped without a word; absent: yes */
        readonly signalWhenMediaStops?: boolean
        /** Session timer (RFC 4028) */
        readonly sessionExpiresSeconds: number
        /** Longest call from the answer on; null: no limit. Emergency calls have none */
        readonly maxCallSeconds: number | null
        /** Internal number that echoes what it hears; null: none. An extension of that number comes first */
        readonly echoNumber: string | null
        /** Digits that are dialled before an outside number, and taken away where a number begins with them; null: none */
        readonly outsideLinePrefix: string | null
        /** "relay" carries media through Klinke; "direct" lets the parties exchange it */
        readonly mediaPath: "relay" | "direct"
        /** Days after which a message is deleted (VM-02) */
        readonly voicemailDays: number
        /** Room for recordings and mailboxes (REC-01) */
        readonly storageBytes: number
        /** Members of one conference at most; absent: 99 */
        readonly maxConferenceMembers?: number
        /** How long after a call to 110 or 112 calls to the number shown ring the phone through do not disturb; absent: 30 */
        readonly emergencyCallBackMinutes?: number
        /** Extensions only at sites where help finds them: with an address and a geographic number (EMG-01); absent: anywhere. New tenants have it, unless said otherwise */
        readonly requireValidSite?: boolean
        /** Days before which a move of a site is told (EMG-06); 0: at once; absent: 7 */
        readonly moveNoticeDays?: number
        /** How long personal data is kept; absent: until the day after, and 180 days after the invoice */
        readonly retention?: {
          /** Days after which the records of calls go that nobody is charged for: call lists and reports need them; absent: 1, the day after (PRI-01) */
          readonly callListDays?: number
          /** Days after the dispatch of the invoice after which the records of charged calls go: 56 at least, the eight weeks for objections (§ 67 (2) TKG); absent: 180 */
          readonly chargedCallDays?: number
          /** Days for which is kept who changed what, listened to what, and imported what; absent: 365 */
          readonly auditDays?: number
          /** Days after which a customer whose contracts are over is deleted because it has asked for it and was told so (Art. 17 GDPR); absent: 7 */
          readonly askedDeletionDays?: number
          /** Years after that of the end of the last contract for which agreements on processing on behalf are kept (Art. 28 GDPR): no less than claims last (§§ 195, 199 BGB); absent: 6 */
          readonly agreementYears?: number
        }
        /** Promised availability, maintenance and credits; absent: nothing is promised */
        readonly serviceLevel?: {
          /** Promised, in percent of the minutes of a year; absent: nothing is promised */
          readonly availability?: readonly ({
            readonly side: "all" | "internet" | "upstream"
            readonly percent: number
          })[]
          /** The year that is counted; absent: the calendar’s */
          readonly year?: "contract" | "calendar"
          /** To which the percentage is rounded, half up; absent: 2 */
          readonly decimals?: number
          /** Maintenance that is left out of account; each rule by itself. Absent: none */
          readonly maintenance?: readonly ({
            /** Days on which its time begins; absent: every day */
            readonly days?: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[]
            /** In the customer’s time zone; absent, with `to`: at any time */
            readonly from?: string
            /** At or before `from`: on the next day */
            readonly to?: string
            /** How long before it must have been announced; absent: before it begins */
            readonly notice?: {
              /** Monday to Friday without nationwide holidays; the day of the announcement is not counted */
              readonly workingDays?: number
              /** The day of the announcement is not counted */
              readonly days?: number
              readonly hours?: number
            }
            /** Only for windows that the operator calls urgent */
            readonly urgent?: boolean
            /** Outages at that time are not deducted, whether or not a window was announced */
            readonly unannounced?: boolean
            /** Of each time no more than these are left out of account; absent: all */
            readonly maxMinutes?: number
          })[]
          /** Time in which the customer’s own PBX cannot be reached counts, too; absent: not */
          readonly trunkOutages?: boolean
          /** Percentage of the monthly fee that is credited where availability was below; the lowest that applies. Absent: none */
          readonly credits?: readonly ({
            readonly below: number
            readonly percent: number
          })[]
        }
        /** New geographic numbers: only blocks, singles only beside a block, or any; ported ones always; absent: "any" (NUM-03) */
        readonly newNumbers?: "any" | "blocks-only" | "singles-beside-blocks"
        /** Geographic numbers only for sites with a document that proves them (NUM-02) */
        readonly requireProofOfLocation?: boolean
        /** Extensions of the tenant at most; absent or null: no limit */
        readonly maxExtensions?: number | null
        /** Providers that the tenant may have by itself; absent: 16 (TRK-12) */
        readonly ownCarriers?: number
        /** Where the own provider of a site fails, calls go over the operator’s carriers; absent: not. Emergency calls always do */
        readonly ownCarriersFallBack?: boolean
        /** Entries of all phone books of the tenant; absent: 100,000 */
        readonly phoneBookEntries?: number
        /** Entries of an extension’s own phone book; absent: 2,000 */
        readonly personalPhoneBookEntries?: number
        /** How long a callback waits for a busy line; absent: 45 */
        readonly callbackBusyMinutes?: number
        /** The same after no answer; absent: 180 */
        readonly callbackNoAnswerMinutes?: number
        /** Who does not answer its own callback is called once more after that; absent or null: not */
        readonly callbackAgainMinutes?: number | null
        /** Callers inside may press 5 while a line is busy or nobody answers; absent: only by code */
        readonly offerCallback?: boolean
        /** Time between two automatic redials; absent: 60 */
        readonly redialEverySeconds?: number
        /** Automatic redials of a number (ETSI TBR 21 allows 15 calls in all); absent: 10 */
        readonly redialAttempts?: number
        /** Who hears why a call failed; absent: "phones", callers inside */
        readonly announceFailures?: "phones" | "everyone" | "nobody"
        /** Whether phones are told of their messages that have not asked for it; absent: "unless-subscribed" */
        readonly unsolicitedMessageLamps?: "unless-subscribed" | "always" | "never"
        /** Of which calls SIP messages and media figures are kept to explain them; absent: "problems" */
        readonly callTraces?: "always" | "problems" | "never"
        /** Days after which they are deleted; absent: 30 */
        readonly callTraceDays?: number
        /** Channels that a trunk of the customer has at least (TRK-02); absent: 4 */
        readonly minTrunkChannels?: number
        /** What may be dialled outside; absent: class 2 and the barred ranges of the catalogue */
        readonly outbound?: {
          /** Barring class of the contract (FRD-02); absent: 2 */
          readonly barringClass?: 0 | 1 | 2 | 3 | 4
          /** What each class reaches, by its number; absent: as in the catalogue */
          readonly classZones?: Readonly<Record<string, readonly ("local" | "national" | "freephone" | "mobile" | "service" | "europe" | "world" | "networks")[]>>
          /** What nobody may dial without a release (FRD-01); absent: as in the catalogue */
          readonly barredRanges?: readonly ({
            /** All numbers that begin so; short codes with +49 */
            readonly prefix: string
            /** false: no form releases it, such as call-by-call */
            readonly releasable: boolean
            /** An exception from a shorter range: these may be dialled */
            readonly exempt?: boolean
            readonly name: {
              readonly de: string
              readonly en: string
            }
          })[]
          /** A call whose number may not be shown goes with another number of the customer, or not at all (CLI-03); absent: "replace" */
          readonly wrongCallerNumber?: "replace" | "refuse"
        }
        /** Channels and call rate of the contract; absent: no limits */
        readonly admission?: {
          /** Channels of the contract (TRK-02); absent: no limit. Emergency calls need none */
          readonly channels?: {
            /** In and out together */
            readonly both?: number
            /** Calls that come in */
            readonly in?: number
            /** Calls that go out */
            readonly out?: number
          }
          /** Call attempts per second (TRK-04); absent: as fast as they come */
          readonly callRate?: {
            /** "by-channels": the table of TRK-04; "per-channel": 0.007 a second and channel where 5,760 minutes a month and channel are used, else the table; "single-account": one call every five seconds; "fixed": callsPerSecond */
            readonly rule: "by-channels" | "per-channel" | "single-account" | "fixed"
            /** For "fixed"; absent: 1 */
            readonly callsPerSecond?: number
            /** Calls that wait for their turn; one more gets 503 with Retry-After; absent: 10 */
            readonly maxWaiting?: number
            /** Longest wait; who would wait longer gets 503 with Retry-After; absent: 5 */
            readonly maxWaitSeconds?: number
          }
          /** Share of channels and of the call rate from which a mail warns; absent: 80 */
          readonly warnAtPercent?: number
          /** From where on calls look like a dialler, or like signalling without conversation */
          readonly patterns?: {
            /** Of fewer calls nothing is said; absent: 20 */
            readonly fewestCalls?: number
            /** The same of a predictive dialler; absent: 50 */
            readonly fewestForDialler?: number
            /** Answered calls that the caller ended at once: from here on it is a dialler; absent: 5 */
            readonly abandonedPercent?: number
            /** Calls given up before anybody could answer: from here on it is signalling without conversation; absent: 50 */
            readonly rungOnlyPercent?: number
            /** Those and answered calls without sound together; absent: 50 */
            readonly soundlessPercent?: number
          }
          /** Share of calls out that must be answered (TRK-05); absent: 60 */
          readonly minAnsweredPercent?: number
        }
        /** Limits of minutes and spending, prices of running calls; absent: none */
        readonly guard?: {
          /** The operator’s limits, above which nobody may set others; absent: none */
          readonly limits?: {
            /** Minutes to destinations that cost something, of all extensions together */
            readonly minutesPerDay?: number
            /** The same of each extension */
            readonly minutesPerExtensionPerDay?: number
            /** Spending, in millionths of the currency */
            readonly microsPerDay?: number
            /** The same of each extension */
            readonly microsPerExtensionPerDay?: number
            /** International calls at a time */
            readonly internationalCalls?: number
            /** International minutes a day outside the business hours */
            readonly offHoursMinutes?: number
          }
          /** What running calls cost, by how the number begins; absent: minutes are counted only */
          readonly prices?: readonly ({
            readonly prefix: string
            /** Millionths of the currency for each second */
            readonly microsPerSecond: number
          })[]
          /** The first call to a new country waits for approval, whatever the customer sets */
          readonly holdNewCountries?: boolean
          /** Share of a limit of the day from which administrators are warned; absent: 80 */
          readonly warnAtPercent?: number
          /** Days after which what the guard has told is deleted; absent: 180 */
          readonly eventDays?: number
          /** How long before it begins a staged lock is announced (FRD-03); absent: 24 */
          readonly lockNoticeHours?: number
        }
        /** Announcement, fee and retry of direct debits; absent: 14 days, 12 euros, once */
        readonly payments?: {
          /** Days before its due date on which a direct debit is announced (BIL-08); absent: 14, which holds where fewer are not agreed */
          readonly preNotificationDays?: number
          /** For a returned debit, in millionths of the currency; absent: 12 euros (BIL-07) */
          readonly returnFeeMicros?: number
          /** How often a returned debit is tried again where its reason lets it; absent: once */
          readonly retries?: number
          /** Seconds before the end of prepaid credit at which who pays hears a tone (BIL-09); 0: none; absent: 30 */
          readonly creditWarningSeconds?: number
          /** Prepaid balance below which the customer is told by mail until it sets another, in millionths; 0: never; absent: 5 euros (BIL-09) */
          readonly creditLowMicros?: number
          /** Days after which calls out are locked because a negative prepaid balance is not paid, announced before (FRD-03); absent: never */
          readonly creditLockAfterDays?: number
          /** Where less is owed calls are not locked, in millionths: § 61 (4) TKG has 100 euros for consumers; absent: any cent */
          readonly creditLockFromMicros?: number
          /** Fees of letters of dunning and of returned debits are taken from prepaid credit, as far as it goes (BIL-07, BIL-09); absent: they are */
          readonly creditPaysFees?: boolean
          /** After how many days; absent: 7 */
          readonly retryAfterDays?: number
        }
        /** For consumers, and small enterprises that have not waived it (§ 71 TKG), law’s floors hold beside the product’s terms; absent: "enterprise", whose terms hold as agreed */
        readonly customerKind?: "consumer" | "small-enterprise" | "enterprise"
        /** How soon faults are mended (SLA-02), and § 58 TKG; absent: no time is promised */
        readonly repair?: {
          /** Time to repair, in service hours; absent: none is promised (SLA-02) */
          readonly hours?: number
          /** Service hours; absent: Monday to Friday 08–18 without national holidays (SLA-02) */
          readonly counted?: {
            readonly days: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[]
            readonly from: string
            /** Not included; 24:00 for the end of the day */
            readonly to: string
            /** Whether the nine holidays that all of Germany has count as well */
            readonly nationalHolidays: boolean
          }
          /** So many minutes of service hours before its end the operator is told that it runs out; absent: 60 */
          readonly warnMinutes?: number
          /** Days after which a resolved ticket is closed that nobody has objected to; absent: 7 */
          readonly closeAfterDays?: number
          /** Enterprises, too, are compensated by § 58 (3) and (4) TKG; consumers and small enterprises always (§ 71 (3)); absent: not */
          readonly compensation?: boolean
        }
        /** Packages of which each extension has one (BIL-01); absent: none */
        readonly userPackages?: readonly ({
          /** Of the item of the product profile that is charged for it */
          readonly id: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          /** Settings that differ from those of the product; absent: none */
          readonly limits?: {
            /** Devices registered at a time per extension */
            readonly maxContactsPerExtension?: number
            /** Calls of an extension at a time; one more finds it busy. Absent or null: no limit. Never of emergency calls */
            readonly maxCallsPerExtension?: number | null
            /** Messages that a mailbox holds, heard or not (VM-02) */
            readonly voicemailMessages?: number
            /** Longest message */
            readonly voicemailSeconds?: number
            /** Callbacks and redials an extension may wait for; absent: 5 */
            readonly callbacksPerExtension?: number
          }
          /** What its users have of these; absent: all */
          readonly features?: readonly ("voicemail" | "web-phone")[]
        })[]
        /** Of schedules and announcements; absent: Europe/Berlin */
        readonly timeZone?: string
        /** Of announcements; absent: de */
        readonly language?: "de" | "en"
      }
      readonly createdAt: string
    }
  }
  /** Get a tenant */
  readonly 'GET /tenants/{tenantId}': {
    readonly path: { readonly tenantId: string }
    readonly answer: {
      readonly id: string
      readonly name: string
      readonly sipDomain: string
      readonly areaCode: string | null
      readonly resellerId: string | null
      /** Of a demo customer, who is never billed: when it ends */
      readonly demoUntil: string | null
      /** None of its phones makes or takes calls */
      readonly suspended: boolean
      readonly profile: {
        /** Devices registered at a time per extension */
        readonly maxContactsPerExtension: number
        /** Calls of an extension at a time; one more finds it busy. Absent or null: no limit. Never of emergency calls */
        readonly maxCallsPerExtension?: number | null
        /** Messages that a mailbox holds, heard or not (VM-02) */
        readonly voicemailMessages: number
        /** Longest message */
        readonly voicemailSeconds: number
        /** Callbacks and redials an extension may wait for; absent: 5 */
        readonly callbacksPerExtension?: number
        /** One device too many is refused with 403, or takes the place of the one that was refreshed longest ago */
        readonly whenContactsFull: "refuse" | "replace-oldest"
        /** How long a call rings before it counts as not answered */
        readonly ringTimeoutSeconds: number
        /** Shorter registrations are refused with 423 */
        readonly minRegistrationSeconds: number
        /** Longer registrations are shortened to this */
        readonly maxRegistrationSeconds: number
        /** A call without media for so long is ended */
        readonly mediaInactivitySeconds: number
        /** A party hears a soft signal two seconds after the media of the other has stopped without a word; absent: yes */
        readonly signalWhenMediaStops?: boolean
        /** Session timer (RFC 4028) */
        readonly sessionExpiresSeconds: number
        /** Longest call from the answer on; null: no limit. Emergency calls have none */
        readonly maxCallSeconds: number | null
        /** Internal number that echoes what it hears; null: none. An extension of that number comes first */
        readonly echoNumber: string | null
        /** Digits that are dialled before an outside number, and taken away where a number begins with them; null: none */
        readonly outsideLinePrefix: string | null
        /** "relay" carries media through Klinke; "direct" lets the parties exchange it */
        readonly mediaPath: "relay" | "direct"
        /** Days after which a message is deleted (VM-02) */
        readonly voicemailDays: number
        /** Room for recordings and mailboxes (REC-01) */
        readonly storageBytes: number
        /** Members of one conference at most; absent: 99 */
        readonly maxConferenceMembers?: number
        /** How long after a call to 110 or 112 calls to the number shown ring the phone through do not disturb; absent: 30 */
        readonly emergencyCallBackMinutes?: number
        /** Extensions only at sites where help finds them: with an address and a geographic number (EMG-01); absent: anywhere. New tenants have it, unless said otherwise */
        readonly requireValidSite?: boolean
        /** Days before which a move of a site is told (EMG-06); 0: at once; absent: 7 */
        readonly moveNoticeDays?: number
        /** How long personal data is kept; absent: until the day after, and 180 days after the invoice */
        readonly retention?: {
          /** Days after which the records of calls go that nobody is charged for: call lists and reports need them; absent: 1, the day after (PRI-01) */
          readonly callListDays?: number
          /** Days after the dispatch of the invoice after which the records of charged calls go: 56 at least, the eight weeks for objections (§ 67 (2) TKG); absent: 180 */
          readonly chargedCallDays?: number
          /** Days for which is kept who changed what, listened to what, and imported what; absent: 365 */
          readonly auditDays?: number
          /** Days after which a customer whose contracts are over is deleted because it has asked for it and was told so (Art. 17 GDPR); absent: 7 */
          readonly askedDeletionDays?: number
          /** Years after that of the end of the last contract for which agreements on processing on behalf are kept (Art. 28 GDPR): no less than claims last (§§ 195, 199 BGB); absent: 6 */
          readonly agreementYears?: number
        }
        /** Promised availability, maintenance and credits; absent: nothing is promised */
        readonly serviceLevel?: {
          /** Promised, in percent of the minutes of a year; absent: nothing is promised */
          readonly availability?: readonly ({
            readonly side: "all" | "internet" | "upstream"
            readonly percent: number
          })[]
          /** The year that is counted; absent: the calendar’s */
          readonly year?: "contract" | "calendar"
          /** To which the percentage is rounded, half up; absent: 2 */
          readonly decimals?: number
          /** Maintenance that is left out of account; each rule by itself. Absent: none */
          readonly maintenance?: readonly ({
            /** Days on which its time begins; absent: every day */
            readonly days?: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[]
            /** In the customer’s time zone; absent, with `to`: at any time */
            readonly from?: string
            /** At or before `from`: on the next day */
            readonly to?: string
            /** How long before it must have been announced; absent: before it begins */
            readonly notice?: {
              /** Monday to Friday without nationwide holidays; the day of the announcement is not counted */
              readonly workingDays?: number
              /** The day of the announcement is not counted */
              readonly days?: number
              readonly hours?: number
            }
            /** Only for windows that the operator calls urgent */
            readonly urgent?: boolean
            /** Outages at that time are not deducted, whether or not a window was announced */
            readonly unannounced?: boolean
            /** Of each time no more than these are left out of account; absent: all */
            readonly maxMinutes?: number
          })[]
          /** Time in which the customer’s own PBX cannot be reached counts, too; absent: not */
          readonly trunkOutages?: boolean
          /** Percentage of the monthly fee that is credited where availability was below; the lowest that applies. Absent: none */
          readonly credits?: readonly ({
            readonly below: number
            readonly percent: number
          })[]
        }
        /** New geographic numbers: only blocks, singles only beside a block, or any; ported ones always; absent: "any" (NUM-03) */
        readonly newNumbers?: "any" | "blocks-only" | "singles-beside-blocks"
        /** Geographic numbers only for sites with a document that proves them (NUM-02) */
        readonly requireProofOfLocation?: boolean
        /** Extensions of the tenant at most; absent or null: no limit */
        readonly maxExtensions?: number | null
        /** Providers that the tenant may have by itself; absent: 16 (TRK-12) */
        readonly ownCarriers?: number
        /** Where the own provider of a site fails, calls go over the operator’s carriers; absent: not. Emergency calls always do */
        readonly ownCarriersFallBack?: boolean
        /** Entries of all phone books of the tenant; absent: 100,000 */
        readonly phoneBookEntries?: number
        /** Entries of an extension’s own phone book; absent: 2,000 */
        readonly personalPhoneBookEntries?: number
        /** How long a callback waits for a busy line; absent: 45 */
        readonly callbackBusyMinutes?: number
        /** The same after no answer; absent: 180 */
        readonly callbackNoAnswerMinutes?: number
        /** Who does not answer its own callback is called once more after that; absent or null: not */
        readonly callbackAgainMinutes?: number | null
        /** Callers inside may press 5 while a line is busy or nobody answers; absent: only by code */
        readonly offerCallback?: boolean
        /** Time between two automatic redials; absent: 60 */
        readonly redialEverySeconds?: number
        /** Automatic redials of a number (ETSI TBR 21 allows 15 calls in all); absent: 10 */
        readonly redialAttempts?: number
        /** Who hears why a call failed; absent: "phones", callers inside */
        readonly announceFailures?: "phones" | "everyone" | "nobody"
        /** Whether phones are told of their messages that have not asked for it; absent: "unless-subscribed" */
        readonly unsolicitedMessageLamps?: "unless-subscribed" | "always" | "never"
        /** Of which calls SIP messages and media figures are kept to explain them; absent: "problems" */
        readonly callTraces?: "always" | "problems" | "never"
        /** Days after which they are deleted; absent: 30 */
        readonly callTraceDays?: number
        /** Channels that a trunk of the customer has at least (TRK-02); absent: 4 */
        readonly minTrunkChannels?: number
        /** What may be dialled outside; absent: class 2 and the barred ranges of the catalogue */
        readonly outbound?: {
          /** Barring class of the contract (FRD-02); absent: 2 */
          readonly barringClass?: 0 | 1 | 2 | 3 | 4
          /** What each class reaches, by its number; absent: as in the catalogue */
          readonly classZones?: Readonly<Record<string, readonly ("local" | "national" | "freephone" | "mobile" | "service" | "europe" | "world" | "networks")[]>>
          /** What nobody may dial without a release (FRD-01); absent: as in the catalogue */
          readonly barredRanges?: readonly ({
            /** All numbers that begin so; short codes with +49 */
            readonly prefix: string
            /** false: no form releases it, such as call-by-call */
            readonly releasable: boolean
            /** An exception from a shorter range: these may be dialled */
            readonly exempt?: boolean
            readonly name: {
              readonly de: string
              readonly en: string
            }
          })[]
          /** A call whose number may not be shown goes with another number of the customer, or not at all (CLI-03); absent: "replace" */
          readonly wrongCallerNumber?: "replace" | "refuse"
        }
        /** Channels and call rate of the contract; absent: no limits */
        readonly admission?: {
          /** Channels of the contract (TRK-02); absent: no limit. Emergency calls need none */
          readonly channels?: {
            /** In and out together */
            readonly both?: number
            /** Calls that come in */
            readonly in?: number
            /** Calls that go out */
            readonly out?: number
          }
          /** Call attempts per second (TRK-04); absent: as fast as they come */
          readonly callRate?: {
            /** "by-channels": the table of TRK-04; "per-channel": 0.007 a second and channel where 5,760 minutes a month and channel are used, else the table; "single-account": one call every five seconds; "fixed": callsPerSecond */
            readonly rule: "by-channels" | "per-channel" | "single-account" | "fixed"
            /** For "fixed"; absent: 1 */
            readonly callsPerSecond?: number
            /** Calls that wait for their turn; one more gets 503 with Retry-After; absent: 10 */
            readonly maxWaiting?: number
            /** Longest wait; who would wait longer gets 503 with Retry-After; absent: 5 */
            readonly maxWaitSeconds?: number
          }
          /** Share of channels and of the call rate from which a mail warns; absent: 80 */
          readonly warnAtPercent?: number
          /** From where on calls look like a dialler, or like signalling without conversation */
          readonly patterns?: {
            /** Of fewer calls nothing is said; absent: 20 */
            readonly fewestCalls?: number
            /** The same of a predictive dialler; absent: 50 */
            readonly fewestForDialler?: number
            /** Answered calls that the caller ended at once: from here on it is a dialler; absent: 5 */
            readonly abandonedPercent?: number
            /** Calls given up before anybody could answer: from here on it is signalling without conversation; absent: 50 */
            readonly rungOnlyPercent?: number
            /** Those and answered calls without sound together; absent: 50 */
            readonly soundlessPercent?: number
          }
          /** Share of calls out that must be answered (TRK-05); absent: 60 */
          readonly minAnsweredPercent?: number
        }
        /** Limits of minutes and spending, prices of running calls; absent: none */
        readonly guard?: {
          /** The operator’s limits, above which nobody may set others; absent: none */
          readonly limits?: {
            /** Minutes to destinations that cost something, of all extensions together */
            readonly minutesPerDay?: number
            /** The same of each extension */
            readonly minutesPerExtensionPerDay?: number
            /** Spending, in millionths of the currency */
            readonly microsPerDay?: number
            /** The same of each extension */
            readonly microsPerExtensionPerDay?: number
            /** International calls at a time */
            readonly internationalCalls?: number
            /** International minutes a day outside the business hours */
            readonly offHoursMinutes?: number
          }
          /** What running calls cost, by how the number begins; absent: minutes are counted only */
          readonly prices?: readonly ({
            readonly prefix: string
            /** Millionths of the currency for each second */
            readonly microsPerSecond: number
          })[]
          /** The first call to a new country waits for approval, whatever the customer sets */
          readonly holdNewCountries?: boolean
          /** Share of a limit of the day from which administrators are warned; absent: 80 */
          readonly warnAtPercent?: number
          /** Days after which what the guard has told is deleted; absent: 180 */
          readonly eventDays?: number
          /** How long before it begins a staged lock is announced (FRD-03); absent: 24 */
          readonly lockNoticeHours?: number
        }
        /** Announcement, fee and retry of direct debits; absent: 14 days, 12 euros, once */
        readonly payments?: {
          /** Days before its due date on which a direct debit is announced (BIL-08); absent: 14, which holds where fewer are not agreed */
          readonly preNotificationDays?: number
          /** For a returned debit, in millionths of the currency; absent: 12 euros (BIL-07) */
          readonly returnFeeMicros?: number
          /** How often a returned debit is tried again where its reason lets it; absent: once */
          readonly retries?: number
          /** Seconds before the end of prepaid credit at which who pays hears a tone (BIL-09); 0: none; absent: 30 */
          readonly creditWarningSeconds?: number
          /** Prepaid balance below which the customer is told by mail until it sets another, in millionths; 0: never; absent: 5 euros (BIL-09) */
          readonly creditLowMicros?: number
          /** Days after which calls out are locked because a negative prepaid balance is not paid, announced before (FRD-03); absent: never */
          readonly creditLockAfterDays?: number
          /** Where less is owed calls are not locked, in millionths: § 61 (4) TKG has 100 euros for consumers; absent: any cent */
          readonly creditLockFromMicros?: number
          /** Fees of letters of dunning and of returned debits are taken from prepaid credit, as far as it goes (BIL-07, BIL-09); absent: they are */
          readonly creditPaysFees?: boolean
          /** After how many days; absent: 7 */
          readonly retryAfterDays?: number
        }
        /** For consumers, and small enterprises that have not waived it (§ 71 TKG), law’s floors hold beside the product’s terms; absent: "enterprise", whose terms hold as agreed */
        readonly customerKind?: "consumer" | "small-enterprise" | "enterprise"
        /** How soon faults are mended (SLA-02), and § 58 TKG; absent: no time is promised */
        readonly repair?: {
          /** Time to repair, in service hours; absent: none is promised (SLA-02) */
          readonly hours?: number
          /** Service hours; absent: Monday to Friday 08–18 without national holidays (SLA-02) */
          readonly counted?: {
            readonly days: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[]
            readonly from: string
            /** Not included; 24:00 for the end of the day */
            readonly to: string
            /** Whether the nine holidays that all of Germany has count as well */
            readonly nationalHolidays: boolean
          }
          /** So many minutes of service hours before its end the operator is told that it runs out; absent: 60 */
          readonly warnMinutes?: number
          /** Days after which a resolved ticket is closed that nobody has objected to; absent: 7 */
          readonly closeAfterDays?: number
          /** Enterprises, too, are compensated by § 58 (3) and (4) TKG; consumers and small enterprises always (§ 71 (3)); absent: not */
          readonly compensation?: boolean
        }
        /** Packages of which each extension has one (BIL-01); absent: none */
        readonly userPackages?: readonly ({
          /** Of the item of the product profile that is charged for it */
          readonly id: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          /** Settings that differ from those of the product; absent: none */
          readonly limits?: {
            /** Devices registered at a time per extension */
            readonly maxContactsPerExtension?: number
            /** Calls of an extension at a time; one more finds it busy. Absent or null: no limit. Never of emergency calls */
            readonly maxCallsPerExtension?: number | null
            /** Messages that a mailbox holds, heard or not (VM-02) */
            readonly voicemailMessages?: number
            /** Longest message */
            readonly voicemailSeconds?: number
            /** Callbacks and redials an extension may wait for; absent: 5 */
            readonly callbacksPerExtension?: number
          }
          /** What its users have of these; absent: all */
          readonly features?: readonly ("voicemail" | "web-phone")[]
        })[]
        /** Of schedules and announcements; absent: Europe/Berlin */
        readonly timeZone?: string
        /** Of announcements; absent: de */
        readonly language?: "de" | "en"
      }
      readonly createdAt: string
    }
  }
  /** Change a tenant */
  readonly 'PATCH /tenants/{tenantId}': {
    readonly path: { readonly tenantId: string }
    readonly body: {
      readonly name?: string
      /** Area code for local dialling, without the leading zero */
      readonly areaCode?: string | null
      /** Settings that differ from the product */
      readonly profile?: {
        /** Devices registered at a time per extension */
        readonly maxContactsPerExtension?: number
        /** Calls of an extension at a time; one more finds it busy. Absent or null: no limit. Never of emergency calls */
        readonly maxCallsPerExtension?: number | null
        /** Messages that a mailbox holds, heard or not (VM-02) */
        readonly voicemailMessages?: number
        /** Longest message */
        readonly voicemailSeconds?: number
        /** Callbacks and redials an extension may wait for; absent: 5 */
        readonly callbacksPerExtension?: number
        /** One device too many is refused with 403, or takes the place of the one that was refreshed longest ago */
        readonly whenContactsFull?: "refuse" | "replace-oldest"
        /** How long a call rings before it counts as not answered */
        readonly ringTimeoutSeconds?: number
        /** Shorter registrations are refused with 423 */
        readonly minRegistrationSeconds?: number
        /** Longer registrations are shortened to this */
        readonly maxRegistrationSeconds?: number
        /** A call without media for so long is ended */
        readonly mediaInactivitySeconds?: number
        /** A party hears a soft signal two seconds after the media of the other has stopped without a word; absent: yes */
        readonly signalWhenMediaStops?: boolean
        /** Session timer (RFC 4028) */
        readonly sessionExpiresSeconds?: number
        /** Longest call from the answer on; null: no limit. Emergency calls have none */
        readonly maxCallSeconds?: number | null
        /** Internal number that echoes what it hears; null: none. An extension of that number comes first */
        readonly echoNumber?: string | null
        /** Digits that are dialled before an outside number, and taken away where a number begins with them; null: none */
        readonly outsideLinePrefix?: string | null
        /** "relay" carries media through Klinke; "direct" lets the parties exchange it */
        readonly mediaPath?: "relay" | "direct"
        /** Days after which a message is deleted (VM-02) */
        readonly voicemailDays?: number
        /** Room for recordings and mailboxes (REC-01) */
        readonly storageBytes?: number
        /** Members of one conference at most; absent: 99 */
        readonly maxConferenceMembers?: number
        /** How long after a call to 110 or 112 calls to the number shown ring the phone through do not disturb; absent: 30 */
        readonly emergencyCallBackMinutes?: number
        /** Extensions only at sites where help finds them: with an address and a geographic number (EMG-01); absent: anywhere. New tenants have it, unless said otherwise */
        readonly requireValidSite?: boolean
        /** Days before which a move of a site is told (EMG-06); 0: at once; absent: 7 */
        readonly moveNoticeDays?: number
        /** How long personal data is kept; absent: until the day after, and 180 days after the invoice */
        readonly retention?: {
          /** Days after which the records of calls go that nobody is charged for: call lists and reports need them; absent: 1, the day after (PRI-01) */
          readonly callListDays?: number
          /** Days after the dispatch of the invoice after which the records of charged calls go: 56 at least, the eight weeks for objections (§ 67 (2) TKG); absent: 180 */
          readonly chargedCallDays?: number
          /** Days for which is kept who changed what, listened to what, and imported what; absent: 365 */
          readonly auditDays?: number
          /** Days after which a customer whose contracts are over is deleted because it has asked for it and was told so (Art. 17 GDPR); absent: 7 */
          readonly askedDeletionDays?: number
          /** Years after that of the end of the last contract for which agreements on processing on behalf are kept (Art. 28 GDPR): no less than claims last (§§ 195, 199 BGB); absent: 6 */
          readonly agreementYears?: number
        }
        /** Promised availability, maintenance and credits; absent: nothing is promised */
        readonly serviceLevel?: {
          /** Promised, in percent of the minutes of a year; absent: nothing is promised */
          readonly availability?: readonly ({
            readonly side: "all" | "internet" | "upstream"
            readonly percent: number
          })[]
          /** The year that is counted; absent: the calendar’s */
          readonly year?: "contract" | "calendar"
          /** To which the percentage is rounded, half up; absent: 2 */
          readonly decimals?: number
          /** Maintenance that is left out of account; each rule by itself. Absent: none */
          readonly maintenance?: readonly ({
            /** Days on which its time begins; absent: every day */
            readonly days?: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[]
            /** In the customer’s time zone; absent, with `to`: at any time */
            readonly from?: string
            /** At or before `from`: on the next day */
            readonly to?: string
            /** How long before it must have been announced; absent: before it begins */
            readonly notice?: {
              /** Monday to Friday without nationwide holidays; the day of the announcement is not counted */
              readonly workingDays?: number
              /** The day of the announcement is not counted */
              readonly days?: number
              readonly hours?: number
            }
            /** Only for windows that the operator calls urgent */
            readonly urgent?: boolean
            /** Outages at that time are not deducted, whether or not a window was announced */
            readonly unannounced?: boolean
            /** Of each time no more than these are left out of account; absent: all */
            readonly maxMinutes?: number
          })[]
          /** Time in which the customer’s own PBX cannot be reached counts, too; absent: not */
          readonly trunkOutages?: boolean
          /** Percentage of the monthly fee that is credited where availability was below; the lowest that applies. Absent: none */
          readonly credits?: readonly ({
            readonly below: number
            readonly percent: number
          })[]
        }
        /** New geographic numbers: only blocks, singles only beside a block, or any; ported ones always; absent: "any" (NUM-03) */
        readonly newNumbers?: "any" | "blocks-only" | "singles-beside-blocks"
        /** Geographic numbers only for sites with a document that proves them (NUM-02) */
        readonly requireProofOfLocation?: boolean
        /** Extensions of the tenant at most; absent or null: no limit */
        readonly maxExtensions?: number | null
        /** Providers that the tenant may have by itself; absent: 16 (TRK-12) */
        readonly ownCarriers?: number
        /** Where the own provider of a site fails, calls go over the operator’s carriers; absent: not. Emergency calls always do */
        readonly ownCarriersFallBack?: boolean
        /** Entries of all phone books of the tenant; absent: 100,000 */
        readonly phoneBookEntries?: number
        /** Entries of an extension’s own phone book; absent: 2,000 */
        readonly personalPhoneBookEntries?: number
        /** How long a callback waits for a busy line; absent: 45 */
        readonly callbackBusyMinutes?: number
        /** The same after no answer; absent: 180 */
        readonly callbackNoAnswerMinutes?: number
        /** Who does not answer its own callback is called once more after that; absent or null: not */
        readonly callbackAgainMinutes?: number | null
        /** Callers inside may press 5 while a line is busy or nobody answers; absent: only by code */
        readonly offerCallback?: boolean
        /** Time between two automatic redials; absent: 60 */
        readonly redialEverySeconds?: number
        /** Automatic redials of a number (ETSI TBR 21 allows 15 calls in all); absent: 10 */
        readonly redialAttempts?: number
        /** Who hears why a call failed; absent: "phones", callers inside */
        readonly announceFailures?: "phones" | "everyone" | "nobody"
        /** Whether phones are told of their messages that have not asked for it; absent: "unless-subscribed" */
        readonly unsolicitedMessageLamps?: "unless-subscribed" | "always" | "never"
        /** Of which calls SIP messages and media figures are kept to explain them; absent: "problems" */
        readonly callTraces?: "always" | "problems" | "never"
        /** Days after which they are deleted; absent: 30 */
        readonly callTraceDays?: number
        /** Channels that a trunk of the customer has at least (TRK-02); absent: 4 */
        readonly minTrunkChannels?: number
        /** What may be dialled outside; absent: class 2 and the barred ranges of the catalogue */
        readonly outbound?: {
          /** Barring class of the contract (FRD-02); absent: 2 */
          readonly barringClass?: 0 | 1 | 2 | 3 | 4
          /** What each class reaches, by its number; absent: as in the catalogue */
          readonly classZones?: Readonly<Record<string, readonly ("local" | "national" | "freephone" | "mobile" | "service" | "europe" | "world" | "networks")[]>>
          /** What nobody may dial without a release (FRD-01); absent: as in the catalogue */
          readonly barredRanges?: readonly ({
            /** All numbers that begin so; short codes with +49 */
            readonly prefix: string
            /** false: no form releases it, such as call-by-call */
            readonly releasable: boolean
            /** An exception from a shorter range: these may be dialled */
            readonly exempt?: boolean
            readonly name: {
              readonly de: string
              readonly en: string
            }
          })[]
          /** A call whose number may not be shown goes with another number of the customer, or not at all (CLI-03); absent: "replace" */
          readonly wrongCallerNumber?: "replace" | "refuse"
        }
        /** Channels and call rate of the contract; absent: no limits */
        readonly admission?: {
          /** Channels of the contract (TRK-02); absent: no limit. Emergency calls need none */
          readonly channels?: {
            /** In and out together */
            readonly both?: number
            /** Calls that come in */
            readonly in?: number
            /** Calls that go out */
            readonly out?: number
          }
          /** Call attempts per second (TRK-04); absent: as fast as they come */
          readonly callRate?: {
            /** "by-channels": the table of TRK-04; "per-channel": 0.007 a second and channel where 5,760 minutes a month and channel are used, else the table; "single-account": one call every five seconds; "fixed": callsPerSecond */
            readonly rule: "by-channels" | "per-channel" | "single-account" | "fixed"
            /** For "fixed"; absent: 1 */
            readonly callsPerSecond?: number
            /** Calls that wait for their turn; one more gets 503 with Retry-After; absent: 10 */
            readonly maxWaiting?: number
            /** Longest wait; who would wait longer gets 503 with Retry-After; absent: 5 */
            readonly maxWaitSeconds?: number
          }
          /** Share of channels and of the call rate from which a mail warns; absent: 80 */
          readonly warnAtPercent?: number
          /** From where on calls look like a dialler, or like signalling without conversation */
          readonly patterns?: {
            /** Of fewer calls nothing is said; absent: 20 */
            readonly fewestCalls?: number
            /** The same of a predictive dialler; absent: 50 */
            readonly fewestForDialler?: number
            /** Answered calls that the caller ended at once: from here on it is a dialler; absent: 5 */
            readonly abandonedPercent?: number
            /** Calls given up before anybody could answer: from here on it is signalling without conversation; absent: 50 */
            readonly rungOnlyPercent?: number
            /** Those and answered calls without sound together; absent: 50 */
            readonly soundlessPercent?: number
          }
          /** Share of calls out that must be answered (TRK-05); absent: 60 */
          readonly minAnsweredPercent?: number
        }
        /** Limits of minutes and spending, prices of running calls; absent: none */
        readonly guard?: {
          /** The operator’s limits, above which nobody may set others; absent: none */
          readonly limits?: {
            /** Minutes to destinations that cost something, of all extensions together */
            readonly minutesPerDay?: number
            /** The same of each extension */
            readonly minutesPerExtensionPerDay?: number
            /** Spending, in millionths of the currency */
            readonly microsPerDay?: number
            /** The same of each extension */
            readonly microsPerExtensionPerDay?: number
            /** International calls at a time */
            readonly internationalCalls?: number
            /** International minutes a day outside the business hours */
            readonly offHoursMinutes?: number
          }
          /** What running calls cost, by how the number begins; absent: minutes are counted only */
          readonly prices?: readonly ({
            readonly prefix: string
            /** Millionths of the currency for each second */
            readonly microsPerSecond: number
          })[]
          /** The first call to a new country waits for approval, whatever the customer sets */
          readonly holdNewCountries?: boolean
          /** Share of a limit of the day from which administrators are warned; absent: 80 */
          readonly warnAtPercent?: number
          /** Days after which what the guard has told is deleted; absent: 180 */
          readonly eventDays?: number
          /** How long before it begins a staged lock is announced (FRD-03); absent: 24 */
          readonly lockNoticeHours?: number
        }
        /** Announcement, fee and retry of direct debits; absent: 14 days, 12 euros, once */
        readonly payments?: {
          /** Days before its due date on which a direct debit is announced (BIL-08); absent: 14, which holds where fewer are not agreed */
          readonly preNotificationDays?: number
          /** For a returned debit, in millionths of the currency; absent: 12 euros (BIL-07) */
          readonly returnFeeMicros?: number
          /** How often a returned debit is tried again where its reason lets it; absent: once */
          readonly retries?: number
          /** Seconds before the end of prepaid credit at which who pays hears a tone (BIL-09); 0: none; absent: 30 */
          readonly creditWarningSeconds?: number
          /** Prepaid balance below which the customer is told by mail until it sets another, in millionths; 0: never; absent: 5 euros (BIL-09) */
          readonly creditLowMicros?: number
          /** Days after which calls out are locked because a negative prepaid balance is not paid, announced before (FRD-03); absent: never */
          readonly creditLockAfterDays?: number
          /** Where less is owed calls are not locked, in millionths: § 61 (4) TKG has 100 euros for consumers; absent: any cent */
          readonly creditLockFromMicros?: number
          /** Fees of letters of dunning and of returned debits are taken from prepaid credit, as far as it goes (BIL-07, BIL-09); absent: they are */
          readonly creditPaysFees?: boolean
          /** After how many days; absent: 7 */
          readonly retryAfterDays?: number
        }
        /** For consumers, and small enterprises that have not waived it (§ 71 TKG), law’s floors hold beside the product’s terms; absent: "enterprise", whose terms hold as agreed */
        readonly customerKind?: "consumer" | "small-enterprise" | "enterprise"
        /** How soon faults are mended (SLA-02), and § 58 TKG; absent: no time is promised */
        readonly repair?: {
          /** Time to repair, in service hours; absent: none is promised (SLA-02) */
          readonly hours?: number
          /** Service hours; absent: Monday to Friday 08–18 without national holidays (SLA-02) */
          readonly counted?: {
            readonly days: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[]
            readonly from: string
            /** Not included; 24:00 for the end of the day */
            readonly to: string
            /** Whether the nine holidays that all of Germany has count as well */
            readonly nationalHolidays: boolean
          }
          /** So many minutes of service hours before its end the operator is told that it runs out; absent: 60 */
          readonly warnMinutes?: number
          /** Days after which a resolved ticket is closed that nobody has objected to; absent: 7 */
          readonly closeAfterDays?: number
          /** Enterprises, too, are compensated by § 58 (3) and (4) TKG; consumers and small enterprises always (§ 71 (3)); absent: not */
          readonly compensation?: boolean
        }
        /** Packages of which each extension has one (BIL-01); absent: none */
        readonly userPackages?: readonly ({
          /** Of the item of the product profile that is charged for it */
          readonly id: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          /** Settings that differ from those of the product; absent: none */
          readonly limits?: {
            /** Devices registered at a time per extension */
            readonly maxContactsPerExtension?: number
            /** Calls of an extension at a time; one more finds it busy. Absent or null: no limit. Never of emergency calls */
            readonly maxCallsPerExtension?: number | null
            /** Messages that a mailbox holds, heard or not (VM-02) */
            readonly voicemailMessages?: number
            /** Longest message */
            readonly voicemailSeconds?: number
            /** Callbacks and redials an extension may wait for; absent: 5 */
            readonly callbacksPerExtension?: number
          }
          /** What its users have of these; absent: all */
          readonly features?: readonly ("voicemail" | "web-phone")[]
        })[]
        /** Of schedules and announcements; absent: Europe/Berlin */
        readonly timeZone?: string
        /** Of announcements; absent: de */
        readonly language?: "de" | "en"
      }
      /** Who looks after it; null: the operator */
      readonly resellerId?: string | null
      /** false: a demo customer becomes an ordinary one, with all it has */
      readonly demo?: false
    }
    readonly answer: {
      readonly id: string
      readonly name: string
      readonly sipDomain: string
      readonly areaCode: string | null
      readonly resellerId: string | null
      /** Of a demo customer, who is never billed: when it ends */
      readonly demoUntil: string | null
      /** None of its phones makes or takes calls */
      readonly suspended: boolean
      readonly profile: {
        /** Devices registered at a time per extension */
        readonly maxContactsPerExtension: number
        /** Calls of an extension at a time; one more finds it busy. Absent or null: no limit. Never of emergency calls */
        readonly maxCallsPerExtension?: number | null
        /** Messages that a mailbox holds, heard or not (VM-02) */
        readonly voicemailMessages: number
        /** Longest message */
        readonly voicemailSeconds: number
        /** Callbacks and redials an extension may wait for; absent: 5 */
        readonly callbacksPerExtension?: number
        /** One device too many is refused with 403, or takes the place of the one that was refreshed longest ago */
        readonly whenContactsFull: "refuse" | "replace-oldest"
        /** How long a call rings before it counts as not answered */
        readonly ringTimeoutSeconds: number
        /** Shorter registrations are refused with 423 */
        readonly minRegistrationSeconds: number
        /** Longer registrations are shortened to this */
        readonly maxRegistrationSeconds: number
        /** A call without media for so long is ended */
        readonly mediaInactivitySeconds: number
        /** A party hears a soft signal two seconds after the media of the other has stopped without a word; absent: yes */
        readonly signalWhenMediaStops?: boolean
        /** Session timer (RFC 4028) */
        readonly sessionExpiresSeconds: number
        /** Longest call from the answer on; null: no limit. Emergency calls have none */
        readonly maxCallSeconds: number | null
        /** Internal number that echoes what it hears; null: none. An extension of that number comes first */
        readonly echoNumber: string | null
        /** Digits that are dialled before an outside number, and taken away where a number begins with them; null: none */
        readonly outsideLinePrefix: string | null
        /** "relay" carries media through Klinke; "direct" lets the parties exchange it */
        readonly mediaPath: "relay" | "direct"
        /** Days after which a message is deleted (VM-02) */
        readonly voicemailDays: number
        /** Room for recordings and mailboxes (REC-01) */
        readonly storageBytes: number
        /** Members of one conference at most; absent: 99 */
        readonly maxConferenceMembers?: number
        /** How long after a call to 110 or 112 calls to the number shown ring the phone through do not disturb; absent: 30 */
        readonly emergencyCallBackMinutes?: number
        /** Extensions only at sites where help finds them: with an address and a geographic number (EMG-01); absent: anywhere. New tenants have it, unless said otherwise */
        readonly requireValidSite?: boolean
        /** Days before which a move of a site is told (EMG-06); 0: at once; absent: 7 */
        readonly moveNoticeDays?: number
        /** How long personal data is kept; absent: until the day after, and 180 days after the invoice */
        readonly retention?: {
          /** Days after which the records of calls go that nobody is charged for: call lists and reports need them; absent: 1, the day after (PRI-01) */
          readonly callListDays?: number
          /** Days after the dispatch of the invoice after which the records of charged calls go: 56 at least, the eight weeks for objections (§ 67 (2) TKG); absent: 180 */
          readonly chargedCallDays?: number
          /** Days for which is kept who changed what, listened to what, and imported what; absent: 365 */
          readonly auditDays?: number
          /** Days after which a customer whose contracts are over is deleted because it has asked for it and was told so (Art. 17 GDPR); absent: 7 */
          readonly askedDeletionDays?: number
          /** Years after that of the end of the last contract for which agreements on processing on behalf are kept (Art. 28 GDPR): no less than claims last (§§ 195, 199 BGB); absent: 6 */
          readonly agreementYears?: number
        }
        /** Promised availability, maintenance and credits; absent: nothing is promised */
        readonly serviceLevel?: {
          /** Promised, in percent of the minutes of a year; absent: nothing is promised */
          readonly availability?: readonly ({
            readonly side: "all" | "internet" | "upstream"
            readonly percent: number
          })[]
          /** The year that is counted; absent: the calendar’s */
          readonly year?: "contract" | "calendar"
          /** To which the percentage is rounded, half up; absent: 2 */
          readonly decimals?: number
          /** Maintenance that is left out of account; each rule by itself. Absent: none */
          readonly maintenance?: readonly ({
            /** Days on which its time begins; absent: every day */
            readonly days?: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[]
            /** In the customer’s time zone; absent, with `to`: at any time */
            readonly from?: string
            /** At or before `from`: on the next day */
            readonly to?: string
            /** How long before it must have been announced; absent: before it begins */
            readonly notice?: {
              /** Monday to Friday without nationwide holidays; the day of the announcement is not counted */
              readonly workingDays?: number
              /** The day of the announcement is not counted */
              readonly days?: number
              readonly hours?: number
            }
            /** Only for windows that the operator calls urgent */
            readonly urgent?: boolean
            /** Outages at that time are not deducted, whether or not a window was announced */
            readonly unannounced?: boolean
            /** Of each time no more than these are left out of account; absent: all */
            readonly maxMinutes?: number
          })[]
          /** Time in which the customer’s own PBX cannot be reached counts, too; absent: not */
          readonly trunkOutages?: boolean
          /** Percentage of the monthly fee that is credited where availability was below; the lowest that applies. Absent: none */
          readonly credits?: readonly ({
            readonly below: number
            readonly percent: number
          })[]
        }
        /** New geographic numbers: only blocks, singles only beside a block, or any; ported ones always; absent: "any" (NUM-03) */
        readonly newNumbers?: "any" | "blocks-only" | "singles-beside-blocks"
        /** Geographic numbers only for sites with a document that proves them (NUM-02) */
        readonly requireProofOfLocation?: boolean
        /** Extensions of the tenant at most; absent or null: no limit */
        readonly maxExtensions?: number | null
        /** Providers that the tenant may have by itself; absent: 16 (TRK-12) */
        readonly ownCarriers?: number
        /** Where the own provider of a site fails, calls go over the operator’s carriers; absent: not. Emergency calls always do */
        readonly ownCarriersFallBack?: boolean
        /** Entries of all phone books of the tenant; absent: 100,000 */
        readonly phoneBookEntries?: number
        /** Entries of an extension’s own phone book; absent: 2,000 */
        readonly personalPhoneBookEntries?: number
        /** How long a callback waits for a busy line; absent: 45 */
        readonly callbackBusyMinutes?: number
        /** The same after no answer; absent: 180 */
        readonly callbackNoAnswerMinutes?: number
        /** Who does not answer its own callback is called once more after that; absent or null: not */
        readonly callbackAgainMinutes?: number | null
        /** Callers inside may press 5 while a line is busy or nobody answers; absent: only by code */
        readonly offerCallback?: boolean
        /** Time between two automatic redials; absent: 60 */
        readonly redialEverySeconds?: number
        /** Automatic redials of a number (ETSI TBR 21 allows 15 calls in all); absent: 10 */
        readonly redialAttempts?: number
        /** Who hears why a call failed; absent: "phones", callers inside */
        readonly announceFailures?: "phones" | "everyone" | "nobody"
        /** Whether phones are told of their messages that have not asked for it; absent: "unless-subscribed" */
        readonly unsolicitedMessageLamps?: "unless-subscribed" | "always" | "never"
        /** Of which calls SIP messages and media figures are kept to explain them; absent: "problems" */
        readonly callTraces?: "always" | "problems" | "never"
        /** Days after which they are deleted; absent: 30 */
        readonly callTraceDays?: number
        /** Channels that a trunk of the customer has at least (TRK-02); absent: 4 */
        readonly minTrunkChannels?: number
        /** What may be dialled outside; absent: class 2 and the barred ranges of the catalogue */
        readonly outbound?: {
          /** Barring class of the contract (FRD-02); absent: 2 */
          readonly barringClass?: 0 | 1 | 2 | 3 | 4
          /** What each class reaches, by its number; absent: as in the catalogue */
          readonly classZones?: Readonly<Record<string, readonly ("local" | "national" | "freephone" | "mobile" | "service" | "europe" | "world" | "networks")[]>>
          /** What nobody may dial without a release (FRD-01); absent: as in the catalogue */
          readonly barredRanges?: readonly ({
            /** All numbers that begin so; short codes with +49 */
            readonly prefix: string
            /** false: no form releases it, such as call-by-call */
            readonly releasable: boolean
            /** An exception from a shorter range: these may be dialled */
            readonly exempt?: boolean
            readonly name: {
              readonly de: string
              readonly en: string
            }
          })[]
          /** A call whose number may not be shown goes with another number of the customer, or not at all (CLI-03); absent: "replace" */
          readonly wrongCallerNumber?: "replace" | "refuse"
        }
        /** Channels and call rate of the contract; absent: no limits */
        readonly admission?: {
          /** Channels of the contract (TRK-02); absent: no limit. Emergency calls need none */
          readonly channels?: {
            /** In and out together */
            readonly both?: number
            /** Calls that come in */
            readonly in?: number
            /** Calls that go out */
            readonly out?: number
          }
          /** Call attempts per second (TRK-04); absent: as fast as they come */
          readonly callRate?: {
            /** "by-channels": the table of TRK-04; "per-channel": 0.007 a second and channel where 5,760 minutes a month and channel are used, else the table; "single-account": one call every five seconds; "fixed": callsPerSecond */
            readonly rule: "by-channels" | "per-channel" | "single-account" | "fixed"
            /** For "fixed"; absent: 1 */
            readonly callsPerSecond?: number
            /** Calls that wait for their turn; one more gets 503 with Retry-After; absent: 10 */
            readonly maxWaiting?: number
            /** Longest wait; who would wait longer gets 503 with Retry-After; absent: 5 */
            readonly maxWaitSeconds?: number
          }
          /** Share of channels and of the call rate from which a mail warns; absent: 80 */
          readonly warnAtPercent?: number
          /** From where on calls look like a dialler, or like signalling without conversation */
          readonly patterns?: {
            /** Of fewer calls nothing is said; absent: 20 */
            readonly fewestCalls?: number
            /** The same of a predictive dialler; absent: 50 */
            readonly fewestForDialler?: number
            /** Answered calls that the caller ended at once: from here on it is a dialler; absent: 5 */
            readonly abandonedPercent?: number
            /** Calls given up before anybody could answer: from here on it is signalling without conversation; absent: 50 */
            readonly rungOnlyPercent?: number
            /** Those and answered calls without sound together; absent: 50 */
            readonly soundlessPercent?: number
          }
          /** Share of calls out that must be answered (TRK-05); absent: 60 */
          readonly minAnsweredPercent?: number
        }
        /** Limits of minutes and spending, prices of running calls; absent: none */
        readonly guard?: {
          /** The operator’s limits, above which nobody may set others; absent: none */
          readonly limits?: {
            /** Minutes to destinations that cost something, of all extensions together */
            readonly minutesPerDay?: number
            /** The same of each extension */
            readonly minutesPerExtensionPerDay?: number
            /** Spending, in millionths of the currency */
            readonly microsPerDay?: number
            /** The same of each extension */
            readonly microsPerExtensionPerDay?: number
            /** International calls at a time */
            readonly internationalCalls?: number
            /** International minutes a day outside the business hours */
            readonly offHoursMinutes?: number
          }
          /** What running calls cost, by how the number begins; absent: minutes are counted only */
          readonly prices?: readonly ({
            readonly prefix: string
            /** Millionths of the currency for each second */
            readonly microsPerSecond: number
          })[]
          /** The first call to a new country waits for approval, whatever the customer sets */
          readonly holdNewCountries?: boolean
          /** Share of a limit of the day from which administrators are warned; absent: 80 */
          readonly warnAtPercent?: number
          /** Days after which what the guard has told is deleted; absent: 180 */
          readonly eventDays?: number
          /** How long before it begins a staged lock is announced (FRD-03); absent: 24 */
          readonly lockNoticeHours?: number
        }
        /** Announcement, fee and retry of direct debits; absent: 14 days, 12 euros, once */
        readonly payments?: {
          /** Days before its due date on which a direct debit is announced (BIL-08); absent: 14, which holds where fewer are not agreed */
          readonly preNotificationDays?: number
          /** For a returned debit, in millionths of the currency; absent: 12 euros (BIL-07) */
          readonly returnFeeMicros?: number
          /** How often a returned debit is tried again where its reason lets it; absent: once */
          readonly retries?: number
          /** Seconds before the end of prepaid credit at which who pays hears a tone (BIL-09); 0: none; absent: 30 */
          readonly creditWarningSeconds?: number
          /** Prepaid balance below which the customer is told by mail until it sets another, in millionths; 0: never; absent: 5 euros (BIL-09) */
          readonly creditLowMicros?: number
          /** Days after which calls out are locked because a negative prepaid balance is not paid, announced before (FRD-03); absent: never */
          readonly creditLockAfterDays?: number
          /** Where less is owed calls are not locked, in millionths: § 61 (4) TKG has 100 euros for consumers; absent: any cent */
          readonly creditLockFromMicros?: number
          /** Fees of letters of dunning and of returned debits are taken from prepaid credit, as far as it goes (BIL-07, BIL-09); absent: they are */
          readonly creditPaysFees?: boolean
          /** After how many days; absent: 7 */
          readonly retryAfterDays?: number
        }
        /** For consumers, and small enterprises that have not waived it (§ 71 TKG), law’s floors hold beside the product’s terms; absent: "enterprise", whose terms hold as agreed */
        readonly customerKind?: "consumer" | "small-enterprise" | "enterprise"
        /** How soon faults are mended (SLA-02), and § 58 TKG; absent: no time is promised */
        readonly repair?: {
          /** Time to repair, in service hours; absent: none is promised (SLA-02) */
          readonly hours?: number
          /** Service hours; absent: Monday to Friday 08–18 without national holidays (SLA-02) */
          readonly counted?: {
            readonly days: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[]
            readonly from: string
            /** Not included; 24:00 for the end of the day */
            readonly to: string
            /** Whether the nine holidays that all of Germany has count as well */
            readonly nationalHolidays: boolean
          }
          /** So many minutes of service hours before its end the operator is told that it runs out; absent: 60 */
          readonly warnMinutes?: number
          /** Days after which a resolved ticket is closed that nobody has objected to; absent: 7 */
          readonly closeAfterDays?: number
          /** Enterprises, too, are compensated by § 58 (3) and (4) TKG; consumers and small enterprises always (§ 71 (3)); absent: not */
          readonly compensation?: boolean
        }
        /** Packages of which each extension has one (BIL-01); absent: none */
        readonly userPackages?: readonly ({
          /** Of the item of the product profile that is charged for it */
          readonly id: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          /** Settings that differ from those of the product; absent: none */
          readonly limits?: {
            /** Devices registered at a time per extension */
            readonly maxContactsPerExtension?: number
            /** Calls of an extension at a time; one more finds it busy. Absent or null: no limit. Never of emergency calls */
            readonly maxCallsPerExtension?: number | null
            /** Messages that a mailbox holds, heard or not (VM-02) */
            readonly voicemailMessages?: number
            /** Longest message */
            readonly voicemailSeconds?: number
            /** Callbacks and redials an extension may wait for; absent: 5 */
            readonly callbacksPerExtension?: number
          }
          /** What its users have of these; absent: all */
          readonly features?: readonly ("voicemail" | "web-phone")[]
        })[]
        /** Of schedules and announcements; absent: Europe/Berlin */
        readonly timeZone?: string
        /** Of announcements; absent: de */
        readonly language?: "de" | "en"
      }
      readonly createdAt: string
    }
  }
  /** Delete a tenant with its extensions and numbers */
  readonly 'DELETE /tenants/{tenantId}': {
    readonly path: { readonly tenantId: string }
    readonly query?: { readonly confirm?: string; readonly force?: string }
    readonly answer: null
  }
  /** What would be lost with a tenant that is deleted */
  readonly 'GET /tenants/{tenantId}/loss': {
    readonly path: { readonly tenantId: string }
    readonly answer: {
      /** What would be lost with the tenant: how many of what */
      readonly holdings: Readonly<Record<string, number>>
      readonly callsInProgress: number
    }
  }
  /** Get what applies to the whole of a tenant */
  readonly 'GET /tenant-settings': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** Of announcements */
      readonly language: "de" | "en"
      /** Of schedules and announced times */
      readonly timeZone: string
      /** How long a call rings before it counts as not answered */
      readonly ringTimeoutSeconds: number
      /** Who hears why a call failed */
      readonly announceFailures: "phones" | "everyone" | "nobody"
      /** Callers inside may press 5 while a line is busy or nobody answers */
      readonly offerCallback: boolean
      /** Days after which a message is deleted (VM-02) */
      readonly voicemailDays: number
      /** Of which calls SIP messages and media figures are kept to explain them */
      readonly callTraces: "always" | "problems" | "never"
      /** Days after which they are deleted */
      readonly callTraceDays: number
    }
  }
  /** Change what applies to the whole of a tenant */
  readonly 'PATCH /tenant-settings': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** Of announcements */
      readonly language?: "de" | "en"
      /** Of schedules and announced times */
      readonly timeZone?: string
      /** How long a call rings before it counts as not answered */
      readonly ringTimeoutSeconds?: number
      /** Who hears why a call failed */
      readonly announceFailures?: "phones" | "everyone" | "nobody"
      /** Callers inside may press 5 while a line is busy or nobody answers */
      readonly offerCallback?: boolean
      /** Days after which a message is deleted (VM-02) */
      readonly voicemailDays?: number
      /** Of which calls SIP messages and media figures are kept to explain them */
      readonly callTraces?: "always" | "problems" | "never"
      /** Days after which they are deleted */
      readonly callTraceDays?: number
    }
    readonly answer: {
      /** Of announcements */
      readonly language: "de" | "en"
      /** Of schedules and announced times */
      readonly timeZone: string
      /** How long a call rings before it counts as not answered */
      readonly ringTimeoutSeconds: number
      /** Who hears why a call failed */
      readonly announceFailures: "phones" | "everyone" | "nobody"
      /** Callers inside may press 5 while a line is busy or nobody answers */
      readonly offerCallback: boolean
      /** Days after which a message is deleted (VM-02) */
      readonly voicemailDays: number
      /** Of which calls SIP messages and media figures are kept to explain them */
      readonly callTraces: "always" | "problems" | "never"
      /** Days after which they are deleted */
      readonly callTraceDays: number
    }
  }
}
