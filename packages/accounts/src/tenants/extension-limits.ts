import { z } from 'zod'

/** DEV-01: up to four devices per extension is the usual product; a wallboard or a door needs more. */
const MAX_CONTACTS = 10

/** Settings of the exchange that are of each single extension, so that a user package can have others (BIL-01). */
export const extensionLimits = {
  maxContactsPerExtension: z.int().min(1).max(MAX_CONTACTS).describe('Devices registered at a time per extension'),
  maxCallsPerExtension: z
    .int()
    .min(1)
    .max(100)
    .nullable()
    .optional()
    .describe('Calls of an extension at a time; one more finds it busy. Absent or null: no limit. Never of emergency calls'),
  voicemailMessages: z.int().min(1).max(1_000).describe('Messages that a mailbox holds, heard or not (VM-02)'),
  voicemailSeconds: z.int().min(10).max(900).describe('Longest message'),
  callbacksPerExtension: z.int().min(0).max(20).optional().describe('Callbacks and redials an extension may wait for; absent: 5'),
}
