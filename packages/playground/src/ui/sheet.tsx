import { Dialog, type DialogProps } from './dialog.tsx'

/** A dialog that rises from the bottom edge: what a panel becomes in a narrow frame. */
export const Sheet = (props: Omit<DialogProps, 'form' | 'wide'>) => <Dialog {...props} form="sheet" />
