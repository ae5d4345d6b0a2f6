// How long a query's rounds may take: for the next Compare and Continue.
// Keeps away from how long they do take; the stop rule ends most of them earlier.
import { Timer } from 'lucide-react';
import { budgetChoices, type UiState } from '../../../state/ui-store.ts';
import { useApp, useUi } from '../../shared/app-context.tsx';
import { Select } from '../../shared/fields/Select.tsx';
import { Tooltip } from '../../shared/overlays/Tooltip.tsx';
import styles from './StatusBar.module.css';

type Budget = UiState['budgetMs'];

const details: Record<Budget, string> = {
  3000: 'A quick look.',
  10000: 'Enough for most queries.',
  30000: 'For small differences.',
  60000: 'For small differences on a busy machine.',
};

const options = budgetChoices.map((budgetMs) => ({
  value: String(budgetMs),
  label: `${budgetMs / 1000} s`,
  detail: details[budgetMs],
}));

export function BudgetSelect() {
  const { ui } = useApp();
  const budgetMs = useUi((state) => state.budgetMs);
  return (
    <Tooltip
      content="Time per query: its rounds take this at most. Most queries end earlier, when their intervals are narrow enough."
      side="top"
    >
      <div className={styles.budget}>
        <Timer size={14} aria-hidden="true" />
        <Select
          label="Time per query"
          variant="plain"
          value={String(budgetMs)}
          options={options}
          onChange={(value) => {
            const chosen = budgetChoices.find((choice) => String(choice) === value);
            if (chosen) ui.setState({ budgetMs: chosen });
          }}
          className={styles.budgetChoice}
        />
      </div>
    </Tooltip>
  );
}
