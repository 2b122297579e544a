/** By this name a browser lists what is kept. */
export const DATABASE = 'vitrine-journal'
