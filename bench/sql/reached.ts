import { Session } from 'node:inspector/promises'

/** From now on counts which functions of rooms of statements are called; `unreached` says which were not. */
export async function watchRooms(): Promise<{ unreached: () => Promise<string[]> }> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  return {
    async unreached() {
      const { result } = await session.post('Profiler.takePreciseCoverage')
      session.disconnect()
      return result
        .flatMap(({ url, functions }) => {
          const room = /\/src\/(.+\.sql\.ts)/.exec(url)?.[1]
          // The first is the file itself.
          return room
            ? functions
                .slice(1)
                .flatMap(({ functionName, ranges }) => (functionName && ranges[0]?.count === 0 ? [`${room} ${functionName}`] : []))
            : []
        })
        .sort()
    },
  }
}
