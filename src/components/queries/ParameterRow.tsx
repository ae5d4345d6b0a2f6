// One parameter of a query: its name, where its values come from, and the settings of that.
import type { Parameter, ParameterGenerator } from '../../engine/model/playground.ts';
import { Select } from '../shared/fields/Select.tsx';
import { GeneratorForm } from './GeneratorForm.tsx';
import { generatorKinds, toKind } from './generator-kinds.ts';
import styles from './ParameterRow.module.css';

export interface ParameterRowProps {
  parameter: Parameter;
  /** A SELECT that gives fitting values, where one is known. */
  source: string | null;
  /** The column with text that the parameter is compared with, if it is. */
  textColumn: string | null;
  error: string | null;
  onChange: (generator: ParameterGenerator) => void;
}

export function ParameterRow({
  parameter,
  source,
  textColumn,
  error,
  onChange,
}: ParameterRowProps) {
  const { name, generator } = parameter;
  return (
    <li className={styles.row}>
      <code className={styles.name} title={name}>
        {name}
      </code>
      <Select
        label={`Values of ${name} come from`}
        size="sm"
        value={generator.kind}
        options={generatorKinds}
        onChange={(kind) => onChange(toKind(generator, kind, source))}
      />
      <GeneratorForm
        name={name}
        generator={generator}
        textColumn={textColumn}
        error={error}
        onChange={onChange}
      />
    </li>
  );
}
