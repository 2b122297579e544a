/** The id of the column that holds the outputs of a variant. No variable is called so: names have no space in them. */
export const outputColumn = (variantId: string): string => `#output ${variantId}`
