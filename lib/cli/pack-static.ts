/** Packs what browsers load of a build once, so that no request has to: beside each file its .gz. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const packed = promisify(gzip)

/** Fonts and pictures are packed already. */
const WORTH = /\.(?:css|js|json|svg|txt)$/

/** Smaller files fit into one packet of the network as they are. */
const LEAST_BYTES = 1_000

export async function packStatic(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = files
    .filter((file) => file.isFile() && WORTH.test(file.name))
    .map(({ parentPath, name }) => join(parentPath, name))
  await Promise.all(paths.map(packFile))
}

async function packFile(path: string): Promise<void> {
  const bytes = await readFile(path)
  if (bytes.length >= LEAST_BYTES) await writeFile(`${path}.gz`, await packed(bytes, { level: 9 }))
}
