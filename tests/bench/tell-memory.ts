/** Loaded into a process before its own script: at SIGUSR2 it says on its output how many bytes are in use once the garbage is gone. */
process.on('SIGUSR2', () => {
  for (let round = 0; round < 4; round += 1) globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  process.stdout.write(`memory in use: ${heapUsed + external}\n`)
})
