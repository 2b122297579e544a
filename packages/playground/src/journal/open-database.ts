import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { DATABASE } from './database-name.ts'
import type { KeptHead, KeptRow } from './journal.ts'

/** *Shape*: rows stand under `[document, row]`, so that those of one document are a range. */
interface Schema extends DBSchema {
  readonly switch: { key: string; value: boolean }
  readonly heads: { key: string; value: KeptHead }
  readonly orders: { key: string; value: readonly string[] }
  readonly rows: { key: [documentId: string, rowId: string]; value: KeptRow }
}
export type Database = IDBPDatabase<Schema>

const STRUCTURE = 1

/** Opens the database when it is first asked for, and again after a browser closed it. */
export function createDatabase(): () => Promise<Database> {
  let opened: Promise<Database> | null = null
  const forget = () => {
    opened = null
  }
  async function open(): Promise<Database> {
    const database = await openDB<Schema>(DATABASE, STRUCTURE, {
      upgrade(fresh) {
        for (const name of ['switch', 'heads', 'orders', 'rows'] as const) fresh.createObjectStore(name)
      },
      // Another page wants a newer structure: this one lets go and opens anew.
      blocking: (_current, _blocked, event) => {
        forget()
        if (event.target instanceof IDBDatabase) event.target.close()
      },
      terminated: forget,
    })
    return database
  }
  return async () => {
    opened ??= open()
    try {
      return await opened
    } catch (error) {
      forget()
      throw error
    }
  }
}
