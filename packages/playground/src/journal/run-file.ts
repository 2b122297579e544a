import type { KeptDocument } from './journal.ts'

/** A kept run as a file: what the playground imports as a snapshot, and beside it what was answered. */
export function runFile({ head, rows }: KeptDocument): { readonly fileName: string; readonly text: string } {
  const { prompt, name, id, kind: _kind, isAutomatic: _isAutomatic, v: _v, ...figures } = head
  const results = rows.map(({ outputs }) => outputs.map(({ cells }) => cells))
  const plain = name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^-+|-+$/g, '')
  return {
    fileName: `${plain === '' ? id : plain}.json`,
    text: JSON.stringify({ ...prompt, rows: rows.map(({ row }) => row), run: { name, ...figures, results } }, null, 2),
  }
}
