import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from '#platform/root.ts'

/** All functions of rooms of statements that send something: `core/places/near.sql.ts nearestHouse`. */
export function sendingFunctions(): string[] {
  const rooms = globSync('**/*.sql.ts', { cwd: join(root, 'src') }).sort()
  return rooms.flatMap((room) =>
    functionsIn(readFileSync(join(root, 'src', room), 'utf8')).map((name) => `${room.replaceAll('\\', '/')} ${name}`),
  )
}

/** Names of the functions at the top of a file whose text sends a statement. */
export function functionsIn(text: string): string[] {
  const file = ts.createSourceFile('room.ts', text, ts.ScriptTarget.Latest)
  const sends = (node: ts.Node): boolean => /\.execute(TakeFirst|TakeFirstOrThrow)?\(/.test(text.slice(node.pos, node.end))
  return file.statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return statement.name && sends(statement) ? [statement.name.text] : []
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer && ts.isArrowFunction(initializer) && sends(initializer) ? [name.text] : [],
    )
  })
}
