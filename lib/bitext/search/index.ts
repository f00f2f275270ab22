/**
 * Finding and replacing words: as they stand, or by a regular expression in RE2's syntax, whose time grows linearly with the
 * text whatever the pattern (Cox 2007; no backreferences, no look-around). The server, the highlight on the screen and the
 * replacement all use this one engine, so they never disagree on what was found.
 *
 * Places are UTF-16 code units, in order, without overlaps, never empty.
 */
export { type Compiled, compileQuery } from './compile'
export { LONGEST_QUERY, type Place, type Query, type Search } from './query'
export { type Replacing, replacePlaces } from './replace'
