import type { GridColumn } from './column-widths.ts'

/** Whether the values of a column are pictures or files. */
export const isMediaColumn = (column: GridColumn | undefined): boolean => column?.type === 'image' || column?.type === 'file'
