// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface FlowsOperations {
  /** List call flows */
  readonly 'GET /flows': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly name: string
        readonly number: string | null
        readonly draft: {
          /** The block with which it begins */
          readonly start: string
          readonly blocks: readonly ({
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "announcement"
            /** Name of a prompt, or id of an announcement of the tenant */
            readonly prompt: string
            /** Heard before the call is answered: costs the caller nothing (IVR-04) */
            readonly beforeAnswer: boolean
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            /** Name of a prompt, or id of an announcement of the tenant */
            readonly prompt: string
            /** How long the first key may take, after the prompt */
            readonly waitSeconds: number
            /** How often it asks again */
            readonly retries: number
            readonly kind: "menu"
            readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
            /** Heard after a key that leads nowhere; absent: the menu again */
            readonly invalidPrompt?: string
            /** Block that follows; absent: the call ends here */
            readonly timedOut?: string
            /** Block that follows; absent: the call ends here */
            readonly invalid?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "hours"
            /** The first that holds counts */
            readonly when: readonly ({
              readonly schedule: {
                readonly kind: "schedule"
                readonly targetId: string
              }
              readonly is: "open" | "closed"
              /** Block that follows; absent: the call ends here */
              readonly next?: string
            })[]
            /** Block that follows; absent: the call ends here */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "destination"
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
            /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            /** Name of a prompt, or id of an announcement of the tenant */
            readonly prompt: string
            /** How long the first key may take, after the prompt */
            readonly waitSeconds: number
            /** How often it asks again */
            readonly retries: number
            readonly kind: "number-pin"
            readonly entries: readonly ({
              readonly pin: string
              readonly to: {
                readonly kind: "extension"
                readonly targetId: string
              }
            })[]
            /** Block that follows; absent: the call ends here */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            /** Name of a prompt, or id of an announcement of the tenant */
            readonly prompt: string
            /** How long the first key may take, after the prompt */
            readonly waitSeconds: number
            /** How often it asks again */
            readonly retries: number
            readonly kind: "dated-pin"
            readonly entries: readonly ({
              readonly pin: string
              /** Last day on which it is good, in the tenant's time zone */
              readonly validUntil: string
              readonly to: {
                readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
                /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
                readonly targetId: string
              } | {
                readonly kind: "external"
                readonly number: string
              } | {
                /** The tenant's operator position */
                readonly kind: "operator"
              } | {
                readonly kind: "hang-up"
                readonly as?: "busy" | "declined" | "not-found"
              }
            })[]
            /** Block that follows; absent: the call ends here */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            /** Name of a prompt, or id of an announcement of the tenant */
            readonly prompt: string
            /** How long the first key may take, after the prompt */
            readonly waitSeconds: number
            /** How often it asks again */
            readonly retries: number
            readonly kind: "dial-by-name"
            /** Block that follows; absent: the call ends here */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "caller"
            /** The first that fits counts; all that it names must hold */
            readonly when: readonly ({
              readonly is?: "internal" | "external" | "anonymous"
              /** Numbers or beginnings of numbers */
              readonly numbers?: readonly string[]
              /** Block that follows; absent: the call ends here */
              readonly next?: string
            })[]
            /** Block that follows; absent: the call ends here */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "set"
            /** Shown to who is called, before the name of the caller */
            readonly displayText?: string
            /** In queues; 9 is served first */
            readonly priority?: number
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "lookup"
            /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
            readonly url: string
            readonly timeLimitMs: number
            /** Block by what was answered */
            readonly answers: Readonly<Record<string, string>>
            /** Any other answer */
            readonly otherwise?: string
            /** No answer in time, an error, or nonsense */
            readonly failed?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "agent-login"
            /** Absent: all queues to which the agent belongs */
            readonly queue?: {
              readonly kind: "queue"
              readonly targetId: string
            }
            readonly sign: "in" | "out"
            /** An extension that calls is not asked for number and PIN */
            readonly recognise: boolean
            /** Block that follows; absent: the call ends here */
            readonly next?: string
            /** Not known, locked, or no agent there */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "consent"
            /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
            readonly prompt?: string
            /** Block that follows; absent: the call ends here */
            readonly agreed?: string
            /** Another key, or none: the call goes on and is never recorded */
            readonly declined?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "hang-up"
            /** What a caller is told whose call was not answered yet */
            readonly as?: "busy" | "declined" | "not-found"
          })[]
          /** Where a fax machine goes that is heard while the flow speaks or asks; absent: as the flow or number before says */
          readonly fax?: {
            readonly kind: "fax"
            /** Id of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          }
        }
        /** What calls go through; null: nothing yet */
        readonly published: {
          /** The block with which it begins */
          readonly start: string
          readonly blocks: readonly ({
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "announcement"
            /** Name of a prompt, or id of an announcement of the tenant */
            readonly prompt: string
            /** Heard before the call is answered: costs the caller nothing (IVR-04) */
            readonly beforeAnswer: boolean
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            /** Name of a prompt, or id of an announcement of the tenant */
            readonly prompt: string
            /** How long the first key may take, after the prompt */
            readonly waitSeconds: number
            /** How often it asks again */
            readonly retries: number
            readonly kind: "menu"
            readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
            /** Heard after a key that leads nowhere; absent: the menu again */
            readonly invalidPrompt?: string
            /** Block that follows; absent: the call ends here */
            readonly timedOut?: string
            /** Block that follows; absent: the call ends here */
            readonly invalid?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "hours"
            /** The first that holds counts */
            readonly when: readonly ({
              readonly schedule: {
                readonly kind: "schedule"
                readonly targetId: string
              }
              readonly is: "open" | "closed"
              /** Block that follows; absent: the call ends here */
              readonly next?: string
            })[]
            /** Block that follows; absent: the call ends here */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "destination"
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
            /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            /** Name of a prompt, or id of an announcement of the tenant */
            readonly prompt: string
            /** How long the first key may take, after the prompt */
            readonly waitSeconds: number
            /** How often it asks again */
            readonly retries: number
            readonly kind: "number-pin"
            readonly entries: readonly ({
              readonly pin: string
              readonly to: {
                readonly kind: "extension"
                readonly targetId: string
              }
            })[]
            /** Block that follows; absent: the call ends here */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            /** Name of a prompt, or id of an announcement of the tenant */
            readonly prompt: string
            /** How long the first key may take, after the prompt */
            readonly waitSeconds: number
            /** How often it asks again */
            readonly retries: number
            readonly kind: "dated-pin"
            readonly entries: readonly ({
              readonly pin: string
              /** Last day on which it is good, in the tenant's time zone */
              readonly validUntil: string
              readonly to: {
                readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
                /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
                readonly targetId: string
              } | {
                readonly kind: "external"
                readonly number: string
              } | {
                /** The tenant's operator position */
                readonly kind: "operator"
              } | {
                readonly kind: "hang-up"
                readonly as?: "busy" | "declined" | "not-found"
              }
            })[]
            /** Block that follows; absent: the call ends here */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            /** Name of a prompt, or id of an announcement of the tenant */
            readonly prompt: string
            /** How long the first key may take, after the prompt */
            readonly waitSeconds: number
            /** How often it asks again */
            readonly retries: number
            readonly kind: "dial-by-name"
            /** Block that follows; absent: the call ends here */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "caller"
            /** The first that fits counts; all that it names must hold */
            readonly when: readonly ({
              readonly is?: "internal" | "external" | "anonymous"
              /** Numbers or beginnings of numbers */
              readonly numbers?: readonly string[]
              /** Block that follows; absent: the call ends here */
              readonly next?: string
            })[]
            /** Block that follows; absent: the call ends here */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "set"
            /** Shown to who is called, before the name of the caller */
            readonly displayText?: string
            /** In queues; 9 is served first */
            readonly priority?: number
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "lookup"
            /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
            readonly url: string
            readonly timeLimitMs: number
            /** Block by what was answered */
            readonly answers: Readonly<Record<string, string>>
            /** Any other answer */
            readonly otherwise?: string
            /** No answer in time, an error, or nonsense */
            readonly failed?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "agent-login"
            /** Absent: all queues to which the agent belongs */
            readonly queue?: {
              readonly kind: "queue"
              readonly targetId: string
            }
            readonly sign: "in" | "out"
            /** An extension that calls is not asked for number and PIN */
            readonly recognise: boolean
            /** Block that follows; absent: the call ends here */
            readonly next?: string
            /** Not known, locked, or no agent there */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "consent"
            /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
            readonly prompt?: string
            /** Block that follows; absent: the call ends here */
            readonly agreed?: string
            /** Another key, or none: the call goes on and is never recorded */
            readonly declined?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "hang-up"
            /** What a caller is told whose call was not answered yet */
            readonly as?: "busy" | "declined" | "not-found"
          })[]
          /** Where a fax machine goes that is heard while the flow speaks or asks; absent: as the flow or number before says */
          readonly fax?: {
            readonly kind: "fax"
            /** Id of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          }
        } | null
        /** Of what is published */
        readonly version: number | null
        readonly examples: readonly ({
          readonly name: string
          readonly call: {
            /** E.164 number, internal number, or `anonymous` */
            readonly caller: string
            /** Whether an extension calls */
            readonly internal: boolean
            readonly called: string
            readonly at: string
            /** What is pressed at each question; an empty entry: nothing. What is too much counts for the next question */
            readonly keys: readonly string[]
            /** Answer to the lookup of a block; null or absent: it fails */
            readonly lookups: Readonly<Record<string, {
              readonly result: string
              readonly displayText?: string
            } | null>>
            /** Extension that proves itself at an agent-login block; null or absent: nobody, unless an extension calls */
            readonly agents?: Readonly<Record<string, string | null>>
            /** Destination blocks that nobody answers */
            readonly refused: Readonly<Record<string, "busy" | "no-answer" | "unreachable">>
          }
          readonly expected: {
            readonly end: "led" | "hung-up" | "gave-up"
            /** Where it is led */
            readonly to?: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
            /** Blocks that it goes through, in order; absent: any */
            readonly blocks?: readonly string[]
          }
        })[]
        readonly layout: Readonly<Record<string, {
          readonly x: number
          readonly y: number
        }>>
        /** Rises with each change of the draft, its layout, its examples, name or number */
        readonly revision: number
        /** What is to be mended before the draft can be published */
        readonly problems: readonly ({
          readonly block: string | null
          readonly detail: string
          readonly text: {
            readonly de: string
            readonly en: string
          }
        })[]
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create a call flow as a draft */
  readonly 'POST /flows': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      readonly name: string
      /** Internal number under which it is dialled; null: none */
      readonly number?: string | null
      readonly draft: {
        /** The block with which it begins */
        readonly start: string
        readonly blocks: readonly ({
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "announcement"
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** Heard before the call is answered: costs the caller nothing (IVR-04) */
          readonly beforeAnswer?: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds?: number
          /** How often it asks again */
          readonly retries?: number
          readonly kind: "menu"
          readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
          /** Heard after a key that leads nowhere; absent: the menu again */
          readonly invalidPrompt?: string
          /** Block that follows; absent: the call ends here */
          readonly timedOut?: string
          /** Block that follows; absent: the call ends here */
          readonly invalid?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hours"
          /** The first that holds counts */
          readonly when: readonly ({
            readonly schedule: {
              readonly kind: "schedule"
              readonly targetId: string
            }
            readonly is: "open" | "closed"
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "destination"
          readonly to: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds?: number
          /** How often it asks again */
          readonly retries?: number
          readonly kind: "number-pin"
          readonly entries: readonly ({
            readonly pin: string
            readonly to: {
              readonly kind: "extension"
              readonly targetId: string
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds?: number
          /** How often it asks again */
          readonly retries?: number
          readonly kind: "dated-pin"
          readonly entries: readonly ({
            readonly pin: string
            /** Last day on which it is good, in the tenant's time zone */
            readonly validUntil: string
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds?: number
          /** How often it asks again */
          readonly retries?: number
          readonly kind: "dial-by-name"
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "caller"
          /** The first that fits counts; all that it names must hold */
          readonly when: readonly ({
            readonly is?: "internal" | "external" | "anonymous"
            /** Numbers or beginnings of numbers */
            readonly numbers?: readonly string[]
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "set"
          /** Shown to who is called, before the name of the caller */
          readonly displayText?: string
          /** In queues; 9 is served first */
          readonly priority?: number
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "lookup"
          /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
          readonly url: string
          readonly timeLimitMs?: number
          /** Block by what was answered */
          readonly answers: Readonly<Record<string, string>>
          /** Any other answer */
          readonly otherwise?: string
          /** No answer in time, an error, or nonsense */
          readonly failed?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "agent-login"
          /** Absent: all queues to which the agent belongs */
          readonly queue?: {
            readonly kind: "queue"
            readonly targetId: string
          }
          readonly sign?: "in" | "out"
          /** An extension that calls is not asked for number and PIN */
          readonly recognise?: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
          /** Not known, locked, or no agent there */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "consent"
          /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
          readonly prompt?: string
          /** Block that follows; absent: the call ends here */
          readonly agreed?: string
          /** Another key, or none: the call goes on and is never recorded */
          readonly declined?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hang-up"
          /** What a caller is told whose call was not answered yet */
          readonly as?: "busy" | "declined" | "not-found"
        })[]
        /** Where a fax machine goes that is heard while the flow speaks or asks; absent: as the flow or number before says */
        readonly fax?: {
          readonly kind: "fax"
          /** Id of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        }
      }
      readonly layout?: Readonly<Record<string, {
        readonly x: number
        readonly y: number
      }>>
      readonly examples?: readonly ({
        readonly name: string
        readonly call: {
          /** E.164 number, internal number, or `anonymous` */
          readonly caller: string
          /** Whether an extension calls */
          readonly internal?: boolean
          readonly called?: string
          readonly at: string
          /** What is pressed at each question; an empty entry: nothing. What is too much counts for the next question */
          readonly keys?: readonly string[]
          /** Answer to the lookup of a block; null or absent: it fails */
          readonly lookups?: Readonly<Record<string, {
            readonly result: string
            readonly displayText?: string
          } | null>>
          /** Extension that proves itself at an agent-login block; null or absent: nobody, unless an extension calls */
          readonly agents?: Readonly<Record<string, string | null>>
          /** Destination blocks that nobody answers */
          readonly refused?: Readonly<Record<string, "busy" | "no-answer" | "unreachable">>
        }
        readonly expected: {
          readonly end: "led" | "hung-up" | "gave-up"
          /** Where it is led */
          readonly to?: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Blocks that it goes through, in order; absent: any */
          readonly blocks?: readonly string[]
        }
      })[]
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly draft: {
        /** The block with which it begins */
        readonly start: string
        readonly blocks: readonly ({
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "announcement"
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** Heard before the call is answered: costs the caller nothing (IVR-04) */
          readonly beforeAnswer: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "menu"
          readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
          /** Heard after a key that leads nowhere; absent: the menu again */
          readonly invalidPrompt?: string
          /** Block that follows; absent: the call ends here */
          readonly timedOut?: string
          /** Block that follows; absent: the call ends here */
          readonly invalid?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hours"
          /** The first that holds counts */
          readonly when: readonly ({
            readonly schedule: {
              readonly kind: "schedule"
              readonly targetId: string
            }
            readonly is: "open" | "closed"
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "destination"
          readonly to: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "number-pin"
          readonly entries: readonly ({
            readonly pin: string
            readonly to: {
              readonly kind: "extension"
              readonly targetId: string
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dated-pin"
          readonly entries: readonly ({
            readonly pin: string
            /** Last day on which it is good, in the tenant's time zone */
            readonly validUntil: string
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dial-by-name"
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "caller"
          /** The first that fits counts; all that it names must hold */
          readonly when: readonly ({
            readonly is?: "internal" | "external" | "anonymous"
            /** Numbers or beginnings of numbers */
            readonly numbers?: readonly string[]
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "set"
          /** Shown to who is called, before the name of the caller */
          readonly displayText?: string
          /** In queues; 9 is served first */
          readonly priority?: number
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "lookup"
          /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
          readonly url: string
          readonly timeLimitMs: number
          /** Block by what was answered */
          readonly answers: Readonly<Record<string, string>>
          /** Any other answer */
          readonly otherwise?: string
          /** No answer in time, an error, or nonsense */
          readonly failed?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "agent-login"
          /** Absent: all queues to which the agent belongs */
          readonly queue?: {
            readonly kind: "queue"
            readonly targetId: string
          }
          readonly sign: "in" | "out"
          /** An extension that calls is not asked for number and PIN */
          readonly recognise: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
          /** Not known, locked, or no agent there */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "consent"
          /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
          readonly prompt?: string
          /** Block that follows; absent: the call ends here */
          readonly agreed?: string
          /** Another key, or none: the call goes on and is never recorded */
          readonly declined?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hang-up"
          /** What a caller is told whose call was not answered yet */
          readonly as?: "busy" | "declined" | "not-found"
        })[]
        /** Where a fax machine goes that is heard while the flow speaks or asks; absent: as the flow or number before says */
        readonly fax?: {
          readonly kind: "fax"
          /** Id of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        }
      }
      /** What calls go through; null: nothing yet */
      readonly published: {
        /** The block with which it begins */
        readonly start: string
        readonly blocks: readonly ({
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "announcement"
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** Heard before the call is answered: costs the caller nothing (IVR-04) */
          readonly beforeAnswer: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "menu"
          readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
          /** Heard after a key that leads nowhere; absent: the menu again */
          readonly invalidPrompt?: string
          /** Block that follows; absent: the call ends here */
          readonly timedOut?: string
          /** Block that follows; absent: the call ends here */
          readonly invalid?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hours"
          /** The first that holds counts */
          readonly when: readonly ({
            readonly schedule: {
              readonly kind: "schedule"
              readonly targetId: string
            }
            readonly is: "open" | "closed"
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "destination"
          readonly to: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "number-pin"
          readonly entries: readonly ({
            readonly pin: string
            readonly to: {
              readonly kind: "extension"
              readonly targetId: string
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dated-pin"
          readonly entries: readonly ({
            readonly pin: string
            /** Last day on which it is good, in the tenant's time zone */
            readonly validUntil: string
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dial-by-name"
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "caller"
          /** The first that fits counts; all that it names must hold */
          readonly when: readonly ({
            readonly is?: "internal" | "external" | "anonymous"
            /** Numbers or beginnings of numbers */
            readonly numbers?: readonly string[]
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "set"
          /** Shown to who is called, before the name of the caller */
          readonly displayText?: string
          /** In queues; 9 is served first */
          readonly priority?: number
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "lookup"
          /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
          readonly url: string
          readonly timeLimitMs: number
          /** Block by what was answered */
          readonly answers: Readonly<Record<string, string>>
          /** Any other answer */
          readonly otherwise?: string
          /** No answer in time, an error, or nonsense */
          readonly failed?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "agent-login"
          /** Absent: all queues to which the agent belongs */
          readonly queue?: {
            readonly kind: "queue"
            readonly targetId: string
          }
          readonly sign: "in" | "out"
          /** An extension that calls is not asked for number and PIN */
          readonly recognise: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
          /** Not known, locked, or no agent there */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "consent"
          /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
          readonly prompt?: string
          /** Block that follows; absent: the call ends here */
          readonly agreed?: string
          /** Another key, or none: the call goes on and is never recorded */
          readonly declined?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hang-up"
          /** What a caller is told whose call was not answered yet */
          readonly as?: "busy" | "declined" | "not-found"
        })[]
        /** Where a fax machine goes that is heard while the flow speaks or asks; absent: as the flow or number before says */
        readonly fax?: {
          readonly kind: "fax"
          /** Id of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        }
      } | null
      /** Of what is published */
      readonly version: number | null
      readonly examples: readonly ({
        readonly name: string
        readonly call: {
          /** E.164 number, internal number, or `anonymous` */
          readonly caller: string
          /** Whether an extension calls */
          readonly internal: boolean
          readonly called: string
          readonly at: string
          /** What is pressed at each question; an empty entry: nothing. What is too much counts for the next question */
          readonly keys: readonly string[]
          /** Answer to the lookup of a block; null or absent: it fails */
          readonly lookups: Readonly<Record<string, {
            readonly result: string
            readonly displayText?: string
          } | null>>
          /** Extension that proves itself at an agent-login block; null or absent: nobody, unless an extension calls */
          readonly agents?: Readonly<Record<string, string | null>>
          /** Destination blocks that nobody answers */
          readonly refused: Readonly<Record<string, "busy" | "no-answer" | "unreachable">>
        }
        readonly expected: {
          readonly end: "led" | "hung-up" | "gave-up"
          /** Where it is led */
          readonly to?: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Blocks that it goes through, in order; absent: any */
          readonly blocks?: readonly string[]
        }
      })[]
      readonly layout: Readonly<Record<string, {
        readonly x: number
        readonly y: number
      }>>
      /** Rises with each change of the draft, its layout, its examples, name or number */
      readonly revision: number
      /** What is to be mended before the draft can be published */
      readonly problems: readonly ({
        readonly block: string | null
        readonly detail: string
        readonly text: {
          readonly de: string
          readonly en: string
        }
      })[]
    }
  }
  /** Get a call flow */
  readonly 'GET /flows/{flowId}': {
    readonly path: { readonly flowId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly draft: {
        /** The block with which it begins */
        readonly start: string
        readonly blocks: readonly ({
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "announcement"
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** Heard before the call is answered: costs the caller nothing (IVR-04) */
          readonly beforeAnswer: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "menu"
          readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
          /** Heard after a key that leads nowhere; absent: the menu again */
          readonly invalidPrompt?: string
          /** Block that follows; absent: the call ends here */
          readonly timedOut?: string
          /** Block that follows; absent: the call ends here */
          readonly invalid?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hours"
          /** The first that holds counts */
          readonly when: readonly ({
            readonly schedule: {
              readonly kind: "schedule"
              readonly targetId: string
            }
            readonly is: "open" | "closed"
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "destination"
          readonly to: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "number-pin"
          readonly entries: readonly ({
            readonly pin: string
            readonly to: {
              readonly kind: "extension"
              readonly targetId: string
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dated-pin"
          readonly entries: readonly ({
            readonly pin: string
            /** Last day on which it is good, in the tenant's time zone */
            readonly validUntil: string
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dial-by-name"
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "caller"
          /** The first that fits counts; all that it names must hold */
          readonly when: readonly ({
            readonly is?: "internal" | "external" | "anonymous"
            /** Numbers or beginnings of numbers */
            readonly numbers?: readonly string[]
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "set"
          /** Shown to who is called, before the name of the caller */
          readonly displayText?: string
          /** In queues; 9 is served first */
          readonly priority?: number
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "lookup"
          /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
          readonly url: string
          readonly timeLimitMs: number
          /** Block by what was answered */
          readonly answers: Readonly<Record<string, string>>
          /** Any other answer */
          readonly otherwise?: string
          /** No answer in time, an error, or nonsense */
          readonly failed?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "agent-login"
          /** Absent: all queues to which the agent belongs */
          readonly queue?: {
            readonly kind: "queue"
            readonly targetId: string
          }
          readonly sign: "in" | "out"
          /** An extension that calls is not asked for number and PIN */
          readonly recognise: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
          /** Not known, locked, or no agent there */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "consent"
          /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
          readonly prompt?: string
          /** Block that follows; absent: the call ends here */
          readonly agreed?: string
          /** Another key, or none: the call goes on and is never recorded */
          readonly declined?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hang-up"
          /** What a caller is told whose call was not answered yet */
          readonly as?: "busy" | "declined" | "not-found"
        })[]
        /** Where a fax machine goes that is heard while the flow speaks or asks; absent: as the flow or number before says */
        readonly fax?: {
          readonly kind: "fax"
          /** Id of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        }
      }
      /** What calls go through; null: nothing yet */
      readonly published: {
        /** The block with which it begins */
        readonly start: string
        readonly blocks: readonly ({
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "announcement"
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** Heard before the call is answered: costs the caller nothing (IVR-04) */
          readonly beforeAnswer: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "menu"
          readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
          /** Heard after a key that leads nowhere; absent: the menu again */
          readonly invalidPrompt?: string
          /** Block that follows; absent: the call ends here */
          readonly timedOut?: string
          /** Block that follows; absent: the call ends here */
          readonly invalid?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hours"
          /** The first that holds counts */
          readonly when: readonly ({
            readonly schedule: {
              readonly kind: "schedule"
              readonly targetId: string
            }
            readonly is: "open" | "closed"
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "destination"
          readonly to: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "number-pin"
          readonly entries: readonly ({
            readonly pin: string
            readonly to: {
              readonly kind: "extension"
              readonly targetId: string
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dated-pin"
          readonly entries: readonly ({
            readonly pin: string
            /** Last day on which it is good, in the tenant's time zone */
            readonly validUntil: string
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dial-by-name"
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "caller"
          /** The first that fits counts; all that it names must hold */
          readonly when: readonly ({
            readonly is?: "internal" | "external" | "anonymous"
            /** Numbers or beginnings of numbers */
            readonly numbers?: readonly string[]
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "set"
          /** Shown to who is called, before the name of the caller */
          readonly displayText?: string
          /** In queues; 9 is served first */
          readonly priority?: number
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "lookup"
          /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
          readonly url: string
          readonly timeLimitMs: number
          /** Block by what was answered */
          readonly answers: Readonly<Record<string, string>>
          /** Any other answer */
          readonly otherwise?: string
          /** No answer in time, an error, or nonsense */
          readonly failed?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "agent-login"
          /** Absent: all queues to which the agent belongs */
          readonly queue?: {
            readonly kind: "queue"
            readonly targetId: string
          }
          readonly sign: "in" | "out"
          /** An extension that calls is not asked for number and PIN */
          readonly recognise: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
          /** Not known, locked, or no agent there */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "consent"
          /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
          readonly prompt?: string
          /** Block that follows; absent: the call ends here */
          readonly agreed?: string
          /** Another key, or none: the call goes on and is never recorded */
          readonly declined?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hang-up"
          /** What a caller is told whose call was not answered yet */
          readonly as?: "busy" | "declined" | "not-found"
        })[]
        /** Where a fax machine goes that is heard while the flow speaks or asks; absent: as the flow or number before says */
        readonly fax?: {
          readonly kind: "fax"
          /** Id of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        }
      } | null
      /** Of what is published */
      readonly version: number | null
      readonly examples: readonly ({
        readonly name: string
        readonly call: {
          /** E.164 number, internal number, or `anonymous` */
          readonly caller: string
          /** Whether an extension calls */
          readonly internal: boolean
          readonly called: string
          readonly at: string
          /** What is pressed at each question; an empty entry: nothing. What is too much counts for the next question */
          readonly keys: readonly string[]
          /** Answer to the lookup of a block; null or absent: it fails */
          readonly lookups: Readonly<Record<string, {
            readonly result: string
            readonly displayText?: string
          } | null>>
          /** Extension that proves itself at an agent-login block; null or absent: nobody, unless an extension calls */
          readonly agents?: Readonly<Record<string, string | null>>
          /** Destination blocks that nobody answers */
          readonly refused: Readonly<Record<string, "busy" | "no-answer" | "unreachable">>
        }
        readonly expected: {
          readonly end: "led" | "hung-up" | "gave-up"
          /** Where it is led */
          readonly to?: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Blocks that it goes through, in order; absent: any */
          readonly blocks?: readonly string[]
        }
      })[]
      readonly layout: Readonly<Record<string, {
        readonly x: number
        readonly y: number
      }>>
      /** Rises with each change of the draft, its layout, its examples, name or number */
      readonly revision: number
      /** What is to be mended before the draft can be published */
      readonly problems: readonly ({
        readonly block: string | null
        readonly detail: string
        readonly text: {
          readonly de: string
          readonly en: string
        }
      })[]
    }
  }
  /** Change the draft of a call flow, or its name */
  readonly 'PATCH /flows/{flowId}': {
    readonly path: { readonly flowId: string }
    readonly body: {
      readonly name?: string
      /** Internal number under which it is dialled; null: none */
      readonly number?: string | null
      readonly draft?: {
        /** The block with which it begins */
        readonly start: string
        readonly blocks: readonly ({
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "announcement"
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** Heard before the call is answered: costs the caller nothing (IVR-04) */
          readonly beforeAnswer?: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds?: number
          /** How often it asks again */
          readonly retries?: number
          readonly kind: "menu"
          readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
          /** Heard after a key that leads nowhere; absent: the menu again */
          readonly invalidPrompt?: string
          /** Block that follows; absent: the call ends here */
          readonly timedOut?: string
          /** Block that follows; absent: the call ends here */
          readonly invalid?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hours"
          /** The first that holds counts */
          readonly when: readonly ({
            readonly schedule: {
              readonly kind: "schedule"
              readonly targetId: string
            }
            readonly is: "open" | "closed"
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "destination"
          readonly to: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds?: number
          /** How often it asks again */
          readonly retries?: number
          readonly kind: "number-pin"
          readonly entries: readonly ({
            readonly pin: string
            readonly to: {
              readonly kind: "extension"
              readonly targetId: string
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds?: number
          /** How often it asks again */
          readonly retries?: number
          readonly kind: "dated-pin"
          readonly entries: readonly ({
            readonly pin: string
            /** Last day on which it is good, in the tenant's time zone */
            readonly validUntil: string
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds?: number
          /** How often it asks again */
          readonly retries?: number
          readonly kind: "dial-by-name"
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "caller"
          /** The first that fits counts; all that it names must hold */
          readonly when: readonly ({
            readonly is?: "internal" | "external" | "anonymous"
            /** Numbers or beginnings of numbers */
            readonly numbers?: readonly string[]
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "set"
          /** Shown to who is called, before the name of the caller */
          readonly displayText?: string
          /** In queues; 9 is served first */
          readonly priority?: number
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "lookup"
          /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
          readonly url: string
          readonly timeLimitMs?: number
          /** Block by what was answered */
          readonly answers: Readonly<Record<string, string>>
          /** Any other answer */
          readonly otherwise?: string
          /** No answer in time, an error, or nonsense */
          readonly failed?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "agent-login"
          /** Absent: all queues to which the agent belongs */
          readonly queue?: {
            readonly kind: "queue"
            readonly targetId: string
          }
          readonly sign?: "in" | "out"
          /** An extension that calls is not asked for number and PIN */
          readonly recognise?: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
          /** Not known, locked, or no agent there */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "consent"
          /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
          readonly prompt?: string
          /** Block that follows; absent: the call ends here */
          readonly agreed?: string
          /** Another key, or none: the call goes on and is never recorded */
          readonly declined?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hang-up"
          /** What a caller is told whose call was not answered yet */
          readonly as?: "busy" | "declined" | "not-found"
        })[]
        /** Where a fax machine goes that is heard while the flow speaks or asks; absent: as the flow or number before says */
        readonly fax?: {
          readonly kind: "fax"
          /** Id of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        }
      }
      readonly layout?: Readonly<Record<string, {
        readonly x: number
        readonly y: number
      }>>
      readonly examples?: readonly ({
        readonly name: string
        readonly call: {
          /** E.164 number, internal number, or `anonymous` */
          readonly caller: string
          /** Whether an extension calls */
          readonly internal?: boolean
          readonly called?: string
          readonly at: string
          /** What is pressed at each question; an empty entry: nothing. What is too much counts for the next question */
          readonly keys?: readonly string[]
          /** Answer to the lookup of a block; null or absent: it fails */
          readonly lookups?: Readonly<Record<string, {
            readonly result: string
            readonly displayText?: string
          } | null>>
          /** Extension that proves itself at an agent-login block; null or absent: nobody, unless an extension calls */
          readonly agents?: Readonly<Record<string, string | null>>
          /** Destination blocks that nobody answers */
          readonly refused?: Readonly<Record<string, "busy" | "no-answer" | "unreachable">>
        }
        readonly expected: {
          readonly end: "led" | "hung-up" | "gave-up"
          /** Where it is led */
          readonly to?: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Blocks that it goes through, in order; absent: any */
          readonly blocks?: readonly string[]
        }
      })[]
      /** Of the flow that is changed; 409 when somebody has changed it since. Absent: whatever it is now */
      readonly revision?: number
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly draft: {
        /** The block with which it begins */
        readonly start: string
        readonly blocks: readonly ({
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "announcement"
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** Heard before the call is answered: costs the caller nothing (IVR-04) */
          readonly beforeAnswer: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "menu"
          readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
          /** Heard after a key that leads nowhere; absent: the menu again */
          readonly invalidPrompt?: string
          /** Block that follows; absent: the call ends here */
          readonly timedOut?: string
          /** Block that follows; absent: the call ends here */
          readonly invalid?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hours"
          /** The first that holds counts */
          readonly when: readonly ({
            readonly schedule: {
              readonly kind: "schedule"
              readonly targetId: string
            }
            readonly is: "open" | "closed"
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "destination"
          readonly to: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "number-pin"
          readonly entries: readonly ({
            readonly pin: string
            readonly to: {
              readonly kind: "extension"
              readonly targetId: string
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dated-pin"
          readonly entries: readonly ({
            readonly pin: string
            /** Last day on which it is good, in the tenant's time zone */
            readonly validUntil: string
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dial-by-name"
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "caller"
          /** The first that fits counts; all that it names must hold */
          readonly when: readonly ({
            readonly is?: "internal" | "external" | "anonymous"
            /** Numbers or beginnings of numbers */
            readonly numbers?: readonly string[]
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "set"
          /** Shown to who is called, before the name of the caller */
          readonly displayText?: string
          /** In queues; 9 is served first */
          readonly priority?: number
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "lookup"
          /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
          readonly url: string
          readonly timeLimitMs: number
          /** Block by what was answered */
          readonly answers: Readonly<Record<string, string>>
          /** Any other answer */
          readonly otherwise?: string
          /** No answer in time, an error, or nonsense */
          readonly failed?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "agent-login"
          /** Absent: all queues to which the agent belongs */
          readonly queue?: {
            readonly kind: "queue"
            readonly targetId: string
          }
          readonly sign: "in" | "out"
          /** An extension that calls is not asked for number and PIN */
          readonly recognise: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
          /** Not known, locked, or no agent there */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "consent"
          /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
          readonly prompt?: string
          /** Block that follows; absent: the call ends here */
          readonly agreed?: string
          /** Another key, or none: the call goes on and is never recorded */
          readonly declined?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hang-up"
          /** What a caller is told whose call was not answered yet */
          readonly as?: "busy" | "declined" | "not-found"
        })[]
        /** Where a fax machine goes that is heard while the flow speaks or asks; absent: as the flow or number before says */
        readonly fax?: {
          readonly kind: "fax"
          /** Id of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        }
      }
      /** What calls go through; null: nothing yet */
      readonly published: {
        /** The block with which it begins */
        readonly start: string
        readonly blocks: readonly ({
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "announcement"
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** Heard before the call is answered: costs the caller nothing (IVR-04) */
          readonly beforeAnswer: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "menu"
          readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
          /** Heard after a key that leads nowhere; absent: the menu again */
          readonly invalidPrompt?: string
          /** Block that follows; absent: the call ends here */
          readonly timedOut?: string
          /** Block that follows; absent: the call ends here */
          readonly invalid?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hours"
          /** The first that holds counts */
          readonly when: readonly ({
            readonly schedule: {
              readonly kind: "schedule"
              readonly targetId: string
            }
            readonly is: "open" | "closed"
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "destination"
          readonly to: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "number-pin"
          readonly entries: readonly ({
            readonly pin: string
            readonly to: {
              readonly kind: "extension"
              readonly targetId: string
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dated-pin"
          readonly entries: readonly ({
            readonly pin: string
            /** Last day on which it is good, in the tenant's time zone */
            readonly validUntil: string
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dial-by-name"
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "caller"
          /** The first that fits counts; all that it names must hold */
          readonly when: readonly ({
            readonly is?: "internal" | "external" | "anonymous"
            /** Numbers or beginnings of numbers */
            readonly numbers?: readonly string[]
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "set"
          /** Shown to who is called, before the name of the caller */
          readonly displayText?: string
          /** In queues; 9 is served first */
          readonly priority?: number
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "lookup"
          /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
          readonly url: string
          readonly timeLimitMs: number
          /** Block by what was answered */
          readonly answers: Readonly<Record<string, string>>
          /** Any other answer */
          readonly otherwise?: string
          /** No answer in time, an error, or nonsense */
          readonly failed?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "agent-login"
          /** Absent: all queues to which the agent belongs */
          readonly queue?: {
            readonly kind: "queue"
            readonly targetId: string
          }
          readonly sign: "in" | "out"
          /** An extension that calls is not asked for number and PIN */
          readonly recognise: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
          /** Not known, locked, or no agent there */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "consent"
          /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
          readonly prompt?: string
          /** Block that follows; absent: the call ends here */
          readonly agreed?: string
          /** Another key, or none: the call goes on and is never recorded */
          readonly declined?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hang-up"
          /** What a caller is told whose call was not answered yet */
          readonly as?: "busy" | "declined" | "not-found"
        })[]
        /** Where a fax machine goes that is heard while the flow speaks or asks; absent: as the flow or number before says */
        readonly fax?: {
          readonly kind: "fax"
          /** Id of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        }
      } | null
      /** Of what is published */
      readonly version: number | null
      readonly examples: readonly ({
        readonly name: string
        readonly call: {
          /** E.164 number, internal number, or `anonymous` */
          readonly caller: string
          /** Whether an extension calls */
          readonly internal: boolean
          readonly called: string
          readonly at: string
          /** What is pressed at each question; an empty entry: nothing. What is too much counts for the next question */
          readonly keys: readonly string[]
          /** Answer to the lookup of a block; null or absent: it fails */
          readonly lookups: Readonly<Record<string, {
            readonly result: string
            readonly displayText?: string
          } | null>>
          /** Extension that proves itself at an agent-login block; null or absent: nobody, unless an extension calls */
          readonly agents?: Readonly<Record<string, string | null>>
          /** Destination blocks that nobody answers */
          readonly refused: Readonly<Record<string, "busy" | "no-answer" | "unreachable">>
        }
        readonly expected: {
          readonly end: "led" | "hung-up" | "gave-up"
          /** Where it is led */
          readonly to?: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Blocks that it goes through, in order; absent: any */
          readonly blocks?: readonly string[]
        }
      })[]
      readonly layout: Readonly<Record<string, {
        readonly x: number
        readonly y: number
      }>>
      /** Rises with each change of the draft, its layout, its examples, name or number */
      readonly revision: number
      /** What is to be mended before the draft can be published */
      readonly problems: readonly ({
        readonly block: string | null
        readonly detail: string
        readonly text: {
          readonly de: string
          readonly en: string
        }
      })[]
    }
  }
  /** Delete a call flow */
  readonly 'DELETE /flows/{flowId}': {
    readonly path: { readonly flowId: string }
    readonly answer: null
  }
  /** Publish the draft, if its examples hold */
  readonly 'POST /flows/{flowId}/publish': {
    readonly path: { readonly flowId: string }
    readonly body: {
      /** What was changed */
      readonly note?: string
    } | null
    readonly answer: {
      readonly version: number
      readonly note: string | null
      readonly publishedAt: string
      readonly graph: {
        /** The block with which it begins */
        readonly start: string
        readonly blocks: readonly ({
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "announcement"
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** Heard before the call is answered: costs the caller nothing (IVR-04) */
          readonly beforeAnswer: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "menu"
          readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
          /** Heard after a key that leads nowhere; absent: the menu again */
          readonly invalidPrompt?: string
          /** Block that follows; absent: the call ends here */
          readonly timedOut?: string
          /** Block that follows; absent: the call ends here */
          readonly invalid?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hours"
          /** The first that holds counts */
          readonly when: readonly ({
            readonly schedule: {
              readonly kind: "schedule"
              readonly targetId: string
            }
            readonly is: "open" | "closed"
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "destination"
          readonly to: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "number-pin"
          readonly entries: readonly ({
            readonly pin: string
            readonly to: {
              readonly kind: "extension"
              readonly targetId: string
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dated-pin"
          readonly entries: readonly ({
            readonly pin: string
            /** Last day on which it is good, in the tenant's time zone */
            readonly validUntil: string
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dial-by-name"
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "caller"
          /** The first that fits counts; all that it names must hold */
          readonly when: readonly ({
            readonly is?: "internal" | "external" | "anonymous"
            /** Numbers or beginnings of numbers */
            readonly numbers?: readonly string[]
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "set"
          /** Shown to who is called, before the name of the caller */
          readonly displayText?: string
          /** In queues; 9 is served first */
          readonly priority?: number
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "lookup"
          /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
          readonly url: string
          readonly timeLimitMs: number
          /** Block by what was answered */
          readonly answers: Readonly<Record<string, string>>
          /** Any other answer */
          readonly otherwise?: string
          /** No answer in time, an error, or nonsense */
          readonly failed?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "agent-login"
          /** Absent: all queues to which the agent belongs */
          readonly queue?: {
            readonly kind: "queue"
            readonly targetId: string
          }
          readonly sign: "in" | "out"
          /** An extension that calls is not asked for number and PIN */
          readonly recognise: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
          /** Not known, locked, or no agent there */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "consent"
          /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
          readonly prompt?: string
          /** Block that follows; absent: the call ends here */
          readonly agreed?: string
          /** Another key, or none: the call goes on and is never recorded */
          readonly declined?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hang-up"
          /** What a caller is told whose call was not answered yet */
          readonly as?: "busy" | "declined" | "not-found"
        })[]
        /** Where a fax machine goes that is heard while the flow speaks or asks; absent: as the flow or number before says */
        readonly fax?: {
          readonly kind: "fax"
          /** Id of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        }
      }
    }
  }
  /** List the versions of a call flow */
  readonly 'GET /flows/{flowId}/versions': {
    readonly path: { readonly flowId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly version: number
        readonly note: string | null
        readonly publishedAt: string
        readonly graph: {
          /** The block with which it begins */
          readonly start: string
          readonly blocks: readonly ({
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "announcement"
            /** Name of a prompt, or id of an announcement of the tenant */
            readonly prompt: string
            /** Heard before the call is answered: costs the caller nothing (IVR-04) */
            readonly beforeAnswer: boolean
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            /** Name of a prompt, or id of an announcement of the tenant */
            readonly prompt: string
            /** How long the first key may take, after the prompt */
            readonly waitSeconds: number
            /** How often it asks again */
            readonly retries: number
            readonly kind: "menu"
            readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
            /** Heard after a key that leads nowhere; absent: the menu again */
            readonly invalidPrompt?: string
            /** Block that follows; absent: the call ends here */
            readonly timedOut?: string
            /** Block that follows; absent: the call ends here */
            readonly invalid?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "hours"
            /** The first that holds counts */
            readonly when: readonly ({
              readonly schedule: {
                readonly kind: "schedule"
                readonly targetId: string
              }
              readonly is: "open" | "closed"
              /** Block that follows; absent: the call ends here */
              readonly next?: string
            })[]
            /** Block that follows; absent: the call ends here */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "destination"
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
            /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            /** Name of a prompt, or id of an announcement of the tenant */
            readonly prompt: string
            /** How long the first key may take, after the prompt */
            readonly waitSeconds: number
            /** How often it asks again */
            readonly retries: number
            readonly kind: "number-pin"
            readonly entries: readonly ({
              readonly pin: string
              readonly to: {
                readonly kind: "extension"
                readonly targetId: string
              }
            })[]
            /** Block that follows; absent: the call ends here */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            /** Name of a prompt, or id of an announcement of the tenant */
            readonly prompt: string
            /** How long the first key may take, after the prompt */
            readonly waitSeconds: number
            /** How often it asks again */
            readonly retries: number
            readonly kind: "dated-pin"
            readonly entries: readonly ({
              readonly pin: string
              /** Last day on which it is good, in the tenant's time zone */
              readonly validUntil: string
              readonly to: {
                readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
                /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
                readonly targetId: string
              } | {
                readonly kind: "external"
                readonly number: string
              } | {
                /** The tenant's operator position */
                readonly kind: "operator"
              } | {
                readonly kind: "hang-up"
                readonly as?: "busy" | "declined" | "not-found"
              }
            })[]
            /** Block that follows; absent: the call ends here */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            /** Name of a prompt, or id of an announcement of the tenant */
            readonly prompt: string
            /** How long the first key may take, after the prompt */
            readonly waitSeconds: number
            /** How often it asks again */
            readonly retries: number
            readonly kind: "dial-by-name"
            /** Block that follows; absent: the call ends here */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "caller"
            /** The first that fits counts; all that it names must hold */
            readonly when: readonly ({
              readonly is?: "internal" | "external" | "anonymous"
              /** Numbers or beginnings of numbers */
              readonly numbers?: readonly string[]
              /** Block that follows; absent: the call ends here */
              readonly next?: string
            })[]
            /** Block that follows; absent: the call ends here */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "set"
            /** Shown to who is called, before the name of the caller */
            readonly displayText?: string
            /** In queues; 9 is served first */
            readonly priority?: number
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "lookup"
            /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
            readonly url: string
            readonly timeLimitMs: number
            /** Block by what was answered */
            readonly answers: Readonly<Record<string, string>>
            /** Any other answer */
            readonly otherwise?: string
            /** No answer in time, an error, or nonsense */
            readonly failed?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "agent-login"
            /** Absent: all queues to which the agent belongs */
            readonly queue?: {
              readonly kind: "queue"
              readonly targetId: string
            }
            readonly sign: "in" | "out"
            /** An extension that calls is not asked for number and PIN */
            readonly recognise: boolean
            /** Block that follows; absent: the call ends here */
            readonly next?: string
            /** Not known, locked, or no agent there */
            readonly otherwise?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "consent"
            /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
            readonly prompt?: string
            /** Block that follows; absent: the call ends here */
            readonly agreed?: string
            /** Another key, or none: the call goes on and is never recorded */
            readonly declined?: string
          } | {
            /** Name of the block within its flow */
            readonly id: string
            readonly kind: "hang-up"
            /** What a caller is told whose call was not answered yet */
            readonly as?: "busy" | "declined" | "not-found"
          })[]
          /** Where a fax machine goes that is heard while the flow speaks or asks; absent: as the flow or number before says */
          readonly fax?: {
            readonly kind: "fax"
            /** Id of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          }
        }
      })[]
    }
  }
  /** Tell what differs between two versions */
  readonly 'GET /flows/{flowId}/diff': {
    readonly path: { readonly flowId: string }
    readonly query?: { readonly from?: string; readonly to?: string }
    readonly answer: {
      readonly start?: {
        readonly from: string
        readonly to: string
      }
      readonly fax?: {
        readonly from: {
          readonly kind: "fax"
          /** Id of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        } | null
        readonly to: {
          readonly kind: "fax"
          /** Id of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        } | null
      }
      readonly added: readonly ({
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "announcement"
        /** Name of a prompt, or id of an announcement of the tenant */
        readonly prompt: string
        /** Heard before the call is answered: costs the caller nothing (IVR-04) */
        readonly beforeAnswer: boolean
        /** Block that follows; absent: the call ends here */
        readonly next?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        /** Name of a prompt, or id of an announcement of the tenant */
        readonly prompt: string
        /** How long the first key may take, after the prompt */
        readonly waitSeconds: number
        /** How often it asks again */
        readonly retries: number
        readonly kind: "menu"
        readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
        /** Heard after a key that leads nowhere; absent: the menu again */
        readonly invalidPrompt?: string
        /** Block that follows; absent: the call ends here */
        readonly timedOut?: string
        /** Block that follows; absent: the call ends here */
        readonly invalid?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "hours"
        /** The first that holds counts */
        readonly when: readonly ({
          readonly schedule: {
            readonly kind: "schedule"
            readonly targetId: string
          }
          readonly is: "open" | "closed"
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        })[]
        /** Block that follows; absent: the call ends here */
        readonly otherwise?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "destination"
        readonly to: {
          readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
          /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        } | {
          /** The tenant's operator position */
          readonly kind: "operator"
        } | {
          readonly kind: "hang-up"
          readonly as?: "busy" | "declined" | "not-found"
        }
        /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
        readonly otherwise?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        /** Name of a prompt, or id of an announcement of the tenant */
        readonly prompt: string
        /** How long the first key may take, after the prompt */
        readonly waitSeconds: number
        /** How often it asks again */
        readonly retries: number
        readonly kind: "number-pin"
        readonly entries: readonly ({
          readonly pin: string
          readonly to: {
            readonly kind: "extension"
            readonly targetId: string
          }
        })[]
        /** Block that follows; absent: the call ends here */
        readonly otherwise?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        /** Name of a prompt, or id of an announcement of the tenant */
        readonly prompt: string
        /** How long the first key may take, after the prompt */
        readonly waitSeconds: number
        /** How often it asks again */
        readonly retries: number
        readonly kind: "dated-pin"
        readonly entries: readonly ({
          readonly pin: string
          /** Last day on which it is good, in the tenant's time zone */
          readonly validUntil: string
          readonly to: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
        })[]
        /** Block that follows; absent: the call ends here */
        readonly otherwise?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        /** Name of a prompt, or id of an announcement of the tenant */
        readonly prompt: string
        /** How long the first key may take, after the prompt */
        readonly waitSeconds: number
        /** How often it asks again */
        readonly retries: number
        readonly kind: "dial-by-name"
        /** Block that follows; absent: the call ends here */
        readonly otherwise?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "caller"
        /** The first that fits counts; all that it names must hold */
        readonly when: readonly ({
          readonly is?: "internal" | "external" | "anonymous"
          /** Numbers or beginnings of numbers */
          readonly numbers?: readonly string[]
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        })[]
        /** Block that follows; absent: the call ends here */
        readonly otherwise?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "set"
        /** Shown to who is called, before the name of the caller */
        readonly displayText?: string
        /** In queues; 9 is served first */
        readonly priority?: number
        /** Block that follows; absent: the call ends here */
        readonly next?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "lookup"
        /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
        readonly url: string
        readonly timeLimitMs: number
        /** Block by what was answered */
        readonly answers: Readonly<Record<string, string>>
        /** Any other answer */
        readonly otherwise?: string
        /** No answer in time, an error, or nonsense */
        readonly failed?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "agent-login"
        /** Absent: all queues to which the agent belongs */
        readonly queue?: {
          readonly kind: "queue"
          readonly targetId: string
        }
        readonly sign: "in" | "out"
        /** An extension that calls is not asked for number and PIN */
        readonly recognise: boolean
        /** Block that follows; absent: the call ends here */
        readonly next?: string
        /** Not known, locked, or no agent there */
        readonly otherwise?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "consent"
        /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
        readonly prompt?: string
        /** Block that follows; absent: the call ends here */
        readonly agreed?: string
        /** Another key, or none: the call goes on and is never recorded */
        readonly declined?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "hang-up"
        /** What a caller is told whose call was not answered yet */
        readonly as?: "busy" | "declined" | "not-found"
      })[]
      readonly removed: readonly ({
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "announcement"
        /** Name of a prompt, or id of an announcement of the tenant */
        readonly prompt: string
        /** Heard before the call is answered: costs the caller nothing (IVR-04) */
        readonly beforeAnswer: boolean
        /** Block that follows; absent: the call ends here */
        readonly next?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        /** Name of a prompt, or id of an announcement of the tenant */
        readonly prompt: string
        /** How long the first key may take, after the prompt */
        readonly waitSeconds: number
        /** How often it asks again */
        readonly retries: number
        readonly kind: "menu"
        readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
        /** Heard after a key that leads nowhere; absent: the menu again */
        readonly invalidPrompt?: string
        /** Block that follows; absent: the call ends here */
        readonly timedOut?: string
        /** Block that follows; absent: the call ends here */
        readonly invalid?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "hours"
        /** The first that holds counts */
        readonly when: readonly ({
          readonly schedule: {
            readonly kind: "schedule"
            readonly targetId: string
          }
          readonly is: "open" | "closed"
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        })[]
        /** Block that follows; absent: the call ends here */
        readonly otherwise?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "destination"
        readonly to: {
          readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
          /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        } | {
          /** The tenant's operator position */
          readonly kind: "operator"
        } | {
          readonly kind: "hang-up"
          readonly as?: "busy" | "declined" | "not-found"
        }
        /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
        readonly otherwise?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        /** Name of a prompt, or id of an announcement of the tenant */
        readonly prompt: string
        /** How long the first key may take, after the prompt */
        readonly waitSeconds: number
        /** How often it asks again */
        readonly retries: number
        readonly kind: "number-pin"
        readonly entries: readonly ({
          readonly pin: string
          readonly to: {
            readonly kind: "extension"
            readonly targetId: string
          }
        })[]
        /** Block that follows; absent: the call ends here */
        readonly otherwise?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        /** Name of a prompt, or id of an announcement of the tenant */
        readonly prompt: string
        /** How long the first key may take, after the prompt */
        readonly waitSeconds: number
        /** How often it asks again */
        readonly retries: number
        readonly kind: "dated-pin"
        readonly entries: readonly ({
          readonly pin: string
          /** Last day on which it is good, in the tenant's time zone */
          readonly validUntil: string
          readonly to: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
        })[]
        /** Block that follows; absent: the call ends here */
        readonly otherwise?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        /** Name of a prompt, or id of an announcement of the tenant */
        readonly prompt: string
        /** How long the first key may take, after the prompt */
        readonly waitSeconds: number
        /** How often it asks again */
        readonly retries: number
        readonly kind: "dial-by-name"
        /** Block that follows; absent: the call ends here */
        readonly otherwise?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "caller"
        /** The first that fits counts; all that it names must hold */
        readonly when: readonly ({
          readonly is?: "internal" | "external" | "anonymous"
          /** Numbers or beginnings of numbers */
          readonly numbers?: readonly string[]
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        })[]
        /** Block that follows; absent: the call ends here */
        readonly otherwise?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "set"
        /** Shown to who is called, before the name of the caller */
        readonly displayText?: string
        /** In queues; 9 is served first */
        readonly priority?: number
        /** Block that follows; absent: the call ends here */
        readonly next?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "lookup"
        /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
        readonly url: string
        readonly timeLimitMs: number
        /** Block by what was answered */
        readonly answers: Readonly<Record<string, string>>
        /** Any other answer */
        readonly otherwise?: string
        /** No answer in time, an error, or nonsense */
        readonly failed?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "agent-login"
        /** Absent: all queues to which the agent belongs */
        readonly queue?: {
          readonly kind: "queue"
          readonly targetId: string
        }
        readonly sign: "in" | "out"
        /** An extension that calls is not asked for number and PIN */
        readonly recognise: boolean
        /** Block that follows; absent: the call ends here */
        readonly next?: string
        /** Not known, locked, or no agent there */
        readonly otherwise?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "consent"
        /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
        readonly prompt?: string
        /** Block that follows; absent: the call ends here */
        readonly agreed?: string
        /** Another key, or none: the call goes on and is never recorded */
        readonly declined?: string
      } | {
        /** Name of the block within its flow */
        readonly id: string
        readonly kind: "hang-up"
        /** What a caller is told whose call was not answered yet */
        readonly as?: "busy" | "declined" | "not-found"
      })[]
      readonly changed: readonly ({
        readonly from: {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "announcement"
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** Heard before the call is answered: costs the caller nothing (IVR-04) */
          readonly beforeAnswer: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "menu"
          readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
          /** Heard after a key that leads nowhere; absent: the menu again */
          readonly invalidPrompt?: string
          /** Block that follows; absent: the call ends here */
          readonly timedOut?: string
          /** Block that follows; absent: the call ends here */
          readonly invalid?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hours"
          /** The first that holds counts */
          readonly when: readonly ({
            readonly schedule: {
              readonly kind: "schedule"
              readonly targetId: string
            }
            readonly is: "open" | "closed"
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "destination"
          readonly to: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "number-pin"
          readonly entries: readonly ({
            readonly pin: string
            readonly to: {
              readonly kind: "extension"
              readonly targetId: string
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dated-pin"
          readonly entries: readonly ({
            readonly pin: string
            /** Last day on which it is good, in the tenant's time zone */
            readonly validUntil: string
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dial-by-name"
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "caller"
          /** The first that fits counts; all that it names must hold */
          readonly when: readonly ({
            readonly is?: "internal" | "external" | "anonymous"
            /** Numbers or beginnings of numbers */
            readonly numbers?: readonly string[]
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "set"
          /** Shown to who is called, before the name of the caller */
          readonly displayText?: string
          /** In queues; 9 is served first */
          readonly priority?: number
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "lookup"
          /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
          readonly url: string
          readonly timeLimitMs: number
          /** Block by what was answered */
          readonly answers: Readonly<Record<string, string>>
          /** Any other answer */
          readonly otherwise?: string
          /** No answer in time, an error, or nonsense */
          readonly failed?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "agent-login"
          /** Absent: all queues to which the agent belongs */
          readonly queue?: {
            readonly kind: "queue"
            readonly targetId: string
          }
          readonly sign: "in" | "out"
          /** An extension that calls is not asked for number and PIN */
          readonly recognise: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
          /** Not known, locked, or no agent there */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "consent"
          /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
          readonly prompt?: string
          /** Block that follows; absent: the call ends here */
          readonly agreed?: string
          /** Another key, or none: the call goes on and is never recorded */
          readonly declined?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hang-up"
          /** What a caller is told whose call was not answered yet */
          readonly as?: "busy" | "declined" | "not-found"
        }
        readonly to: {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "announcement"
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** Heard before the call is answered: costs the caller nothing (IVR-04) */
          readonly beforeAnswer: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "menu"
          readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
          /** Heard after a key that leads nowhere; absent: the menu again */
          readonly invalidPrompt?: string
          /** Block that follows; absent: the call ends here */
          readonly timedOut?: string
          /** Block that follows; absent: the call ends here */
          readonly invalid?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hours"
          /** The first that holds counts */
          readonly when: readonly ({
            readonly schedule: {
              readonly kind: "schedule"
              readonly targetId: string
            }
            readonly is: "open" | "closed"
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "destination"
          readonly to: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "number-pin"
          readonly entries: readonly ({
            readonly pin: string
            readonly to: {
              readonly kind: "extension"
              readonly targetId: string
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dated-pin"
          readonly entries: readonly ({
            readonly pin: string
            /** Last day on which it is good, in the tenant's time zone */
            readonly validUntil: string
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dial-by-name"
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "caller"
          /** The first that fits counts; all that it names must hold */
          readonly when: readonly ({
            readonly is?: "internal" | "external" | "anonymous"
            /** Numbers or beginnings of numbers */
            readonly numbers?: readonly string[]
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "set"
          /** Shown to who is called, before the name of the caller */
          readonly displayText?: string
          /** In queues; 9 is served first */
          readonly priority?: number
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "lookup"
          /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
          readonly url: string
          readonly timeLimitMs: number
          /** Block by what was answered */
          readonly answers: Readonly<Record<string, string>>
          /** Any other answer */
          readonly otherwise?: string
          /** No answer in time, an error, or nonsense */
          readonly failed?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "agent-login"
          /** Absent: all queues to which the agent belongs */
          readonly queue?: {
            readonly kind: "queue"
            readonly targetId: string
          }
          readonly sign: "in" | "out"
          /** An extension that calls is not asked for number and PIN */
          readonly recognise: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
          /** Not known, locked, or no agent there */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "consent"
          /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
          readonly prompt?: string
          /** Block that follows; absent: the call ends here */
          readonly agreed?: string
          /** Another key, or none: the call goes on and is never recorded */
          readonly declined?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hang-up"
          /** What a caller is told whose call was not answered yet */
          readonly as?: "busy" | "declined" | "not-found"
        }
      })[]
    }
  }
  /** Make a version of the past the draft again */
  readonly 'POST /flows/{flowId}/versions/{version}/restore': {
    readonly path: { readonly flowId: string; readonly version: number }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly draft: {
        /** The block with which it begins */
        readonly start: string
        readonly blocks: readonly ({
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "announcement"
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** Heard before the call is answered: costs the caller nothing (IVR-04) */
          readonly beforeAnswer: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "menu"
          readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
          /** Heard after a key that leads nowhere; absent: the menu again */
          readonly invalidPrompt?: string
          /** Block that follows; absent: the call ends here */
          readonly timedOut?: string
          /** Block that follows; absent: the call ends here */
          readonly invalid?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hours"
          /** The first that holds counts */
          readonly when: readonly ({
            readonly schedule: {
              readonly kind: "schedule"
              readonly targetId: string
            }
            readonly is: "open" | "closed"
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "destination"
          readonly to: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "number-pin"
          readonly entries: readonly ({
            readonly pin: string
            readonly to: {
              readonly kind: "extension"
              readonly targetId: string
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dated-pin"
          readonly entries: readonly ({
            readonly pin: string
            /** Last day on which it is good, in the tenant's time zone */
            readonly validUntil: string
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dial-by-name"
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "caller"
          /** The first that fits counts; all that it names must hold */
          readonly when: readonly ({
            readonly is?: "internal" | "external" | "anonymous"
            /** Numbers or beginnings of numbers */
            readonly numbers?: readonly string[]
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "set"
          /** Shown to who is called, before the name of the caller */
          readonly displayText?: string
          /** In queues; 9 is served first */
          readonly priority?: number
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "lookup"
          /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
          readonly url: string
          readonly timeLimitMs: number
          /** Block by what was answered */
          readonly answers: Readonly<Record<string, string>>
          /** Any other answer */
          readonly otherwise?: string
          /** No answer in time, an error, or nonsense */
          readonly failed?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "agent-login"
          /** Absent: all queues to which the agent belongs */
          readonly queue?: {
            readonly kind: "queue"
            readonly targetId: string
          }
          readonly sign: "in" | "out"
          /** An extension that calls is not asked for number and PIN */
          readonly recognise: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
          /** Not known, locked, or no agent there */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "consent"
          /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
          readonly prompt?: string
          /** Block that follows; absent: the call ends here */
          readonly agreed?: string
          /** Another key, or none: the call goes on and is never recorded */
          readonly declined?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hang-up"
          /** What a caller is told whose call was not answered yet */
          readonly as?: "busy" | "declined" | "not-found"
        })[]
        /** Where a fax machine goes that is heard while the flow speaks or asks; absent: as the flow or number before says */
        readonly fax?: {
          readonly kind: "fax"
          /** Id of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        }
      }
      /** What calls go through; null: nothing yet */
      readonly published: {
        /** The block with which it begins */
        readonly start: string
        readonly blocks: readonly ({
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "announcement"
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** Heard before the call is answered: costs the caller nothing (IVR-04) */
          readonly beforeAnswer: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "menu"
          readonly keys: { readonly [Name in "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#"]?: string }
          /** Heard after a key that leads nowhere; absent: the menu again */
          readonly invalidPrompt?: string
          /** Block that follows; absent: the call ends here */
          readonly timedOut?: string
          /** Block that follows; absent: the call ends here */
          readonly invalid?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hours"
          /** The first that holds counts */
          readonly when: readonly ({
            readonly schedule: {
              readonly kind: "schedule"
              readonly targetId: string
            }
            readonly is: "open" | "closed"
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "destination"
          readonly to: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Block that follows when nobody answers, busy or unreachable; absent: the call ends */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "number-pin"
          readonly entries: readonly ({
            readonly pin: string
            readonly to: {
              readonly kind: "extension"
              readonly targetId: string
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dated-pin"
          readonly entries: readonly ({
            readonly pin: string
            /** Last day on which it is good, in the tenant's time zone */
            readonly validUntil: string
            readonly to: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          /** Name of a prompt, or id of an announcement of the tenant */
          readonly prompt: string
          /** How long the first key may take, after the prompt */
          readonly waitSeconds: number
          /** How often it asks again */
          readonly retries: number
          readonly kind: "dial-by-name"
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "caller"
          /** The first that fits counts; all that it names must hold */
          readonly when: readonly ({
            readonly is?: "internal" | "external" | "anonymous"
            /** Numbers or beginnings of numbers */
            readonly numbers?: readonly string[]
            /** Block that follows; absent: the call ends here */
            readonly next?: string
          })[]
          /** Block that follows; absent: the call ends here */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "set"
          /** Shown to who is called, before the name of the caller */
          readonly displayText?: string
          /** In queues; 9 is served first */
          readonly priority?: number
          /** Block that follows; absent: the call ends here */
          readonly next?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "lookup"
          /** http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText` */
          readonly url: string
          readonly timeLimitMs: number
          /** Block by what was answered */
          readonly answers: Readonly<Record<string, string>>
          /** Any other answer */
          readonly otherwise?: string
          /** No answer in time, an error, or nonsense */
          readonly failed?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "agent-login"
          /** Absent: all queues to which the agent belongs */
          readonly queue?: {
            readonly kind: "queue"
            readonly targetId: string
          }
          readonly sign: "in" | "out"
          /** An extension that calls is not asked for number and PIN */
          readonly recognise: boolean
          /** Block that follows; absent: the call ends here */
          readonly next?: string
          /** Not known, locked, or no agent there */
          readonly otherwise?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "consent"
          /** The question; it must tell that 1 agrees. Absent: `recording-consent` */
          readonly prompt?: string
          /** Block that follows; absent: the call ends here */
          readonly agreed?: string
          /** Another key, or none: the call goes on and is never recorded */
          readonly declined?: string
        } | {
          /** Name of the block within its flow */
          readonly id: string
          readonly kind: "hang-up"
          /** What a caller is told whose call was not answered yet */
          readonly as?: "busy" | "declined" | "not-found"
        })[]
        /** Where a fax machine goes that is heard while the flow speaks or asks; absent: as the flow or number before says */
        readonly fax?: {
          readonly kind: "fax"
          /** Id of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        }
      } | null
      /** Of what is published */
      readonly version: number | null
      readonly examples: readonly ({
        readonly name: string
        readonly call: {
          /** E.164 number, internal number, or `anonymous` */
          readonly caller: string
          /** Whether an extension calls */
          readonly internal: boolean
          readonly called: string
          readonly at: string
          /** What is pressed at each question; an empty entry: nothing. What is too much counts for the next question */
          readonly keys: readonly string[]
          /** Answer to the lookup of a block; null or absent: it fails */
          readonly lookups: Readonly<Record<string, {
            readonly result: string
            readonly displayText?: string
          } | null>>
          /** Extension that proves itself at an agent-login block; null or absent: nobody, unless an extension calls */
          readonly agents?: Readonly<Record<string, string | null>>
          /** Destination blocks that nobody answers */
          readonly refused: Readonly<Record<string, "busy" | "no-answer" | "unreachable">>
        }
        readonly expected: {
          readonly end: "led" | "hung-up" | "gave-up"
          /** Where it is led */
          readonly to?: {
            readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
            /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
          } | {
            /** The tenant's operator position */
            readonly kind: "operator"
          } | {
            readonly kind: "hang-up"
            readonly as?: "busy" | "declined" | "not-found"
          }
          /** Blocks that it goes through, in order; absent: any */
          readonly blocks?: readonly string[]
        }
      })[]
      readonly layout: Readonly<Record<string, {
        readonly x: number
        readonly y: number
      }>>
      /** Rises with each change of the draft, its layout, its examples, name or number */
      readonly revision: number
      /** What is to be mended before the draft can be published */
      readonly problems: readonly ({
        readonly block: string | null
        readonly detail: string
        readonly text: {
          readonly de: string
          readonly en: string
        }
      })[]
    }
  }
  /** Simulate a call through a flow */
  readonly 'POST /flows/{flowId}/simulate': {
    readonly path: { readonly flowId: string }
    readonly body: {
      readonly of?: "draft" | "published"
      readonly call: {
        /** E.164 number, internal number, or `anonymous` */
        readonly caller: string
        /** Whether an extension calls */
        readonly internal?: boolean
        readonly called?: string
        readonly at: string
        /** What is pressed at each question; an empty entry: nothing. What is too much counts for the next question */
        readonly keys?: readonly string[]
        /** Answer to the lookup of a block; null or absent: it fails */
        readonly lookups?: Readonly<Record<string, {
          readonly result: string
          readonly displayText?: string
        } | null>>
        /** Extension that proves itself at an agent-login block; null or absent: nobody, unless an extension calls */
        readonly agents?: Readonly<Record<string, string | null>>
        /** Destination blocks that nobody answers */
        readonly refused?: Readonly<Record<string, "busy" | "no-answer" | "unreachable">>
      }
    }
    readonly answer: {
      readonly path: readonly ({
        readonly flowId: string
        readonly block: string
        readonly what: string
        readonly text: {
          readonly de: string
          readonly en: string
        }
      })[]
      readonly end: {
        readonly kind: "led" | "hung-up" | "gave-up"
        readonly to?: {
          readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
          /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        } | {
          /** The tenant's operator position */
          readonly kind: "operator"
        } | {
          readonly kind: "hang-up"
          readonly as?: "busy" | "declined" | "not-found"
        }
        readonly displayText?: string
        readonly priority?: number
        readonly as?: string
        readonly why?: string
      }
    }
  }
  /** Try the examples of a flow */
  readonly 'POST /flows/{flowId}/try-examples': {
    readonly path: { readonly flowId: string }
    readonly body: {
      readonly of?: "draft" | "published"
    }
    readonly answer: {
      readonly items: readonly ({
        readonly name: string
        readonly passed: boolean
        readonly difference: string | null
        readonly simulation: {
          readonly path: readonly ({
            readonly flowId: string
            readonly block: string
            readonly what: string
            readonly text: {
              readonly de: string
              readonly en: string
            }
          })[]
          readonly end: {
            readonly kind: "led" | "hung-up" | "gave-up"
            readonly to?: {
              readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
              /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
              readonly targetId: string
            } | {
              readonly kind: "external"
              readonly number: string
            } | {
              /** The tenant's operator position */
              readonly kind: "operator"
            } | {
              readonly kind: "hang-up"
              readonly as?: "busy" | "declined" | "not-found"
            }
            readonly displayText?: string
            readonly priority?: number
            readonly as?: string
            readonly why?: string
          }
        }
      })[]
    }
  }
  /** A picture of a flow (SVG) */
  readonly 'GET /flows/{flowId}/picture': {
    readonly path: { readonly flowId: string }
    readonly query?: { readonly of?: "draft" | "published"; readonly language?: "de" | "en" }
    readonly answer: null
  }
}
