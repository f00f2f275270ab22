/**
 * The role the workbench works with, apart from the one that owns its tables: it reads and writes, but it can neither rewrite what
 * is kept as it was written nor switch off the triggers that see to that. Rights are given anew at each start, after the migrations,
 * so that tables that came with them are among them.
 */
import pg from 'pg'

export const RUNTIME_ROLE = 'duizhao_app'

/** What is only ever added to. Rows of the first two go with their document, by the reference, which acts as the owner. */
const KEPT = ['Revision', 'Transition', 'AuditEntry', 'AuditLog']

/** Forgetting what was said (lib/audit/seal.ts) is the one change; triggers hold it to that. */
const ERASABLE = {
  AuditEntry: ['subject', 'detail', 'erasedAt'],
  AuditLog: ['subject', 'detail', 'address', 'addressSalt', 'salt', 'erasedAt'],
}

/** Gives `role` what the workbench needs. With a password the role is made if it is missing, and given that password. */
export async function grantRuntime(ownerUrl: string, role: string, password?: string): Promise<void> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await client.query('BEGIN')
    // Of several processes that start at once, one after the other.
    await client.query('SELECT pg_advisory_xact_lock(72707370)')
    if (password) await ensureRole(client, role, password)
    for (const statement of grantsFor(pg.escapeIdentifier(role))) await client.query(statement)
    await ownQueue(client, role)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

async function ensureRole(client: pg.Client, role: string, password: string) {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
  const how = `LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${pg.escapeLiteral(password)}`
  await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${pg.escapeIdentifier(role)} ${how}`)
}

function grantsFor(role: string): string[] {
  const named = (tables: string[]) => tables.map((table) => pg.escapeIdentifier(table)).join(', ')
  return [
    // The queue keeps its own schema and brings it up to date itself.
    `DO $$ BEGIN EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO ${role}', current_database()); END $$`,
    `GRANT USAGE ON SCHEMA public TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`,
    `GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
    `REVOKE UPDATE, DELETE ON ${named(KEPT)} FROM ${role}`,
    `REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${role}`,
    ...Object.entries(ERASABLE).map(
      ([table, columns]) => `GRANT UPDATE (${named(columns)}) ON ${named([table])} TO ${role}`,
    ),
  ]
}

/** An installation from before there were two roles has a queue that belongs to the owner. */
async function ownQueue(client: pg.Client, role: string) {
  const { rows } = await client.query<{ says: string }>(
    `WITH queue AS (SELECT oid, nspowner FROM pg_namespace WHERE nspname = 'pgboss' AND pg_get_userbyid(nspowner) <> $1)
     SELECT format('ALTER SCHEMA pgboss OWNER TO %I', $1::text) AS says FROM queue
     UNION ALL SELECT format('ALTER TABLE %s OWNER TO %I', c.oid::regclass, $1::text) FROM pg_class c JOIN queue q ON q.oid = c.relnamespace WHERE c.relkind IN ('r', 'p')
     UNION ALL SELECT format('ALTER FUNCTION %s OWNER TO %I', p.oid::regprocedure, $1::text) FROM pg_proc p JOIN queue q ON q.oid = p.pronamespace
     UNION ALL SELECT format('ALTER TYPE %s OWNER TO %I', t.oid::regtype, $1::text) FROM pg_type t JOIN queue q ON q.oid = t.typnamespace WHERE t.typtype = 'e'`,
    [role],
  )
  for (const { says } of rows) await client.query(says)
}

/** Whether whoever `url` names could switch off the rules of the log: it owns it, or may do anything. */
export async function ownsTheLog(url: string): Promise<boolean> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ owns: boolean }>(
      `SELECT pg_has_role(current_user, c.relowner, 'USAGE') AS owns FROM pg_class c WHERE c.oid = '"AuditLog"'::regclass`,
    )
    return rows[0].owns
  } finally {
    await client.end()
  }
}
