/** A file of terms as concepts: TBX by its first sign, anything else as a table. */
import { decodeText } from '../bitext/intake/decode'
import { type ReadConcepts, readTbx, readTermsCsv } from '../bitext/terms'

export function readTermFile(bytes: Uint8Array): ReadConcepts {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  return /^\ufeff?\s*</.test(decoded.text) ? readTbx(decoded.text) : readTermsCsv(decoded.text)
}
