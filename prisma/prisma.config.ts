/** Where Prisma's command line finds things. The schema engine is the WebAssembly build of the one Prisma downloads otherwise. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= here('engine/schema-engine.mjs')

export default defineConfig({
  schema: here('schema.prisma'),
  migrations: { path: here('migrations') },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
