/**
 * The floor in the benchmark of the API: Fastify and pg, one indexed SELECT or UPDATE in a table of 10,000 rows per request. No sign-in, rights,
 * audit or validation, and nobody follows the changes. It uses the PostgreSQL of the Klinke that runs in the data folder (first argument), and says
 * by a message at which port it listens.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fastify } from 'fastify'
import { Pool } from 'pg'

const ROWS = 10_000
/** Fourth line of PostgreSQL's own `postmaster.pid`. */
const PORT_LINE = 3

const folder = join(process.argv[2] ?? '', 'postgres')
const port = Number(readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[PORT_LINE])
const password = readFileSync(join(folder, 'password'), 'utf8').trim()
const pool = new Pool({ host: '127.0.0.1', port, user: 'klinke', password, database: 'klinke', max: 10 })
await pool.query('CREATE SCHEMA bench')
await pool.query(`CREATE TABLE bench.bare AS SELECT id, 'Extension ' || id AS name FROM generate_series(0, ${ROWS - 1}) AS id`)
await pool.query('ALTER TABLE bench.bare ADD PRIMARY KEY (id)')

const server = fastify()
server.get<{ Params: { id: string } }>('/bare/:id', async ({ params }) => {
  return (await pool.query('SELECT id, name FROM bench.bare WHERE id = $1', [params.id])).rows[0]
})
server.patch<{ Params: { id: string }; Body: { name: string } }>('/bare/:id', async ({ params, body }) => {
  return (await pool.query('UPDATE bench.bare SET name = $2 WHERE id = $1 RETURNING id, name', [params.id, body.name])).rows[0]
})
const url = await server.listen({ host: '127.0.0.1', port: 0 })
process.once('disconnect', () => process.exit(0))
process.send?.({ url })
