import { writeFileSync } from 'node:fs'
import { freePort, PeerProcess, TemporaryFolder } from '@klinke/testbed'
import { UNDER_TEST } from './cores.ts'

const READY_MS = 5_000

/** One worker on one core, as Klinke has; log lines of errors only. */
const common = (port: number): string => `
debug=0
log_stderror=yes
fork=yes
maxbuffer=4194304
auto_aliases=no
dns=no
rev_dns=no
children=1
disable_tcp=yes
listen=udp:127.0.0.1:${port}
loadmodule "kex.so"
loadmodule "tm.so"
loadmodule "tmx.so"
loadmodule "sl.so"
loadmodule "rr.so"
loadmodule "pv.so"
loadmodule "maxfwd.so"
loadmodule "textops.so"
loadmodule "siputils.so"
`

/** What a proxy does with a message: passes it on and forgets it, or keeps a transaction for it. */
export type ProxyKind = 'stateless' | 'stateful'

/** A bare proxy: record-routes and relays everything to one place, asks nobody who he is. */
const proxy = (target: number, kind: ProxyKind): string => {
  const relay = kind === 'stateless' ? 'forward()' : 't_relay()'
  return `
request_route {
  if (!mf_process_maxfwd_header("10")) { sl_send_reply("483", "Too Many Hops"); exit; }
  if (has_totag()) {
    if (loose_route() || is_method("ACK")) ${relay};
    exit;
  }
  if (is_method("INVITE")) record_route();
  $du = "sip:127.0.0.1:${target}";
  ${relay};
}
`
}

/** A registrar in memory with digest; one password for all, so that no database is in the way. */
const registrar = (password: string): string => `
loadmodule "usrloc.so"
loadmodule "registrar.so"
loadmodule "auth.so"
modparam("usrloc", "db_mode", 0)
modparam("usrloc", "hash_size", 14)
modparam("registrar", "max_contacts", 4)
request_route {
  if (!is_method("REGISTER")) { sl_send_reply("405", "Method Not Allowed"); exit; }
  if (!pv_auth_check("$td", "${password}", "0", "0")) { auth_challenge("$td", "1"); exit; }
  if (!save("location")) sl_reply_error();
}
`

/** A Kamailio of our own configuration on core 0. */
export class Kamailio implements AsyncDisposable {
  readonly port: number
  readonly #process: PeerProcess
  readonly #folder: TemporaryFolder

  private constructor(port: number, process: PeerProcess, folder: TemporaryFolder) {
    this.port = port
    this.#process = process
    this.#folder = folder
  }

  static proxyTo(target: number, kind: ProxyKind): Promise<Kamailio> {
    return Kamailio.#start(proxy(target, kind))
  }

  static registrar(password: string): Promise<Kamailio> {
    return Kamailio.#start(registrar(password))
  }

  static async #start(routing: string): Promise<Kamailio> {
    const folder = new TemporaryFolder('kamailio')
    const port = await freePort()
    writeFileSync(folder.file('kamailio.cfg'), common(port) + routing)
    const [command = '', ...args] = [...UNDER_TEST, 'kamailio', '-DD', '-E', '-m', '1024', '-M', '32']
    const process = new PeerProcess(command, [...args, '-f', folder.file('kamailio.cfg'), '-Y', folder.path, '-P', folder.file('pid')])
    await process.printed(/Listening on/, READY_MS)
    return new Kamailio(port, process, folder)
  }

  get pid(): number {
    return this.#process.pid
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process.stop()
    this.#folder[Symbol.dispose]()
  }
}
