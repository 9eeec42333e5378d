import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { PeerProcess } from './peer-process.ts'
import { TemporaryFolder } from './temporary-folder.ts'

const READY_MS = 20_000
const USER = 'stoerung'
const PASSWORD = 'ge/heim@'

/** A real IMAP server, with one mailbox that mail is put into as a mail server would deliver it. */
export class Dovecot implements AsyncDisposable {
  /** Of its mailbox, with user and password. */
  readonly url: string
  readonly #folder: TemporaryFolder
  readonly #owner: Owner
  readonly #process: PeerProcess
  #delivered = 0

  private constructor(folder: TemporaryFolder, owner: Owner, port: number, process: PeerProcess) {
    this.url = `imap://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/INBOX`
    this.#folder = folder
    this.#owner = owner
    this.#process = process
  }

  static async start(): Promise<Dovecot> {
    const folder = new TemporaryFolder('dovecot')
    const port = await freePort()
    const owner = ownerOfMail()
    // Its workers run as other users, who must reach the mailbox.
    chmodSync(folder.path, 0o755)
    for (const name of ['', 'new', 'cur', 'tmp']) {
      mkdirSync(join(folder.path, 'mail', name), { recursive: true })
      chownSync(join(folder.path, 'mail', name), owner.uid, owner.gid)
    }
    writeFileSync(folder.file('passwd'), `${USER}:{PLAIN}${PASSWORD}\n`)
    writeFileSync(folder.file('dovecot.conf'), configuration(folder.path, port, owner))
    const binary = existsSync('/usr/sbin/dovecot') ? '/usr/sbin/dovecot' : 'dovecot'
    const process = new PeerProcess(binary, ['-F', '-c', folder.file('dovecot.conf')])
    await process.printed(/starting up for imap/, READY_MS)
    return new Dovecot(folder, owner, port, process)
  }

  /** Mail has come. */
  deliver(mail: string): void {
    this.#delivered++
    const path = join(this.#folder.path, 'mail', 'new', `${Date.now()}.${this.#delivered}.test`)
    writeFileSync(path, mail.replaceAll(/\r?\n/g, '\r\n'))
    chownSync(path, this.#owner.uid, this.#owner.gid)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process.stop()
    this.#folder[Symbol.dispose]()
  }
}

interface Owner {
  readonly uid: number
  readonly gid: number
  /** What its own processes run as. */
  readonly internal: string
}

/** Root owns no mail for dovecot and runs none of its workers: those users are the package's. Everybody else has and runs all of it himself. */
function ownerOfMail(): Owner {
  const { username, uid, gid } = userInfo()
  if (uid === 0) return { uid: idOf('-u', 'nobody'), gid: idOf('-g', 'nobody'), internal: '' }
  const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim()
  const internal = [`default_internal_user = ${username}`, `default_internal_group = ${group}`, `default_login_user = ${username}`]
  return { uid, gid, internal: internal.join('\n') }
}

function idOf(which: '-u' | '-g', user: string): number {
  return Number(execFileSync('id', [which, user], { encoding: 'utf8' }))
}

function configuration(folder: string, port: number, { uid, gid, internal }: Owner): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
${internal}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${folder}/mail
passdb {
  driver = passwd-file
  args = ${folder}/passwd
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`
}
