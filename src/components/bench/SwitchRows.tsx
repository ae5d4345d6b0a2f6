// The two switches that are no index: statistics and the cache of results, a row of the bench each.
// Keeps away from what they do to a measurement.
import type { CacheSetting } from '../../engine/model/playground.ts';
import type { SetupView } from '../../state/selectors/bench/bench-view.ts';
import { Switch } from '../shared/controls/Switch.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import gridStyles from './BenchGrid.module.css';
import { CacheSelect } from './CacheSelect.tsx';
import rowStyles from './RowHeader.module.css';

interface SwitchRowProps<Value> {
  setups: readonly SetupView[];
  onChange: (setupId: string, value: Value) => void;
}

export function StatisticsRow({ setups, onChange }: SwitchRowProps<boolean>) {
  return (
    <tr>
      <th scope="row" className={rowStyles.header} aria-label="statistics">
        <Tooltip content="ANALYZE counts how selective each index is; the planner then chooses by numbers instead of guesses.">
          <span>
            <span className={rowStyles.name}>statistics</span>{' '}
            <span className={rowStyles.detail}>ANALYZE</span>
          </span>
        </Tooltip>
      </th>
      {setups.map(({ id, letter, hasStatistics }) => (
        <td key={id} className={gridStyles.switch}>
          <Switch
            label={`Statistics in ${letter}`}
            setup={letter}
            isOn={hasStatistics}
            onChange={(isOn) => onChange(id, isOn)}
          />
        </td>
      ))}
      <td aria-hidden="true" />
    </tr>
  );
}

export function CacheRow({ setups, onChange }: SwitchRowProps<CacheSetting>) {
  return (
    <tr>
      <th scope="row" className={rowStyles.header} aria-label="cache">
        <Tooltip content="Keeps results in front of SQLite, by the exact statement and its parameters; a committed write empties it.">
          <span>
            <span className={rowStyles.name}>cache</span>{' '}
            <span className={rowStyles.words}>of results</span>
          </span>
        </Tooltip>
      </th>
      {setups.map(({ id, letter, cache }) => (
        <td key={id} className={gridStyles.switch}>
          <CacheSelect letter={letter} cache={cache} onChange={(value) => onChange(id, value)} />
        </td>
      ))}
      <td aria-hidden="true" />
    </tr>
  );
}
