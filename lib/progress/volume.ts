/** Volumes counted in the database, so that texts need not leave it to be counted. */
import { Prisma } from '../db'

// The patterns of lib/bitext/text/count.ts in PostgreSQL's dialect, which takes the longest match; tests/progress holds the two
// against each other. Of letters and digits its classes know ASCII digits alone.
const HAN = String.raw`\u2E80-\u2FDF\u3005\u3007\u3021-\u3029\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U000323AF`
const DIGITS = String.raw`0-9\u00BC-\u00BE\u2150-\u218B\u2460-\u249B\uFF10-\uFF19`
const LATIN = String.raw`A-Za-z\u00AA\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF\uFF21-\uFF3A\uFF41-\uFF5A${DIGITS}`
// Within a run of them 〇 is a digit; alone it is a character.
const RUN = String.raw`${LATIN}\u3007\u3021-\u3029`

const CHINESE_UNIT = `[${HAN}]|[${LATIN}][${RUN}]*([.,%‰'’·-][${RUN}]+)*`

const ENGLISH_WORD = `[[:alnum:]${DIGITS}]+(['’‐‑.,/&·@:_-][[:alnum:]${DIGITS}]+)*`

/** Counts of one row `s`; protected rows are left out by the caller. */
export const ROW_VOLUME = Prisma.sql`1 AS "rows", regexp_count(s."zh", ${CHINESE_UNIT})::int AS "zh", regexp_count(s."en", ${ENGLISH_WORD})::int AS "en"`

/** Sums of rows counted as above, as `v`. */
export const VOLUME_SUM = Prisma.sql`coalesce(sum(v."rows"), 0)::int AS "rows", coalesce(sum(v."zh"), 0)::int AS "zh", coalesce(sum(v."en"), 0)::int AS "en"`
