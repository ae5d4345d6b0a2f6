// "Test this instrument": two equal setups are compared on a small playground of its own, in a fresh
// engine. What the result means is for statistics/instrument.ts to say.
import type { EngineClient } from '../../client/engine-client.ts';
import type {
  InstrumentReading,
  InstrumentReport,
} from '../../engine/model/instrument/instrument.ts';
import {
  instrumentBudgetMs,
  instrumentPlayground,
} from '../../engine/model/instrument/instrument-playground.ts';
import type { Fraction } from '../../engine/model/units.ts';
import { instrumentReport } from '../../engine/statistics/instrument.ts';
import type { RunsStore } from '../runs-store.ts';
import { inFreshEngine, measureWhole } from './comparing/fresh-comparison.ts';
import type { HeldFiles } from './imports/held-files.ts';
import type { Disturbances } from './work/disturbances.ts';
import type { Works } from './work/work.ts';

export interface InstrumentCommands {
  /** Tests the instrument; the report stands in the runs store. False when it was stopped. */
  test(): Promise<boolean>;
}

export interface InstrumentDependencies {
  runs: RunsStore;
  client: EngineClient;
  disturbances: Disturbances;
  held: HeldFiles;
  works: Works;
}

export function createInstrumentCommands(dependencies: InstrumentDependencies): InstrumentCommands {
  const { runs, works } = dependencies;
  const { queries, setups } = instrumentPlayground;
  const say = (fraction: Fraction) => runs.setState({ activity: { kind: 'testing', fraction } });
  const question = {
    playground: instrumentPlayground,
    queries,
    setups,
    budgetMs: instrumentBudgetMs,
  };

  return {
    test: () =>
      works.run({ kind: 'testing', fraction: 0 }, async (work) => {
        runs.setState({ instrument: null });
        const instrument = await inFreshEngine(
          dependencies,
          question,
          work,
          () => {},
          async (comparison): Promise<InstrumentReport> => {
            const { environment } = await comparison.open();
            const readings: InstrumentReading[] = [];
            for (const [position, query] of queries.entries()) {
              const standing = await measureWhole(comparison, query, setups, (share) =>
                say((position + share) / queries.length),
              );
              const [baseline, equal] = setups;
              if (!standing || !baseline || !equal) continue;
              const ids = { baselineId: baseline.id, setupId: equal.id };
              readings.push({ name: query.name, ...ids, standing });
            }
            return instrumentReport(readings, environment);
          },
        );
        runs.setState({ instrument });
      }),
  };
}
