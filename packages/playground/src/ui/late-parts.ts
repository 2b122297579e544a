import { lateModule } from './late-module.ts'

export const menuParts = lateModule(() => import('./menu-parts.tsx'))
export const popoverParts = lateModule(() => import('./popover-parts.tsx'))
export const dialogParts = lateModule(() => import('./dialog-parts.tsx'))
export const tooltipParts = lateModule(() => import('./tooltip-parts.tsx'))
