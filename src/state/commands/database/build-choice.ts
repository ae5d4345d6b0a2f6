// The build of SQLite that the playground's data needs: sql.js, or the official one for files with
// modules that sql.js lacks.
import type { EngineClient } from '../../../client/engine-client.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { DatabaseCommands } from './database-commands.ts';

const buildOf = ({ imported }: Playground) => imported?.engine ?? 'sql.js';

/** Sets the build now and whenever the data changes; gives a function that ends it. */
export function startChoosingBuild(
  document: DocumentEditor,
  client: EngineClient,
  database: DatabaseCommands,
): () => void {
  client.switchBuild(buildOf(document.store.getState().playground));
  return document.store.subscribe(({ playground }, { playground: before }) => {
    if (buildOf(playground) === buildOf(before)) return;
    // What the old build held is not for the new one to bring back.
    database.forget();
    client.switchBuild(buildOf(playground));
  });
}
