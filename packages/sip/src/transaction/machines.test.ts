import { checkMachine, type EdgeRow } from '../test-support/check-machine.ts'
import { inviteClient } from './invite-client.ts'
import { inviteServer } from './invite-server.ts'
import { nonInviteClient } from './non-invite-client.ts'
import { nonInviteServer } from './non-invite-server.ts'

const INVITE_CLIENT: readonly EdgeRow[] = [
  ['initial', 'start', 'calling', 'arm A, arm B, send request'],
  ['calling', 'timer A', 'calling', 'resend request, rearm A'],
  ['calling', 'timer B', 'terminated', 'stop timers, report timeout'],
  ['calling', '1xx', 'proceeding', 'stop timers, pass response'],
  ['calling', '2xx', 'accepted', 'stop timers, arm M, pass response'],
  ['calling', '300-699', 'completed', 'stop timers, arm D, send ACK, pass response'],
  ['calling', 'transport error', 'terminated', 'stop timers, report transport error'],
  ['calling', 'give up', 'terminated', 'stop timers, report timeout'],
  ['proceeding', '1xx', 'proceeding', 'pass response'],
  ['proceeding', '2xx', 'accepted', 'arm M, pass response'],
  ['proceeding', '300-699', 'completed', 'arm D, send ACK, pass response'],
  ['proceeding', 'transport error', 'terminated', 'report transport error'],
  ['proceeding', 'give up', 'terminated', 'report timeout'],
  ['completed', '300-699', 'completed', 'send ACK'],
  ['completed', 'timer D', 'terminated', ''],
  ['completed', 'transport error', 'terminated', 'stop timers'],
  ['accepted', '2xx', 'accepted', 'pass response'],
  ['accepted', 'timer M', 'terminated', ''],
]

const INVITE_SERVER: readonly EdgeRow[] = [
  ['initial', 'INVITE', 'proceeding', 'pass request'],
  ['proceeding', 'INVITE', 'proceeding', 'resend response'],
  ['proceeding', '1xx', 'proceeding', 'send response'],
  ['proceeding', '2xx', 'accepted', 'arm L, send response'],
  ['proceeding', '300-699', 'completed', 'arm G, arm H, send response'],
  ['proceeding', 'transport error', 'proceeding', 'report transport error'],
  ['proceeding', 'drop', 'terminated', ''],
  ['completed', 'INVITE', 'completed', 'resend response'],
  ['completed', 'ACK', 'confirmed', 'stop timers, arm I'],
  ['completed', 'timer G', 'completed', 'resend response, rearm G'],
  ['completed', 'timer H', 'terminated', 'stop timers, report no ACK'],
  ['confirmed', 'timer I', 'terminated', ''],
  ['accepted', '2xx', 'accepted', 'send response'],
  ['accepted', 'ACK', 'accepted', 'pass ACK'],
  ['accepted', 'timer L', 'terminated', ''],
  ['accepted', 'transport error', 'accepted', 'report transport error'],
]

const NON_INVITE_CLIENT: readonly EdgeRow[] = [
  ['initial', 'start', 'trying', 'arm E, arm F, send request'],
  ['trying', 'timer E', 'trying', 'resend request, rearm E'],
  ['trying', 'timer F', 'terminated', 'stop timers, report timeout'],
  ['trying', '1xx', 'proceeding', 'pass response'],
  ['trying', '200-699', 'completed', 'stop timers, arm K, pass response'],
  ['trying', 'transport error', 'terminated', 'stop timers, report transport error'],
  ['trying', 'give up', 'terminated', 'stop timers, report timeout'],
  ['proceeding', 'timer E', 'proceeding', 'resend request, arm E at T2'],
  ['proceeding', 'timer F', 'terminated', 'stop timers, report timeout'],
  ['proceeding', '1xx', 'proceeding', 'pass response'],
  ['proceeding', '200-699', 'completed', 'stop timers, arm K, pass response'],
  ['proceeding', 'transport error', 'terminated', 'stop timers, report transport error'],
  ['proceeding', 'give up', 'terminated', 'stop timers, report timeout'],
  ['completed', 'timer K', 'terminated', ''],
]

const NON_INVITE_SERVER: readonly EdgeRow[] = [
  ['initial', 'request', 'trying', 'pass request'],
  ['trying', '1xx', 'proceeding', 'send response'],
  ['trying', '200-699', 'completed', 'arm J, send response'],
  ['trying', 'transport error', 'terminated', 'report transport error'],
  ['trying', 'drop', 'terminated', ''],
  ['proceeding', 'request', 'proceeding', 'resend response'],
  ['proceeding', '1xx', 'proceeding', 'send response'],
  ['proceeding', '200-699', 'completed', 'arm J, send response'],
  ['proceeding', 'transport error', 'terminated', 'report transport error'],
  ['proceeding', 'drop', 'terminated', ''],
  ['completed', 'request', 'completed', 'resend response'],
  ['completed', 'timer J', 'terminated', ''],
  ['completed', 'transport error', 'terminated', 'stop timers, report transport error'],
]

checkMachine(inviteClient, INVITE_CLIENT)
checkMachine(inviteServer, INVITE_SERVER)
checkMachine(nonInviteClient, NON_INVITE_CLIENT)
checkMachine(nonInviteServer, NON_INVITE_SERVER)
