// What a file holds, and what is to become of it.
import type { ImportPlace, ImportState } from '../../state/import-store.ts';
import { importRefusal } from '../../state/selectors/imports/import-refusal.ts';
import {
  carriedWords,
  placeChoices,
  reportWords,
} from '../../state/selectors/imports/import-words.ts';
import { useApp, usePlayground, useRuns } from '../shared/app-context.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import { FoundTables } from './FoundTables.tsx';
import styles from './ImportDecisions.module.css';
import { LeftOutRows } from './LeftOutRows.tsx';
import { RowsDecisions } from './RowsDecisions.tsx';

export interface ImportDecisionsProps {
  state: Extract<ImportState, { status: 'ready' }>;
}

export function ImportDecisions({ state }: ImportDecisionsProps) {
  const { imports } = useApp();
  const playground = usePlayground((whole) => whole);
  const { report, place, rows } = state;
  const refusal = useRuns(({ activity }) => importRefusal(state, activity));
  return (
    <div className={styles.decisions}>
      <p>{reportWords(report)}.</p>
      {report.kind === 'database' && <FoundTables tables={report.tables} />}
      {report.warnings.map((warning) => (
        <Fault key={warning} tone="warning" error={{ message: warning }} />
      ))}
      <fieldset className={styles.places}>
        <legend>Make of it</legend>
        {placeChoices(report, playground).map((choice) => (
          <PlaceOption
            key={choice.place.kind}
            label={choice.label}
            hint={choice.hint}
            isChosen={choice.place.kind === place.kind}
            onChoose={() => imports.setPlace(choice.place)}
            place={choice.place}
          />
        ))}
        <p className={styles.carried}>{carriedWords(place)}</p>
      </fieldset>
      {report.kind === 'rows' && rows && (
        <>
          <RowsDecisions report={report} place={place} rows={rows} />
          <LeftOutRows
            rows={report.badRows}
            count={report.badRows.length}
            unit={report.badRowUnit}
          />
        </>
      )}
      {refusal !== null && <Fault tone="warning" error={{ message: refusal }} />}
    </div>
  );
}

interface PlaceOptionProps {
  place: ImportPlace;
  label: string;
  hint: string;
  isChosen: boolean;
  onChoose: () => void;
}

function PlaceOption({ place, label, hint, isChosen, onChoose }: PlaceOptionProps) {
  return (
    <label className={styles.place}>
      <input type="radio" name="place" value={place.kind} checked={isChosen} onChange={onChoose} />
      <span>
        {label} <span className={styles.hint}>{hint}</span>
      </span>
    </label>
  );
}
