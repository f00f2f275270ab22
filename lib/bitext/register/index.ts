export { type Candidate, candidatesOf, type NamingRow } from './candidates'
export { readRegisterCsv, registerToCsv } from './csv'
export {
  ENTRY_KINDS,
  type EntryKind,
  type Forms,
  LONGEST_FORM,
  MOST_FORMS,
  MOST_TITLES,
  type ReadRegister,
  type RegisterEntry,
} from './entry'
export { indexRegister, type RegisterIndex } from './index-register'
export { findSame, formKey, joinEntries, sameEntry } from './join-entries'
